import './identityCard.css';
import { fromBase64url } from '@jatidiri/core/kit/bytes.ts';
import { useMemo, useState } from 'preact/hooks';
import { formatDay } from '../../shared/format.ts';
import { useObjectUrl } from '../useObjectUrl.ts';
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
        <span class="ktp-republic">{t.republic}</span>
        <span class="ktp-document">{t.document}</span>
      </header>
      <div class="ktp-person">
        {photoUrl && <img class="ktp-photo" src={photoUrl} alt={t.portrait} width="96" height="128" />}
        <div class="ktp-who">
          <p class="ktp-name">{claims.name}</p>
          <MaskedNik nik={claims.nik} />
        </div>
      </div>
      <CardDetails claims={claims} />
    </article>
  );
}

/** Over a shoulder one reads a NIK in a second: it shows on request only. */
function MaskedNik({ nik }: { nik: string }) {
  const t = texts();
  const [shown, setShown] = useState(false);
  const groups = (shown ? nik : `${nik.slice(0, 2)}••••••••••${nik.slice(-4)}`).match(/.{1,4}/gu) ?? [];
  return (
    <button
      type="button"
      class="ktp-nik"
      aria-pressed={shown}
      aria-label={shown ? `NIK ${nik}. ${t.nikHide}` : t.nikShow}
      onClick={() => setShown(!shown)}
    >
      <span class="ktp-label">NIK</span>
      <span class="digits">{groups.join(' ')}</span>
    </button>
  );
}

function CardDetails({ claims }: { claims: CardClaims }) {
  const { labels, values } = texts();
  const inWords = (value: string): string => values[value as keyof typeof values] ?? value;
  const rows: readonly (readonly [string, string | null | undefined])[] = [
    [
      labels.birth,
      [claims.birth_place, claims.birth_date && formatDay(claims.birth_date)].filter(Boolean).join(', '),
    ],
    [labels.sex, inWords(claims.sex)],
    [labels.bloodType, claims.blood_type],
    [labels.address, claims.address],
    [labels.religion, claims.religion],
    [labels.maritalStatus, inWords(claims.marital_status)],
    [labels.occupation, claims.occupation],
    [labels.citizenship, inWords(claims.citizenship)],
  ];
  return (
    <dl class="ktp-details">
      {rows.map(([label, value]) =>
        value ? (
          <div key={label}>
            <dt class="ktp-label">{label}</dt>
            <dd>{value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}
