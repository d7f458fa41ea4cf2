import type { FullCard } from '@jatidiri/core/identityqr/model.ts';
import { formatDay } from '../../shared/format.ts';
import { inWords, residentLabels } from '../../shared/residentWords.ts';

/** The rest of a KTP-el, line by line as the card has it. */
export function CardDetails({ card }: { card: FullCard }) {
  const labels = residentLabels();
  const rows: readonly (readonly [string, string])[] = [
    [labels.birth, `${card.birthPlace.reveal()}, ${formatDay(card.birthDate.reveal())}`],
    [labels.sex, inWords(card.sex)],
    ...(card.bloodType ? [[labels.bloodType, card.bloodType] as const] : []),
    [labels.address, card.address.reveal()],
    [labels.religion, card.religion.reveal()],
    [labels.maritalStatus, inWords(card.maritalStatus)],
    [labels.occupation, card.occupation],
    [labels.citizenship, inWords(card.citizenship)],
  ];
  return (
    <dl class="card-details">
      {rows.map(([label, value]) => (
        <div key={label}>
          <dt class="soft">{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
