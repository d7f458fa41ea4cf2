import '../card/identityCard.css';
import './provisional.css';
import { fromBase64url } from '@jatidiri/core/kit/bytes.ts';
import { useMemo } from 'preact/hooks';
import { formatDateTime } from '../../shared/format.ts';
import { Busy } from '../../shared/ui/Busy.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { useObjectUrl } from '../../shared/useObjectUrl.ts';
import { ClockNotice } from '../ClockNotice.tsx';
import { Guilloche } from '../card/Guilloche.tsx';
import { texts as cardTexts } from '../card/texts.ts';
import { KeepHint } from '../keep/KeepHint.tsx';
import { WalletPage } from '../WalletPage.tsx';
import { useWallet } from '../wallet.ts';
import type { ProvisionalCard } from './provisionalCard.ts';
import { texts } from './texts.ts';

/** The provisional card, for its owner's eyes: what it is good for, until when, and what makes it a full one. */
export function ProvisionalPage({ card }: { card: ProvisionalCard | undefined }) {
  const t = texts();
  const { clock } = useWallet().handset;
  if (!card) return <Busy />;
  const until = new Date(card.expiresAt);
  const over = until <= clock.now();
  return (
    <WalletPage title={t.provisionalTitle} worksOffline>
      <Notice tone={over ? 'refusal' : 'warning'} title={over ? t.lapsed : t.until(formatDateTime(until))}>
        <p>{over ? t.lapsedNext : t.becomesFull}</p>
      </Notice>
      <DrawnCard card={card} />
      {!over && (
        <div class="stack-s">
          <Button href="/tunjukkan">{cardTexts().show}</Button>
          <p class="soft">{t.mayBeRefused}</p>
        </div>
      )}
      <ClockNotice />
      <p class="soft">{t.madeBy(card.officer, card.office, card.place)}</p>
      <p class="soft">{t.keepData}</p>
      <KeepHint />
    </WalletPage>
  );
}

function DrawnCard({ card: { name, portrait } }: { card: ProvisionalCard }) {
  const t = texts();
  const photo = useMemo(() => new Blob([fromBase64url(portrait)], { type: 'image/webp' }), [portrait]);
  const photoUrl = useObjectUrl(photo);
  return (
    <article class="ktp ktp-provisional" aria-label={t.document}>
      <Guilloche />
      <header class="ktp-head">
        <span class="ktp-document">{t.document}</span>
        <span class="ktp-stamp">{t.stamp}</span>
      </header>
      <div class="ktp-person">
        {photoUrl && (
          <img class="ktp-photo" src={photoUrl} alt={cardTexts().portrait} width="96" height="128" />
        )}
        <p class="ktp-name">{name}</p>
      </div>
    </article>
  );
}
