import type { IsoDate } from '../kit/date.ts';
import type { WilayahCode } from '../wilayah/model.ts';

/** What is counted above the line. */
export const INDICATORS = [
  'ikdActive',
  'ktpElRecorded',
  'pemilihPemulaRecorded',
  'pemilihPemulaPrinted',
  'pemilihPemulaHandedOver',
  'kiaOwned',
  'outreachActivations',
] as const;
export type Indicator = (typeof INDICATORS)[number];

/** What stands below the line: a percentage without the name of its base says nothing. */
export const DENOMINATOR_KINDS = ['wajibKtp', 'recorded', 'pemilihPemula', 'childrenUnder17'] as const;
export type DenominatorKind = (typeof DENOMINATOR_KINDS)[number];

export interface Denominator {
  readonly kind: DenominatorKind;
  readonly count: number;
}

/** Who says so: this system's own projection up to a ledger entry, or published figures by their ids. */
export type Source =
  | { readonly kind: 'registryProjection'; readonly entry: number }
  | { readonly kind: 'published'; readonly figures: readonly string[] };

interface Parts {
  readonly indicator: Indicator;
  readonly numerator: number;
  readonly denominator: Denominator;
  /** Null where whoever published it gave no date. */
  readonly asOf: IsoDate | null;
  readonly source: Source;
}

/**
 * A figure is never a bare percentage. The press mixes the two measures, so each carries its own name:
 * coverage = numerator ÷ denominator; targetAttainment = numerator ÷ (target × denominator).
 */
export type Coverage = Parts & { readonly measure: 'coverage' };
export type TargetAttainment = Parts & {
  readonly measure: 'targetAttainment';
  readonly targetPercent: number;
};
export type Figure = Coverage | TargetAttainment;

/** What is counted in one region on one day. */
export interface Counts {
  readonly residents: number;
  readonly wajibKtp: number;
  /** Residents whose KTP-el is recorded; recording begins at 16, so a few of them are not yet wajib KTP. */
  readonly recorded: number;
  /** Of the wajib KTP those whose KTP-el is recorded. */
  readonly wajibRecorded: number;
  readonly cardPrinted: number;
  readonly handedOver: number;
  /** Citizens who come of voting age between the last election and the next. */
  readonly pemula: number;
  readonly pemulaRecorded: number;
  readonly pemulaPrinted: number;
  readonly pemulaHandedOver: number;
  /** Under 17 and never married: the base of KIA. */
  readonly children: number;
  /** Null while nobody tells the registry about KIA: unknown, not zero. */
  readonly kiaOwned: number | null;
  readonly ikdActive: number;
}

/** The share of wajib KTP that ought to have an active IKD. */
export interface Target {
  readonly percent: number;
  readonly year: number;
}

/** What somebody published, part by part; null is what was not printed. */
export interface PublishedFigure {
  readonly id: string;
  readonly indicator: Indicator;
  readonly region: WilayahCode;
  readonly regionName: string;
  readonly asOf: IsoDate | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** `targetOfRecorded`: printed as a share of the target, whose own base is recorded holders. */
  readonly denominatorKind: DenominatorKind | 'targetOfRecorded' | null;
  /** With the decimals as printed and a decimal point, `3.40`: they say how exactly it has to be met. */
  readonly percentPublished: string | null;
  readonly targetPercent: number | null;
  readonly targetYear: number | null;
  /** The identifier of the article. */
  readonly source: string;
  readonly note: string | null;
}

/** How a recomputed percentage became the printed one. */
export type Rounding = 'rounded' | 'truncated';

/** Whether a printed percentage follows from its parts, and what it is if not. */
export type Verdict =
  /** The named base gives it; `truncated`: further decimals were cut off, so that rounding gives another number. */
  | { readonly kind: 'follows'; readonly figure: Figure; readonly rounding: Rounding }
  /** Only another measure or another base gives it (`figure`); as coverage of that base it would be `coverage`. */
  | { readonly kind: 'otherMeasure'; readonly figure: Figure; readonly coverage: Coverage }
  /** Nothing known gives it: what its parts give, and which bases would. */
  | { readonly kind: 'doesNotFollow'; readonly figure: Figure; readonly impliedDenominator: Range }
  /** The parts are known, but no percentage was printed with them. */
  | { readonly kind: 'notPrinted'; readonly figure: Figure }
  | {
      readonly kind: 'notRecomputable';
      readonly missing: readonly Part[];
      /** The bases that would give the printed percentage, where the numerator is known. */
      readonly impliedDenominator: Range | null;
    }
  /** A count without a percentage: nothing to recompute. */
  | { readonly kind: 'countOnly' };

export type Part = 'numerator' | 'denominator';

export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Another published figure says something else about the same indicator, region and day. */
export interface Conflict {
  readonly figure: string;
  readonly part: Part | 'percentPublished';
  readonly own: string;
  readonly other: string;
}

/** A base far from what the region's share of a published base of the province makes of it. */
export interface ImplausibleDenominator {
  readonly expected: number;
  /** The region's share of the province's wajib KTP, as the registry counts it. */
  readonly share: number;
  /** The published figure that gives the province's base. */
  readonly figure: string;
}

export interface AssessmentContext {
  /** All published figures, the assessed one among them. */
  readonly published: readonly PublishedFigure[];
  /** A region's share of its province's wajib KTP, between 0 and 1; null where nothing is counted. */
  readonly wajibKtpShare: (region: WilayahCode) => number | null;
}

export interface Assessment {
  readonly verdict: Verdict;
  /** The other measure, where a target is known: so that nobody takes one for the other. */
  readonly targetAttainment: TargetAttainment | null;
  readonly conflicts: readonly Conflict[];
  readonly implausibleDenominator: ImplausibleDenominator | null;
}
