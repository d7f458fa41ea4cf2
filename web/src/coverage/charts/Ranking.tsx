import { POPULATION_CLASSES } from '@jatidiri/core/coverage/comparison.ts';
import type { DenominatorKind, Indicator } from '@jatidiri/core/coverage/model.ts';
import type { ChildRegion, RegionReply } from '@jatidiri/core/coverage/regionWire.ts';
import { useState } from 'preact/hooks';
import { formatCount } from '../../shared/format.ts';
import { Notice } from '../../shared/ui/Notice.tsx';
import { capital, figureTexts } from '../figureTexts.ts';
import { percentOf } from '../formula.ts';
import { texts } from '../overview/texts.ts';
import { pathOf } from '../regionPath.ts';
import { Bar } from './Bar.tsx';
import { ChartFrame } from './ChartFrame.tsx';

/** Where regions differ more than this in residents, it is said. */
const LIKE = 3;

interface Ranked {
  readonly child: ChildRegion;
  readonly numerator: number;
  readonly denominator: number;
  readonly base: DenominatorKind;
  readonly ratio: number;
}

/** Who is ahead, within classes of like population; and how unlike they are. */
export function Ranking({ region }: { region: RegionReply }) {
  const t = texts();
  const [by, setBy] = useState<Indicator>('ikdActive');
  const known = region.indicators.filter(({ coverage }) => coverage !== null);
  const ranked = region.children.flatMap((child) => rankedBy(child, by)).sort((a, b) => b.ratio - a.ratio);
  const goal = goalOf(region, by);
  const scale = Math.max(goal ?? 0, ...ranked.map(({ ratio }) => ratio), Number.EPSILON);
  return (
    <ChartFrame
      id="peringkat"
      title={t.ranking}
      intro={t.rankingIntro}
      heads={[t.region, t.numbers, t.coverage, ...(by === 'ikdActive' ? [t.gainedColumn] : [])]}
      rows={ranked.map((one) => [
        one.child.name,
        partsOf(one),
        percentOf(one.ratio, 2),
        ...(by === 'ikdActive' ? [signed(one.child.gained)] : []),
      ])}
    >
      {region.unlike !== null && region.unlike > LIKE && (
        <Notice tone="warning">
          <p>{t.unlike(formatCount(Math.round(region.unlike)))}</p>
        </Notice>
      )}
      <fieldset class="row no-print">
        <legend class="unseen">{t.indicator}</legend>
        {known.map(({ indicator }) => (
          <button
            key={indicator}
            type="button"
            class="chart-choice"
            aria-pressed={by === indicator}
            onClick={() => setBy(indicator)}
          >
            {capital(figureTexts().indicators[indicator])}
          </button>
        ))}
      </fieldset>
      {POPULATION_CLASSES.map((size) => {
        const within = ranked.filter(({ child }) => child.populationClass === size);
        if (within.length === 0) return null;
        return (
          <div key={size} class="stack-s">
            <h3>{t.classes[size]}</h3>
            <ol class="bars">
              {within.map((one) => (
                <li key={one.child.code} class="bar-row">
                  <a class="bar-name" href={pathOf(one.child.code)}>
                    {one.child.name}
                  </a>
                  <span class="bar-number">{percentOf(one.ratio, 2)}</span>
                  <Bar share={one.ratio / scale} {...(goal === undefined ? {} : { mark: goal / scale })} />
                  <span class="bar-parts soft">{partsOf(one)}</span>
                </li>
              ))}
            </ol>
          </div>
        );
      })}
    </ChartFrame>
  );
}

function rankedBy(child: ChildRegion, by: Indicator): Ranked[] {
  const coverage = child.indicators.find(({ indicator }) => indicator === by)?.coverage;
  if (!coverage || coverage.ratio === null) return [];
  const { numerator, denominator, ratio } = coverage;
  return [{ child, numerator, denominator: denominator.count, base: denominator.kind, ratio }];
}

/** The province's target for the indicator, when it has one. */
function goalOf({ indicators }: RegionReply, by: Indicator): number | undefined {
  const attainment = indicators.find(({ indicator }) => indicator === by)?.targetAttainment;
  return attainment ? attainment.targetPercent / 100 : undefined;
}

function partsOf({ numerator, denominator, base }: Ranked): string {
  return `${formatCount(numerator)} ÷ ${formatCount(denominator)} ${figureTexts().bases[base]}`;
}

function signed(n: number | null): string {
  if (n === null) return '–';
  return n > 0 ? `+${formatCount(n)}` : formatCount(n);
}
