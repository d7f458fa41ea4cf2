import type { IsoDate } from '../kit/date.ts';
import type {
  Counts,
  Coverage,
  DenominatorKind,
  Figure,
  Indicator,
  Source,
  Target,
  TargetAttainment,
} from './model.ts';

/** The share that a figure's parts give, 0.0548 for 5.48 %; null over an empty base. */
export function ratioOf(figure: Figure): number | null {
  const { numerator, denominator } = figure;
  if (denominator.count === 0) return null;
  if (figure.measure === 'coverage') return numerator / denominator.count;
  // Multiplied before it is divided: 30 % of a whole number stays exact.
  return (100 * numerator) / (figure.targetPercent * denominator.count);
}

/** The same active identities in three figures: over wajib KTP, over recorded holders, and against the target. */
export function measuresOf(
  counts: Counts,
  target: Target,
  stated: { readonly asOf: IsoDate; readonly source: Source },
): [Coverage, Coverage, TargetAttainment] {
  const active = { indicator: 'ikdActive', numerator: counts.ikdActive, ...stated } as const;
  const wajibKtp = { kind: 'wajibKtp', count: counts.wajibKtp } as const;
  const recorded = { kind: 'recorded', count: counts.recorded } as const;
  return [
    { measure: 'coverage', ...active, denominator: wajibKtp },
    { measure: 'coverage', ...active, denominator: recorded },
    { measure: 'targetAttainment', ...active, denominator: wajibKtp, targetPercent: target.percent },
  ];
}

/** One indicator of a region: its coverage, and how far it is to the target where one is set. */
export interface IndicatorFigures {
  readonly indicator: Indicator;
  /** Null: nobody tells us, which is not the same as nobody. */
  readonly coverage: Coverage | null;
  readonly targetAttainment: TargetAttainment | null;
}

/** Every indicator that is counted here, over the base that regulation names for it. */
export function indicatorsOf(
  counts: Counts,
  targetOf: (indicator: Indicator) => number | undefined,
  stated: { readonly asOf: IsoDate; readonly source: Source },
): IndicatorFigures[] {
  const figures = (indicator: Indicator, numerator: number | null, kind: DenominatorKind, count: number) => {
    if (numerator === null) return { indicator, coverage: null, targetAttainment: null };
    const parts = { indicator, numerator, denominator: { kind, count }, ...stated };
    const targetPercent = targetOf(indicator);
    return {
      indicator,
      coverage: { measure: 'coverage' as const, ...parts },
      targetAttainment:
        targetPercent === undefined
          ? null
          : { measure: 'targetAttainment' as const, ...parts, targetPercent },
    };
  };
  return [
    figures('ikdActive', counts.ikdActive, 'wajibKtp', counts.wajibKtp),
    figures('ktpElRecorded', counts.wajibRecorded, 'wajibKtp', counts.wajibKtp),
    figures('kiaOwned', counts.kiaOwned, 'childrenUnder17', counts.children),
    figures('pemilihPemulaRecorded', counts.pemulaRecorded, 'pemilihPemula', counts.pemula),
    figures('pemilihPemulaPrinted', counts.pemulaPrinted, 'pemilihPemula', counts.pemula),
    figures('pemilihPemulaHandedOver', counts.pemulaHandedOver, 'pemilihPemula', counts.pemula),
  ];
}

/** How many active identities the target asks for: the first whole number that reaches it. */
export function activeAtTarget(counts: Pick<Counts, 'wajibKtp'>, target: Target): number {
  return Math.ceil((target.percent * counts.wajibKtp) / 100);
}

export function addCounts(one: Counts, other: Counts): Counts {
  const sum = (count: (counts: Counts) => number) => count(one) + count(other);
  return {
    residents: sum((counts) => counts.residents),
    wajibKtp: sum((counts) => counts.wajibKtp),
    recorded: sum((counts) => counts.recorded),
    wajibRecorded: sum((counts) => counts.wajibRecorded),
    cardPrinted: sum((counts) => counts.cardPrinted),
    handedOver: sum((counts) => counts.handedOver),
    pemula: sum((counts) => counts.pemula),
    pemulaRecorded: sum((counts) => counts.pemulaRecorded),
    pemulaPrinted: sum((counts) => counts.pemulaPrinted),
    pemulaHandedOver: sum((counts) => counts.pemulaHandedOver),
    children: sum((counts) => counts.children),
    // What is unknown of a part is unknown of the whole.
    kiaOwned: one.kiaOwned === null || other.kiaOwned === null ? null : one.kiaOwned + other.kiaOwned,
    ikdActive: sum((counts) => counts.ikdActive),
  };
}

export const NO_COUNTS: Counts = {
  residents: 0,
  wajibKtp: 0,
  recorded: 0,
  wajibRecorded: 0,
  cardPrinted: 0,
  handedOver: 0,
  pemula: 0,
  pemulaRecorded: 0,
  pemulaPrinted: 0,
  pemulaHandedOver: 0,
  children: 0,
  kiaOwned: 0,
  ikdActive: 0,
};
