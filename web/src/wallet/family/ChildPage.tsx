import type { FamilyCredentialsReply } from '@jatidiri/core/issuance/familyWire.ts';
import { fromBase64url } from '@jatidiri/core/kit/bytes.ts';
import type { IsoDate } from '@jatidiri/core/kit/date.ts';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { formatDay, inFours } from '../../shared/format.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { useObjectUrl } from '../../shared/useObjectUrl.ts';
import { SignedQr } from '../card/SignedQr.tsx';
import { online } from '../online.ts';
import { WalletPage } from '../WalletPage.tsx';
import { useWallet } from '../wallet.ts';
import { EndingNotice } from './EndingNotice.tsx';
import { endingOf, isValidOn } from './endings.ts';
import { kiaId, openPassStore, type Showing } from './passStore.ts';
import { readKia } from './readFamily.ts';
import { renewPasses } from './renewPasses.ts';
import { texts } from './texts.ts';

type Child = FamilyCredentialsReply['children'][number];
type Shown = Partial<Showing> & Pick<Showing, 'issued'> & { readonly label: string };

/** How long somebody at a counter waits for a pass that is under way. */
const PATIENCE_MS = 3_000;

interface ChildPageProps {
  readonly child: Child;
  readonly children: readonly Child[];
  readonly today: IsoDate;
}

/** A child's KIA for the parent's eyes; what a counter may see is chosen beforehand, the age band alone first. */
export function ChildPage({ child, children, today }: ChildPageProps) {
  const t = texts();
  const { route } = useLocation();
  const wallet = useWallet();
  const [shown, setShown] = useState<Shown>();
  const renewal = useRef<Promise<void>>(undefined);
  const kia = readKia(child.sdJwtVc);
  const ending = endingOf(child.sdJwtVc, today);
  const isValid = isValidOn(child.sdJwtVc, today);
  // When the page opens, and after each showing
  useEffect(() => {
    if (isValid && !shown && online.value) renewal.current = renewPasses(wallet, child, children);
  }, [shown, online.value]);

  /** By a pass that no counter has seen; by the handset's own key where none could be fetched yet. */
  async function showBand(): Promise<void> {
    await Promise.race([renewal.current, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
    const { handset, vault } = wallet;
    const passes = openPassStore(handset.store, vault, handset.clock.now);
    const pass = await passes.take(kiaId(child.sdJwtVc));
    setShown({ label: t.shown.kia, ...(pass ?? { issued: child.identityQr.kia }) });
  }
  if (shown)
    return (
      <WalletPage title={shown.label} onBack={() => setShown(undefined)} worksOffline>
        <SignedQr {...shown} />
      </WalletPage>
    );
  const named = child.identityQr.nameAndPhoto;
  return (
    <WalletPage title={t.kia} onBack={() => route('/keluarga')} worksOffline>
      <article class="kia" aria-label={t.kia}>
        <header class="kia-head">{t.kia}</header>
        <div class="kia-person">
          {child.portrait && <Portrait portrait={child.portrait} />}
          <p class="kia-name">{kia.name}</p>
        </div>
        <dl class="kia-facts">
          <dt>NIK</dt>
          <dd class="digits">{inFours(kia.nik)}</dd>
          <dt>{t.birth}</dt>
          <dd>
            {kia.birth_place}, {formatDay(kia.birth_date)}
          </dd>
          <dt>{t.validUntil}</dt>
          <dd>{formatDay(kia.valid_until)}</dd>
        </dl>
      </article>
      {ending && <EndingNotice {...ending} />}
      {isValid && (
        <div class="stack-s">
          <div class="wallet-actions">
            <Button onClick={showBand}>{t.showBand}</Button>
            {named && (
              <Button
                kind="secondary"
                onClick={() => setShown({ label: t.shown.nameAndPhoto, issued: named })}
              >
                {t.showName}
              </Button>
            )}
          </div>
          <p class="soft">{t.bandHint}</p>
        </div>
      )}
      <p class="soft">{t.handover}</p>
    </WalletPage>
  );
}

function Portrait({ portrait }: { portrait: string }) {
  const photo = useMemo(() => new Blob([fromBase64url(portrait)], { type: 'image/webp' }), [portrait]);
  const url = useObjectUrl(photo);
  return url ? <img class="kia-photo" src={url} alt={texts().portrait} width="72" height="96" /> : null;
}
