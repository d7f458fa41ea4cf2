import { formatDay, inFours } from '../../shared/format.ts';
import { inWords, residentLabels } from '../../shared/residentWords.ts';
import type { Applicant } from './applicant.ts';
import { texts } from './texts.ts';

/** The registry's record in the order of the card, the name first and large. */
export function PopulationRecord({ record }: { record: Applicant['record'] }) {
  const labels = residentLabels();
  const { domicile } = record;
  const place = [domicile.kelurahanDesa, domicile.kecamatan, domicile.kabupatenKota, domicile.provinsi];
  const rows: readonly (readonly [label: string, value: string, digits?: boolean])[] = [
    [labels.nik, inFours(record.nik), true],
    [labels.birth, `${record.birthPlace}, ${formatDay(record.birthDate)}`],
    [labels.sex, inWords(record.sex)],
    [labels.address, [record.address, ...place].join(', ')],
    [labels.maritalStatus, inWords(record.maritalStatus)],
    [labels.religion, record.religion],
    [labels.occupation, record.occupation],
    [labels.citizenship, inWords(record.citizenship)],
    [labels.noKk, inFours(record.noKk), true],
  ];
  return (
    <section class="record" aria-labelledby="record">
      <h2 id="record" class="unseen">
        {texts().record}
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
