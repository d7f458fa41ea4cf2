import type { OutcomeReply, PageReply } from '@jatidiri/core/verification/wire.ts';
import { Notice, type Tone } from '../../shared/ui/Notice.tsx';
import { ShownCredential } from './ShownCredential.tsx';
import { texts } from './texts.ts';

type EndState = Exclude<PageReply['state'], 'created' | 'fetched'>;

const TONES: Record<EndState, Tone> = {
  verified: 'success',
  declined: 'warning',
  refused: 'refusal',
  expired: 'warning',
};

/** What came of a request; the values for the window that asked, and for nobody else. */
export function Ended({
  page,
  outcome,
  here,
}: {
  page: PageReply;
  outcome: OutcomeReply | undefined;
  here: boolean;
}) {
  const t = texts();
  const state = page.state as EndState;
  const credentials = Object.values(outcome?.credentials ?? {}).flat();
  if (state === 'verified' && credentials.length > 0)
    return (
      <>
        <Notice tone="success" title={t.shown} live />
        {credentials.map((credential) => (
          <ShownCredential key={credential.type} credential={credential} />
        ))}
        <p class="soft">{t.noValues}</p>
      </>
    );
  const { title, text } = t.ended[state];
  return (
    <Notice tone={TONES[state]} title={title} live>
      <p>{state === 'verified' && !here ? t.goBack : text}</p>
      {state === 'refused' && outcome?.error && <p class="soft">{t.reason(outcome.error)}</p>}
    </Notice>
  );
}
