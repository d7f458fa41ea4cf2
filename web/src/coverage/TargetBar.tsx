import '../shared/ui/card.css';
import type { CoverageReply, RegionFigures } from '@jatidiri/core/coverage/wire.ts';
import { formatCount } from '../shared/format.ts';
import { percentOf } from './formula.ts';
import { texts } from './texts.ts';

/** How far it is to the target: the whole bar is all wajib KTP, the line is the target. The words say the same. */
export function TargetBar({ region, target }: { region: RegionFigures; target: CoverageReply['target'] }) {
  const t = texts();
  const percent = percentOf(target.percent / 100, 0);
  const missing = region.activeAtTarget - region.ikdActive;
  const goal = `${target.percent}%`;
  const active = 100 * Math.min(region.coverageOfWajibKtp.ratio ?? 0, 1);
  return (
    <section class="card coverage-target" aria-labelledby="target">
      <h2 id="target">{t.target(percent, target.year)}</h2>
      <p class="coverage-missing">{missing > 0 ? t.missing(formatCount(missing)) : t.reached}</p>
      <svg class="coverage-scale" aria-hidden="true">
        <rect class="coverage-track" x="0" y="6" width="100%" height="20" />
        <rect class="coverage-fill" x="0" y="6" width={`${active}%`} height="20" />
        <line class="coverage-goal" x1={goal} x2={goal} y1="0" y2="32" />
        <text class="coverage-tick" x={goal} y="48" text-anchor={target.percent > 50 ? 'end' : 'start'}>
          {t.goal(percent)}
        </text>
      </svg>
      <p class="soft">
        {t.targetScale(
          formatCount(region.ikdActive),
          formatCount(region.wajibKtp),
          percent,
          formatCount(region.activeAtTarget),
        )}
      </p>
    </section>
  );
}
