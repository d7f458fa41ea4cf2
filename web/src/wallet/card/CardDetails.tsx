import { formatDay } from '../../shared/format.ts';
import type { CardClaims } from './readCard.ts';
import { texts } from './texts.ts';

/** The rest of the card, folded away: at a counter it is the QR that counts. */
export function CardDetails({ claims }: { claims: CardClaims }) {
  const { labels, values, details } = texts();
  const inWords = (value: string): string => values[value as keyof typeof values] ?? value;
  const born = [claims.birth_place, claims.birth_date && formatDay(claims.birth_date)].filter(Boolean);
  const rows: readonly (readonly [string, string | null | undefined])[] = [
    [labels.birth, born.join(', ')],
    [labels.sex, inWords(claims.sex)],
    [labels.bloodType, claims.blood_type],
    [labels.address, claims.address],
    [labels.religion, claims.religion],
    [labels.maritalStatus, inWords(claims.marital_status)],
    [labels.occupation, claims.occupation],
    [labels.citizenship, inWords(claims.citizenship)],
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
