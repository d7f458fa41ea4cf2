import { useEffect, useState } from 'preact/hooks';

import { Button } from '../../../shared/ui/Button.tsx';
import { RefusalNotice } from '../../../shared/ui/RefusalNotice.tsx';
import { useDesk } from '../../desk.ts';
import { loadCarried } from '../carried/carried.ts';
import { useOpenedKit } from '../openKitContext.ts';
import { Check } from './Check.tsx';
import type { PrepareRefusal } from './prepareKit.ts';
import { prepareRefusalText } from './refusalText.ts';
import { type Download, readSetting } from './settings.ts';
import { texts } from './texts.ts';

/** The expected residents: loaded with progress, and on from where it stopped. */
export function CarriedCheck() {
  const { session } = useDesk();
  const { kit, open } = useOpenedKit();
  const { store } = kit;
  const { keys, about } = open;
  const [download, setDownload] = useState<Download>();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<PrepareRefusal>();
  const signedIn = session.state.value.kind === 'signedIn';
  const t = texts();

  async function load(): Promise<void> {
    setBusy(true);
    setRefused(undefined);
    const loaded = await loadCarried({ store, session, kit: about.kit }, keys, setDownload);
    setBusy(false);
    if (!loaded.ok) setRefused(loaded.refusal);
  }
  useEffect(() => {
    async function begin(): Promise<void> {
      const kept = await readSetting(store, keys.carried, 'download');
      setDownload(kept);
      if (!kept.done && signedIn) await load();
    }
    void begin();
  }, []);
  if (!download) return null;
  const { done, received, total } = download;
  return (
    <Check name="carried" state={done ? 'good' : 'bad'}>
      <p>{wordsOf(download)}</p>
      {busy && total > 0 && (
        <progress class="kit-progress" max={total} value={received} aria-label={t.checks.carried} />
      )}
      {refused && <RefusalNotice refusal={{ code: refused.code, detail: prepareRefusalText(refused) }} />}
      {!done && !busy && signedIn && (
        <Button kind="secondary" onClick={() => void load()}>
          {received > 0 ? t.loadOn : t.load}
        </Button>
      )}
      {!done && !signedIn && <p class="soft">{t.loadNeedsSession}</p>}
    </Check>
  );
}

function wordsOf({ done, received, total }: Download): string {
  const t = texts();
  if (done) return received === 0 ? t.carriedNone : t.carriedDone(received);
  return received === 0 ? t.carriedBegin : t.carriedPart(received, total);
}
