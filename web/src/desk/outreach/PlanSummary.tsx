import type { ProposalReply } from '@jatidiri/core/outreach/proposalWire.ts';
import { formatCount, formatDay, formatMean } from '../../shared/format.ts';
import { Card } from '../../shared/ui/Card.tsx';
import { whereTexts } from './whereTexts.ts';

/** What the plan would bring and what equity costs, beside what the last period really brought. */
export function PlanSummary({ planned, withoutFloor, taken, proved, lastPeriod }: ProposalReply) {
  const t = whereTexts();
  const lost = withoutFloor - planned.activations;
  const days = [formatDay(lastPeriod.from), formatDay(lastPeriod.to)] as const;
  return (
    <>
      <Card title={t.plan}>
        {planned.sessions === 0 ? (
          <p>{t.none}</p>
        ) : (
          <p>
            {t.total(
              formatCount(planned.activations),
              formatCount(planned.sessions),
              formatCount(planned.officerDays),
              formatMean(planned.activations / planned.officerDays),
            )}
          </p>
        )}
        {lost > 0 && <p>{t.price(formatCount(lost))}</p>}
        {taken > 0 && <p>{t.taken(formatCount(taken))}</p>}
        {!proved && <p>{t.notProved}</p>}
      </Card>
      <Card title={t.before}>
        {lastPeriod.sessions === 0 ? (
          <p>{t.beforeNone(...days)}</p>
        ) : (
          <p>
            {t.beforeTotal(...days, formatCount(lastPeriod.activations), formatCount(lastPeriod.sessions))}{' '}
            {lastPeriod.withoutOfficers > 0
              ? t.beforeUnknown(formatCount(lastPeriod.withoutOfficers))
              : t.beforeDays(
                  formatCount(lastPeriod.officerDays),
                  formatMean(lastPeriod.activations / lastPeriod.officerDays),
                )}
          </p>
        )}
      </Card>
    </>
  );
}
