import { hostNames } from '@jatidiri/core/outreach/names.ts';
import type { Proposal } from '@jatidiri/core/outreach/proposalWire.ts';
import { formatDay } from '../../shared/format.ts';
import { lang } from '../../shared/i18n.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { Card } from '../../shared/ui/Card.tsx';
import { texts } from './texts.ts';
import { whereTexts } from './whereTexts.ts';

interface ProposalCardProps {
  readonly proposal: Proposal;
  readonly planned: boolean;
  readonly busy: boolean;
  readonly onPlan: () => void;
  readonly onPin: () => void;
  readonly onStrike: () => void;
}

/** One proposed session, why, and what the planner makes of it. */
export function ProposalCard({ proposal, planned, busy, onPlan, onPin, onStrike }: ProposalCardProps) {
  const t = whereTexts();
  const { host, regionName, from, to, why, pinned } = proposal;
  return (
    <Card title={`${hostNames[host][lang.value]}, ${regionName}`}>
      <p>{texts().days(formatDay(from), formatDay(to))}</p>
      <p>{why[lang.value]}</p>
      <div class="stack-s">
        {planned ? (
          <p>
            <strong>{t.planned}</strong>
          </p>
        ) : (
          <>
            <Button busy={busy} onClick={onPlan}>
              {t.planIt}
            </Button>
            <Button kind="secondary" busy={busy} onClick={onPin}>
              {pinned ? t.unpin : t.pin}
            </Button>
            <Button kind="secondary" busy={busy} onClick={onStrike}>
              {t.strike}
            </Button>
          </>
        )}
      </div>
    </Card>
  );
}
