import type { OutcomeReply, PageReply } from '@jatidiri/core/verification/wire.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { Verdict } from '../check/Verdict.tsx';
import { VerifierPage } from '../VerifierPage.tsx';
import { Ended } from './Ended.tsx';
import { ShownCredential } from './ShownCredential.tsx';
import { texts } from './texts.ts';

/** What the resident showed to the window that asked, under the same word as after a scan. */
export function CounterResult({ page, outcome }: { page: PageReply; outcome: OutcomeReply | undefined }) {
  const t = texts();
  const credentials = Object.values(outcome?.credentials ?? {}).flat();
  const isShown = page.state === 'verified' && credentials.length > 0;
  return (
    <VerifierPage
      title={t.result}
      above={<Verdict kind={verdictOf(page.state)} aboveName={isShown} />}
      footer={<a href="/">{t.home}</a>}
    >
      {isShown ? (
        <>
          {credentials.map((credential) => (
            <ShownCredential key={credential.type} credential={credential} />
          ))}
          <p class="soft">{t.onlyThis}</p>
          <p class="soft">{t.noValues}</p>
        </>
      ) : (
        <Ended state={page.state} here>
          {outcome?.error && <Reason code={outcome.error} />}
        </Ended>
      )}
      <Button href="/tanya">{t.again}</Button>
    </VerifierPage>
  );
}

/** The few reasons that a counter can do something about, in words; the code for whoever is asked for help. */
function Reason({ code }: { code: string }) {
  const t = texts();
  const reasons: Readonly<Record<string, string>> = t.reasons;
  const words = reasons[code.split('/')[1] ?? ''];
  return (
    <>
      {words && <p>{words}</p>}
      <p class="soft">{t.code(code)}</p>
    </>
  );
}

function verdictOf(state: PageReply['state']) {
  if (state === 'verified') return 'valid';
  return state === 'refused' ? 'invalid' : 'unclear';
}
