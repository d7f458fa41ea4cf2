import './identityCard.css';
import { fromBase64url } from '@jatidiri/core/kit/bytes.ts';
import { useMemo, useState } from 'preact/hooks';
import { inFours } from '../../shared/format.ts';
import { useObjectUrl } from '../../shared/useObjectUrl.ts';
import { CardDetails } from './CardDetails.tsx';
import { Guilloche } from './Guilloche.tsx';
import type { CardClaims } from './readCard.ts';
import { texts } from './texts.ts';

/** The card itself: the one ornament of the product. */
export function IdentityCard({ claims, portrait }: { claims: CardClaims; portrait: string }) {
  const t = texts();
  const photo = useMemo(() => new Blob([fromBase64url(portrait)], { type: 'image/webp' }), [portrait]);
  const photoUrl = useObjectUrl(photo);
  return (
    <article class="ktp" aria-label={t.document}>
      <Guilloche />
      <header class="ktp-head">
        <span class="ktp-document">{t.document}</span>
        <span class="ktp-republic">{t.republic}</span>
      </header>
      <div class="ktp-person">
        {photoUrl && <img class="ktp-photo" src={photoUrl} alt={t.portrait} width="96" height="128" />}
        <p class="ktp-name">{claims.name}</p>
      </div>
      <MaskedNik nik={claims.nik} />
      <CardDetails claims={claims} />
    </article>
  );
}

/** Over a shoulder one reads a NIK in a second: it shows on request only. */
function MaskedNik({ nik }: { nik: string }) {
  const t = texts();
  const [shown, setShown] = useState(false);
  const digits = shown ? nik : `${nik.slice(0, 2)}••••••••••${nik.slice(-4)}`;
  return (
    <button type="button" class="ktp-nik" aria-pressed={shown} onClick={() => setShown(!shown)}>
      <span class="ktp-label">NIK</span>
      <span class="ktp-digits" aria-hidden={!shown}>
        {inFours(digits)}
      </span>
      <span class="ktp-toggle">{shown ? t.hide : t.reveal}</span>
    </button>
  );
}
