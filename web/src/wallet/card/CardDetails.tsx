import { formatDay } from '../../shared/format.ts';
import type { CardClaims } from './readCard.ts';
import { texts } from './texts.ts';

/** The rest of the card, folded away: at a counter it is the QR that counts. */
export function CardDetails({ claims }: { claims: CardClaims }) {
  const { labels, values, details } = texts();
  const inWords = (value: string): string => values[value as keyof typeof values] ?? value;
  const { kelurahan_desa, kecamatan, kabupaten_kota, provinsi } = claims;
  const rows: readonly (readonly [string, string])[] = [
    [labels.birth, listed([claims.birth_place, claims.birth_date && formatDay(claims.birth_date)])],
    [labels.sex, inWords(claims.sex)],
    [labels.bloodType, claims.blood_type],
    [labels.address, listed([claims.address, kelurahan_desa, kecamatan, kabupaten_kota, provinsi])],
    [labels.religion, claims.religion],
    [labels.maritalStatus, inWords(claims.marital_status)],
    [labels.occupation, claims.occupation],
    [labels.citizenship, inWords(claims.citizenship)],
    [labels.noKk, claims.no_kk],
  ];
  return (
    <details class="ktp-more">
      <summary>{details}</summary>
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
    </details>
  );
}

const listed = (parts: readonly string[]): string => parts.filter(Boolean).join(', ');
