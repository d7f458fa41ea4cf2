import { useLocation } from 'preact-iso/router';
import { Busy } from '../../shared/ui/Busy.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { DeskPage } from '../DeskPage.tsx';
import { type Decided, useDesk } from '../desk.ts';
import type { Outcome } from './outbox.ts';
import { PaperCode } from './PaperCode.tsx';
import { texts } from './texts.ts';

/** What came of the decision, and what to tell the person. */
export function ResultPage({ decided }: { decided: Decided }) {
  const { outbox } = useDesk();
  const { route } = useLocation();
  const outcome = outbox.outcomes.value.get(decided.kept.id);
  const t = texts();
  if (!outcome)
    return (
      <DeskPage title={t.sendingTitle}>
        <Busy label={t.sending} />
        <div>
          <Button kind="secondary" onClick={() => route('/pindai', true)}>
            {t.nextPerson}
          </Button>
        </div>
      </DeskPage>
    );
  const { tone, title, next } = describe(outcome, decided);
  const { hasEmail } = decided.applicant.activation;
  const byPaper = outcome.kind === 'accepted' && outcome.reply.state === 'attested' && !hasEmail;
  return (
    <DeskPage title={title}>
      <Notice tone={tone} live>
        <p>{t.about(decided.applicant.record.name)}</p>
        <p>{next}</p>
      </Notice>
      {byPaper && <PaperCode activation={decided.applicant.activation.id} />}
      <div class="row">
        <Button onClick={() => route('/pindai', true)}>{t.nextPerson}</Button>
        <Button kind="quiet" onClick={() => route('/', true)}>
          {t.done}
        </Button>
      </div>
    </DeskPage>
  );
}

function describe(outcome: Outcome, { decision, applicant }: Decided) {
  const t = texts();
  if (outcome.kind === 'waiting')
    return { tone: 'warning', title: t.waitingResult, next: t.waitingNext } as const;
  if (outcome.kind === 'refused')
    return { tone: 'refusal', title: t.notAccepted, next: outcome.refusal.detail } as const;
  if (decision.kind === 'refuse') {
    const next = `${t.reasons[decision.reason]}. ${t.nextSteps[decision.reason]}`;
    return { tone: 'info', title: t.refusedResult, next } as const;
  }
  if (outcome.reply.state === 'active')
    return { tone: 'success', title: t.activeResult, next: t.activeNext } as const;
  return applicant.activation.hasEmail
    ? ({ tone: 'success', title: t.attestedResult, next: t.attestedNext } as const)
    : ({ tone: 'success', title: t.attestedOnPaper, next: t.attestedOnPaperNext } as const);
}
