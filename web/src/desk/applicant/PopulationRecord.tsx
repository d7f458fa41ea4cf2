import { formatDay } from '../../shared/format.ts';
import type { Applicant } from './applicant.ts';
import { texts } from './texts.ts';

/** The registry's record in the order of the card, the name first and large. */
export function PopulationRecord({ record }: { record: Applicant['record'] }) {
  const t = texts();
  const { domicile } = record;
  const place = [domicile.kelurahanDesa, domicile.kecamatan, domicile.kabupatenKota, domicile.provinsi];
  const rows: readonly (readonly [label: string, value: string, digits?: boolean])[] = [
    [t.fields.nik, inFours(record.nik), true],
    [t.fields.birth, `${record.birthPlace}, ${formatDay(record.birthDate)}`],
    [t.fields.sex, t.sexes[record.sex]],
    [t.fields.address, [record.address, ...place].join(', ')],
    [t.fields.maritalStatus, t.maritalStatuses[record.maritalStatus] ?? record.maritalStatus],
    [t.fields.religion, record.religion],
    [t.fields.occupation, record.occupation],
    [t.fields.citizenship, t.citizenships[record.citizenship]],
    [t.fields.noKk, inFours(record.noKk), true],
  ];
  return (
    <section class="record" aria-labelledby="record">
      <h2 id="record" class="unseen">
        {t.record}
      </h2>
      <p class="record-name">{record.name}</p>
      <dl class="record-rows">
        {rows.map(([label, value, digits]) => (
          <div key={label} class="record-row">
            <dt>{label}</dt>
            <dd class={digits ? 'digits' : undefined}>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Sixteen digits are compared with a card four at a time. */
function inFours(digits: string): string {
  return digits.replace(/(\d{4})(?=\d)/g, '$1 ');
}
