import { ConfirmationReply } from '@jatidiri/core/activation/wire.ts';
import { useState } from 'preact/hooks';
import * as v from 'valibot';
import { type ApiRefusal, callApi } from '../../shared/api.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { untilAnswered } from '../../shared/untilAnswered.ts';
import { RefusalNotice } from '../RefusalNotice.tsx';
import { WalletPage } from '../WalletPage.tsx';
import { texts } from './texts.ts';

const TOKEN = /^#[A-Za-z0-9_-]{43}$/;

/** Where the link of the mail leads. It waits for a press, because mail scanners open links too. */
export function ConfirmPage() {
  const t = texts();
  const [token] = useState(() => (TOKEN.test(location.hash) ? location.hash.slice(1) : undefined));
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<ApiRefusal>();
  const [active, setActive] = useState(false);

  async function confirm(): Promise<void> {
    setBusy(true);
    setRefusal(undefined);
    const ask = () =>
      callApi({
        method: 'POST',
        path: '/api/activation/confirmations',
        body: { token },
        once: true,
        parse: (body) => v.parse(ConfirmationReply, body),
      });
    const answer = await untilAnswered(ask, new AbortController().signal);
    setBusy(false);
    if (!answer.ok) return setRefusal(answer.refusal);
    setActive(true);
    // Spent, and no longer of use in the browser's history.
    history.replaceState(null, '', '/konfirmasi');
  }

  if (active)
    return (
      <WalletPage title={t.doneTitle}>
        <Notice tone="success" live>
          <p>{t.done}</p>
        </Notice>
        <Button kind="secondary" href="/">
          {t.here}
        </Button>
      </WalletPage>
    );
  if (!token)
    return (
      <WalletPage title={t.brokenTitle}>
        <Notice tone="refusal">
          <p>{t.broken}</p>
        </Notice>
        <Button kind="secondary" href="/">
          {t.home}
        </Button>
      </WalletPage>
    );
  return (
    <WalletPage title={t.title}>
      {refusal && <RefusalNotice refusal={refusal} />}
      <p>{t.lead}</p>
      <Button busy={busy} onClick={confirm}>
        {t.yes}
      </Button>
      <p class="soft">{t.notYou}</p>
    </WalletPage>
  );
}
