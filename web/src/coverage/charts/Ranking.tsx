import { POPULATION_CLASSES } from '@jatidiri/core/coverage/comparison.ts';
import type { ChildRegion, RegionReply } from '@jatidiri/core/coverage/regionWire.ts';
import { useState } from 'preact/hooks';
import { formatCount } from '../../shared/format.ts';
import { Notice } from '../../shared/ui/Notice.tsx';
import { percentOf } from '../formula.ts';
import { texts } from '../overview/texts.ts';
import { pathOf } from '../regionPath.ts';
import { Bar } from './Bar.tsx';
import { ChartFrame } from './ChartFrame.tsx';

type By = 'ikd' | 'ktpEl';
/** Where regions differ more than this in residents, it is said. */
const LIKE = 3;

interface Ranked {
  readonly child: ChildRegion;
  readonly numerator: number;
  readonly denominator: number;
  readonly ratio: number;
}

/** Who is ahead, within classes of like population; and how unlike they are. */
export function Ranking({ region }: { region: RegionReply }) {
  const t = texts();
  const [by, setBy] = useState<By>('ikd');
  const ranked = region.children.flatMap((child) => rankedBy(child, by)).sort((a, b) => b.ratio - a.ratio);
  const goal = by === 'ikd' ? region.target.percent / 100 : undefined;
  const scale = Math.max(goal ?? 0, ...ranked.map(({ ratio }) => ratio), Number.EPSILON);
  return (
    <ChartFrame
      id="peringkat"
      title={t.ranking}
      intro={t.rankingIntro}
      heads={[t.region, t.numbers, t.coverage, t.gainedColumn]}
      rows={ranked.map((one) => [
        one.child.name,
        partsOf(one),
        percentOf(one.ratio, 2),
        signed(one.child.gained),
      ])}
    >
      {region.unlike !== null && region.unlike > LIKE && (
        <Notice tone="warning">
          <p>{t.unlike(formatCount(Math.round(region.unlike)))}</p>
        </Notice>
      )}
      <fieldset class="row no-print">
        <legend class="unseen">{t.indicator}</legend>
        {(['ikd', 'ktpEl'] as const).map((one) => (
          <button
            key={one}
            type="button"
            class="chart-choice"
            aria-pressed={by === one}
            onClick={() => setBy(one)}
          >
            {one === 'ikd' ? t.byIkd : t.byKtpEl}
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

function rankedBy(child: ChildRegion, by: By): Ranked[] {
  const { ikdActive, wajibRecorded, wajibKtp } = child;
  const numerator = by === 'ikd' ? ikdActive : wajibRecorded;
  if (numerator === null || !wajibKtp) return [];
  return [{ child, numerator, denominator: wajibKtp, ratio: numerator / wajibKtp }];
}

function partsOf({ numerator, denominator }: Ranked): string {
  return `${formatCount(numerator)} ÷ ${formatCount(denominator)} ${texts().wajibKtp}`;
}

function signed(n: number | null): string {
  if (n === null) return '–';
  return n > 0 ? `+${formatCount(n)}` : formatCount(n);
}
