import type { Result } from '@jatidiri/core/kit/result.ts';
import type { CodeReply, DecisionRequest, PartnerOverview } from '@jatidiri/core/partner/portalWire.ts';
import { useState } from 'preact/hooks';
import type { ApiRefusal } from '../../shared/api.ts';
import { formatDateTime } from '../../shared/format.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { Card } from '../../shared/ui/Card.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { RefusalNotice } from '../../shared/ui/RefusalNotice.tsx';
import { useDesk } from '../desk.ts';
import { decide, inviteAnew } from './partnersApi.ts';
import { ReasonDialog } from './ReasonDialog.tsx';
import { texts } from './texts.ts';

interface DecisionsProps {
  readonly partner: PartnerOverview;
  readonly onDone: () => Promise<void>;
}

type WithReason = 'refuse' | 'suspend' | 'end';

/** What the ministry may do now. Whatever takes something away asks for a reason, which the institution reads. */
export function Decisions({ partner, onDone }: DecisionsProps) {
  const { session } = useDesk();
  const [asking, setAsking] = useState<WithReason>();
  const [refusal, setRefusal] = useState<ApiRefusal>();
  const [code, setCode] = useState<CodeReply>();
  const [busy, setBusy] = useState(false);
  const t = texts();
  const { kind } = partner.state;
  const stands = kind === 'approved' || kind === 'memorandum' || kind === 'active';

  async function run<T>(request: Promise<Result<T, ApiRefusal>>): Promise<T | undefined> {
    setBusy(true);
    const done = await request;
    setBusy(false);
    setRefusal(done.ok ? undefined : done.refusal);
    if (!done.ok) return undefined;
    await onDone();
    return done.value;
  }
  const send = (body: DecisionRequest) => run(decide(session, partner.id, body));
  async function invite(): Promise<void> {
    setCode(await run(inviteAnew(session, partner.id)));
  }

  return (
    <Card title={t.decide}>
      {refusal && <RefusalNotice refusal={refusal} />}
      {code && (
        <Notice tone="success" title={t.codeTitle} live>
          <p class="staff-code digits">{code.code}</p>
          <p>{t.codeHint(formatDateTime(new Date(code.expiresAt)))}</p>
        </Notice>
      )}
      <div class="row">
        {kind === 'applied' && (
          <Button busy={busy} onClick={() => void send({ decision: 'approve' })}>
            {t.approve}
          </Button>
        )}
        {kind === 'applied' && (
          <Button kind="secondary" onClick={() => setAsking('refuse')}>
            {t.refuse}
          </Button>
        )}
        {kind === 'suspended' && (
          <Button busy={busy} onClick={() => void send({ decision: 'resume' })}>
            {t.resume}
          </Button>
        )}
        {stands && (
          <Button kind="danger" onClick={() => setAsking('suspend')}>
            {t.suspend}
          </Button>
        )}
        {(stands || kind === 'suspended') && (
          <Button kind="secondary" onClick={() => setAsking('end')}>
            {t.end}
          </Button>
        )}
        <Button kind="quiet" busy={busy} onClick={() => void invite()}>
          {t.invite}
        </Button>
      </div>
      <ReasonDialog
        asking={asking}
        name={partner.name}
        onClose={() => setAsking(undefined)}
        onReason={(decision, reason) => {
          setAsking(undefined);
          void send({ decision, reason });
        }}
      />
    </Card>
  );
}
