import './trail.css';
import { TrailReply } from '@jatidiri/core/activation/wire.ts';
import type { Result } from '@jatidiri/core/kit/result.ts';
import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import * as v from 'valibot';
import type { ApiRefusal } from '../../shared/api.ts';
import { formatDateTime } from '../../shared/format.ts';
import { Busy } from '../../shared/ui/Busy.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { RefusalNotice } from '../RefusalNotice.tsx';
import { texts as shared } from '../texts.ts';
import { WalletPage } from '../WalletPage.tsx';
import { useWallet } from '../wallet.ts';
import { texts } from './texts.ts';

type TrailEntry = TrailReply['entries'][number];

/** The resident's own view of the ledger: who, when, for what. */
export function TrailPage() {
  const t = texts();
  const { handset } = useWallet();
  const { route } = useLocation();
  const [answer, setAnswer] = useState<Result<TrailReply, ApiRefusal>>();

  async function load(): Promise<void> {
    setAnswer(undefined);
    const parse = (body: unknown) => v.parse(TrailReply, body);
    setAnswer(await handset.call({ method: 'GET', path: '/api/activation/trail', parse }));
  }
  // Once, when the page opens
  useEffect(() => {
    void load();
  }, []);

  return (
    <WalletPage title={t.title} onBack={() => route('/')}>
      <p>{t.lead}</p>
      {!answer && <Busy label={t.loading} />}
      {answer && !answer.ok && (
        <>
          <RefusalNotice refusal={answer.refusal} />
          <Button onClick={load}>{shared().retry}</Button>
        </>
      )}
      {answer?.ok && <Entries entries={answer.value.entries} />}
      <p class="soft">{t.strange}</p>
    </WalletPage>
  );
}

function Entries({ entries }: { entries: readonly TrailEntry[] }) {
  const t = texts();
  if (entries.length === 0) return <p>{t.none}</p>;
  return (
    <ol class="trail">
      {entries.map((entry, index) => (
        <li key={index} class="trail-entry">
          <p class="trail-what">{t.kinds[entry.kind] ?? t.unknown}</p>
          <p>{entry.who ?? t.actors[entry.actor]}</p>
          {entry.purpose && (
            <p>
              {t.purpose}: {t.purposes[entry.purpose] ?? entry.purpose}
            </p>
          )}
          <p class="soft">
            <time dateTime={entry.at}>{formatDateTime(new Date(entry.at))}</time>
          </p>
        </li>
      ))}
    </ol>
  );
}
