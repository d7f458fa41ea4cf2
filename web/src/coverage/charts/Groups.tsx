import type { RegionReply } from '@jatidiri/core/coverage/regionWire.ts';
import { formatCount, formatDay } from '../../shared/format.ts';
import { percentOf } from '../formula.ts';
import { texts } from '../overview/texts.ts';
import { Bar } from './Bar.tsx';
import { ChartFrame } from './ChartFrame.tsx';

type Group = RegionReply['groups'][number];

/** Coverage of recorded holders by age and sex; a small group says so instead of a number. */
export function Groups({ groups, asOf }: { groups: readonly Group[]; asOf: string }) {
  const t = texts();
  const shown = groups.filter(({ recorded }) => recorded !== 0);
  const highest = Math.max(...shown.map((group) => ratioOf(group) ?? 0), Number.EPSILON);
  const shownCount = (n: number | null) => (n === null ? t.withheld : formatCount(n));
  return (
    <ChartFrame
      id="kelompok"
      title={t.groups}
      intro={t.groupsIntro(formatDay(asOf))}
      heads={[t.age, t.sex, t.active, t.recorded, t.coverage]}
      rows={shown.map((group) => [
        t.years(group.band),
        t[group.sex],
        shownCount(group.ikdActive),
        shownCount(group.recorded),
        told(group),
      ])}
    >
      <ul class="bars">
        {shown.map((group) => (
          <li key={`${group.band}${group.sex}`} class="bar-row">
            <span class="bar-name">
              {t.years(group.band)}, {t[group.sex]}
            </span>
            <span class="bar-number">{told(group)}</span>
            <Bar share={(ratioOf(group) ?? 0) / highest} tone={group.sex === 'female' ? 'first' : 'second'} />
          </li>
        ))}
      </ul>
    </ChartFrame>
  );
}

function ratioOf({ ikdActive, recorded }: Group): number | null {
  return ikdActive === null || !recorded ? null : ikdActive / recorded;
}

function told(group: Group): string {
  const ratio = ratioOf(group);
  return ratio === null ? texts().withheld : percentOf(ratio, 2);
}
