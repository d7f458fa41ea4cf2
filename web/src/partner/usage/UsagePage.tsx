import { USES } from '@jatidiri/core/partner/model.ts';
import type { PartnerOverview, UsageView } from '@jatidiri/core/partner/portalWire.ts';
import { useLocation } from 'preact-iso/router';
import { formatCount, formatDay } from '../../shared/format.ts';
import { Card } from '../../shared/ui/Card.tsx';
import { PortalPage } from '../PortalPage.tsx';
import { texts } from './texts.ts';

/** This month against the quota, and every month's statement. */
export function UsagePage({ partner }: { partner: PartnerOverview }) {
  const { route } = useLocation();
  const t = texts();
  const current = partner.usage.find(({ closed }) => !closed);
  const quota = partner.inForce?.terms.quotaPerMonth ?? 0;
  const used = current ? totalOf(current) : 0;
  return (
    <PortalPage title={t.title} onBack={() => route('/')}>
      {partner.inForce && (
        <Card title={t.thisMonth}>
          <p>{t.usedOf(formatCount(used), formatCount(quota))}</p>
          <div class="meter" aria-hidden="true">
            {used > 0 && <span style={{ width: `${Math.min(100, (100 * used) / Math.max(1, quota))}%` }} />}
          </div>
          <p class="soft">{t.until(formatDay(partner.inForce.terms.endsOn))}</p>
        </Card>
      )}
      <Card title={t.statements}>
        {partner.usage.length === 0 && <p class="soft">{t.none}</p>}
        <ul class="lines">
          {partner.usage.map((usage) => (
            <li key={usage.month}>
              <span class="lines-name">
                {usage.month} · Rp{formatCount(usage.amount)}
              </span>
              <span class="soft">
                {USES.filter((use) => usage[use] > 0)
                  .map((use) => `${t.uses[use]} ${formatCount(usage[use])}`)
                  .join(' · ')}
                {usage.closed ? '' : ` · ${t.open}`}
              </span>
              <span class="row">
                {(['csv', 'pdf'] as const).map((kind) => (
                  <a key={kind} href={`/api/partner/statements/${usage.month}/${kind}`} download>
                    {kind.toUpperCase()}
                    <span class="unseen"> {usage.month}</span>
                  </a>
                ))}
              </span>
            </li>
          ))}
        </ul>
      </Card>
    </PortalPage>
  );
}

const totalOf = (usage: UsageView): number => USES.reduce((sum, use) => sum + usage[use], 0);
