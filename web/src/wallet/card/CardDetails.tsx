import { formatDay, inFours } from '../../shared/format.ts';
import { inWords, residentLabels } from '../../shared/residentWords.ts';
import type { CardClaims } from './readCard.ts';
import { texts } from './texts.ts';

/** The rest of the card, folded away: at a counter it is the QR that counts. */
export function CardDetails({ claims }: { claims: CardClaims }) {
  const labels = residentLabels();
  const birth = [claims.birth_place, claims.birth_date && formatDay(claims.birth_date)];
  const rows: readonly (readonly [string, string])[] = [
    [labels.birth, birth.filter(Boolean).join(', ')],
    [labels.sex, inWords(claims.sex)],
    [labels.bloodType, claims.blood_type],
    [labels.address, claims.address],
    [labels.kelurahanDesa, claims.kelurahan_desa],
    [labels.kecamatan, claims.kecamatan],
    [labels.kabupatenKota, claims.kabupaten_kota],
    [labels.provinsi, claims.provinsi],
    [labels.religion, claims.religion],
    [labels.maritalStatus, inWords(claims.marital_status)],
    [labels.occupation, claims.occupation],
    [labels.citizenship, inWords(claims.citizenship)],
    [labels.noKk, inFours(claims.no_kk)],
  ];
  return (
    <details class="ktp-more">
      <summary>{texts().details}</summary>
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
