import './glance.css';
import type { ChildRegion, RegionReply } from '@jatidiri/core/coverage/regionWire.ts';
import type { ComponentChildren } from 'preact';
import { formatCount, formatDay } from '../../shared/format.ts';
import { formulaInNumbers, percentOf, resultOf } from '../formula.ts';
import { pathOf } from '../regionPath.ts';
import { texts } from './texts.ts';

/** Four answers that a head of service reads in ten seconds. */
export function Glance({ region }: { region: RegionReply }) {
  const t = texts();
  const ikd = region.indicators.find(({ indicator }) => indicator === 'ikdActive');
  const { coverage = null, targetAttainment = null } = ikd ?? {};
  const goal = percentOf(region.target.percent / 100, 0);
  return (
    <section class="glance" aria-label={t.glance}>
      <Answer question={t.where}>
        <p class="glance-number">{coverage ? resultOf(coverage) : t.withheld}</p>
        <p>{t.coverageOf}</p>
        {coverage && <p class="soft">{formulaInNumbers(coverage)}</p>}
      </Answer>
      <Answer question={t.howFar}>
        <p class="glance-number">{targetAttainment ? resultOf(targetAttainment) : '–'}</p>
        <p>{t.attained(goal)}</p>
        <p class="soft">{missingIn(region)}</p>
      </Answer>
      <Answer question={t.changed}>
        <p class="glance-number">{region.gained === null ? '–' : signed(region.gained)}</p>
        <p>{region.gained === null ? t.noChange : t.gained}</p>
        <p class="soft">{t.during(formatDay(region.period.from), formatDay(region.period.to))}</p>
      </Answer>
      <Answer question={t.toDo}>
        <ToDo region={region} />
      </Answer>
    </section>
  );
}

function Answer({ question, children }: { question: string; children: ComponentChildren }) {
  return (
    <div class="glance-answer">
      <h2>{question}</h2>
      {children}
    </div>
  );
}

const NAMED = 3;

/** Where most of what is missing is. */
function ToDo({ region }: { region: RegionReply }) {
  const t = texts();
  const gaps = region.children
    .map((child) => ({ child, gap: gapOf(child, region.target.percent) }))
    .filter(({ gap }) => gap > 0)
    .sort((one, other) => other.gap - one.gap);
  const all = gaps.reduce((sum, { gap }) => sum + gap, 0);
  if (all === 0) return <p class="glance-do">{region.children.length > 0 ? t.keep : missingIn(region)}</p>;
  const first = gaps.slice(0, NAMED);
  const share = first.reduce((sum, { gap }) => sum + gap, 0) / all;
  const names = first.map(({ child }) => child.name.replace(/^(Kabupaten|Kota) /, ''));
  return (
    <>
      <p class="glance-do">{t.largestGaps(names.join(', '), percentOf(share, 0))}</p>
      <ul class="glance-links">
        {first.map(({ child, gap }) => (
          <li key={child.code}>
            <a href={pathOf(child.code)}>{child.name}</a>{' '}
            <span class="soft">{t.short(formatCount(gap))}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function gapOf({ ikdActive, wajibKtp, targetAttainment }: ChildRegion, percent: number): number {
  if (ikdActive === null || wajibKtp === null) return 0;
  return Math.ceil(((targetAttainment?.targetPercent ?? percent) * wajibKtp) / 100) - ikdActive;
}

function missingIn({ activeAtTarget, ikdActive }: RegionReply): string {
  const t = texts();
  if (activeAtTarget === null || ikdActive === null) return t.withheld;
  const missing = activeAtTarget - ikdActive;
  return missing > 0 ? t.missing(formatCount(missing)) : t.reached;
}

function signed(n: number): string {
  return n > 0 ? `+${formatCount(n)}` : formatCount(n);
}
