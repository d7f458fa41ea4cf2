import './outlook.css';
import { OutlookReply, type RegionOutlook } from '@jatidiri/core/coverage/outlookWire.ts';
import * as v from 'valibot';
import { formatCount, formatDay } from '../../shared/format.ts';
import { useFeed } from '../../shared/useFeed.ts';
import { ChartFrame } from '../charts/ChartFrame.tsx';
import { percentOf } from '../formula.ts';
import { texts } from './texts.ts';

const EVERY_MS = 60_000;
const parseReply = (body: unknown) => v.parse(OutlookReply, body);

/** Where each region lands at the present pace, what the target takes, and how far earlier outlooks could be trusted. */
export function Outlook() {
  const { reply } = useFeed('/api/coverage/outlook', parseReply, EVERY_MS);
  if (!reply) return null;
  const t = texts();
  const { province, regions, holidays } = reply;
  return (
    <>
      <ChartFrame
        id="perkiraan"
        title={t.title}
        intro={t.intro(formatDay(reply.until))}
        heads={[t.region, t.now, t.likely, t.interval, t.atTarget, t.perDay]}
        rows={[province, ...regions].map(rowOf)}
      >
        <p>
          <strong>
            {t.province(
              province.name,
              formatCount(province.likely),
              formatCount(province.low),
              formatCount(province.high),
            )}
          </strong>{' '}
          {neededIn(province)}
        </p>
        <div class="outlook-bars">
          {regions.map((region) => (
            <Bar key={region.code} region={region} />
          ))}
        </div>
        <p class="soft">
          {t.formula} {t.source(formatDay(reply.asOf), formatCount(reply.countedUpTo))}
          {holidays.length > 0 && ` ${t.holidays(holidays.map(formatDay).join(', '))}`}
        </p>
      </ChartFrame>
      <Earlier province={province} />
    </>
  );
}

function rowOf({ name, ikdActive, likely, low, high, activeAtTarget, needed }: RegionOutlook): string[] {
  const counts = [ikdActive, likely].map(formatCount);
  const interval = `${formatCount(low)} – ${formatCount(high)}`;
  return [
    name,
    ...counts,
    interval,
    formatCount(activeAtTarget),
    needed === null ? '–' : formatCount(needed),
  ];
}

function neededIn({ needed, workingDaysLeft }: RegionOutlook): string {
  const t = texts();
  if (needed === null) return t.noDays;
  return needed === 0 ? t.reached : t.needed(formatCount(needed), formatCount(workingDaysLeft));
}

const WIDTH = 300;
const HEIGHT = 20;
/** Room to the right of the target, for those who pass it. */
const MOST = 1.2;

function Bar({ region: { name, likely, low, high, activeAtTarget } }: { region: RegionOutlook }) {
  const t = texts();
  const share = (count: number) => (activeAtTarget > 0 ? count / activeAtTarget : 0);
  const x = (count: number) => (Math.min(MOST, share(count)) / MOST) * WIDTH;
  const label = t.bar(
    name,
    ...([likely, low, high].map((n) => percentOf(share(n), 0)) as [string, string, string]),
  );
  return (
    <div class="outlook-bar">
      <span>
        {name} <span class="soft">{percentOf(share(likely), 0)}</span>
      </span>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={label}>
        <rect class="outlook-track" x="0" y="8" width={WIDTH} height="4" />
        <rect class="outlook-interval" x={x(low)} y="4" width={Math.max(2, x(high) - x(low))} height="12" />
        <rect class="outlook-likely" x={Math.max(0, x(likely) - 2)} y="2" width="4" height="16" />
        <line class="outlook-target" x1={WIDTH / MOST} x2={WIDTH / MOST} y1="0" y2={HEIGHT} />
      </svg>
    </div>
  );
}

function Earlier({ province: { earlier } }: { province: RegionOutlook }) {
  const t = texts();
  const within = earlier.filter((one) => one.within).length;
  return (
    <ChartFrame
      id="perkiraan-lalu"
      title={t.earlier}
      heads={[t.madeOn, t.for, t.likely, t.interval, t.came, t.hit]}
      rows={earlier.map((one) => [
        formatDay(one.madeOn),
        formatDay(one.for),
        formatCount(one.likely),
        `${formatCount(one.low)} – ${formatCount(one.high)}`,
        formatCount(one.came),
        one.within ? t.yes : t.no,
      ])}
    >
      <p>{t.earlierIntro(within, earlier.length)}</p>
    </ChartFrame>
  );
}
