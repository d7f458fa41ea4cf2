import './trail.css';
import { TrailReply } from '@jatidiri/core/rights/wire.ts';
import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import * as v from 'valibot';
import type { ApiRefusal } from '../../shared/api.ts';
import { Busy } from '../../shared/ui/Busy.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { LinkCard } from '../../shared/ui/Card.tsx';
import { ShownElsewhere } from '../present/ShownElsewhere.tsx';
import { RefusalNotice } from '../RefusalNotice.tsx';
import { texts as shared } from '../texts.ts';
import { WalletPage } from '../WalletPage.tsx';
import { useWallet } from '../wallet.ts';
import { type Entry, foldEntries } from './foldEntries.ts';
import { TrailEntry } from './TrailEntry.tsx';
import { texts } from './texts.ts';

/** The resident's own view of the ledger: who, when, for what; anything that somebody else did can be contested. */
export function TrailPage() {
  const t = texts();
  const { handset } = useWallet();
  const { route } = useLocation();
  const [entries, setEntries] = useState<readonly Entry[]>();
  const [hasOlder, setHasOlder] = useState(false);
  const [refusal, setRefusal] = useState<ApiRefusal>();
  const [busy, setBusy] = useState(false);

  async function load(shown: readonly Entry[]): Promise<void> {
    setBusy(true);
    setRefusal(undefined);
    const last = shown.at(-1);
    const path = last ? `/api/rights/trail/before/${last.id}` : '/api/rights/trail';
    const answer = await handset.call({ method: 'GET', path, parse: (body) => v.parse(TrailReply, body) });
    setBusy(false);
    if (!answer.ok) return setRefusal(answer.refusal);
    setEntries([...shown, ...answer.value.entries]);
    setHasOlder(answer.value.hasOlder);
  }
  // Once, when the page opens
  useEffect(() => {
    void load([]);
  }, []);

  return (
    <WalletPage title={t.title} onBack={() => route('/')}>
      <p>{t.lead}</p>
      {!entries && busy && <Busy label={t.loading} />}
      {entries?.length === 0 && <p>{t.none}</p>}
      {entries && (
        <ol class="trail">
          {foldEntries(entries).map((fold) =>
            fold.kind === 'entry' ? (
              <TrailEntry key={fold.entry.id} entry={fold.entry} />
            ) : (
              <li key={fold.entries[0]!.id} class="trail-entry">
                <details>
                  <summary>{t.renewals(fold.entries.length)}</summary>
                  <ol class="trail">
                    {fold.entries.map((entry) => (
                      <TrailEntry key={entry.id} entry={entry} />
                    ))}
                  </ol>
                </details>
              </li>
            ),
          )}
        </ol>
      )}
      {refusal && (
        <>
          <RefusalNotice refusal={refusal} />
          <Button onClick={() => load(entries ?? [])}>{shared().retry}</Button>
        </>
      )}
      {hasOlder && !refusal && (
        <Button kind="secondary" busy={busy} onClick={() => load(entries ?? [])}>
          {t.older}
        </Button>
      )}
      <ShownElsewhere />
      <LinkCard href="/data-saya" title={t.exportTitle}>
        {t.exportHint}
      </LinkCard>
    </WalletPage>
  );
}
