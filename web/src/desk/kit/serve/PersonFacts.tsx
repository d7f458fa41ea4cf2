import { formatDay, inFours } from '../../../shared/format.ts';
import { inWords } from '../../../shared/residentWords.ts';
import { Notice } from '../../../shared/ui/Notice.tsx';
import { concernsAbout, type Serving } from './serving.ts';
import { texts } from './texts.ts';

/** What the kit carries of the person, or what the telephone says: the name first and large. */
export function PersonFacts({ serving }: { serving: Serving }) {
  const { application, carried } = serving;
  const { nik, name, phone, email } = application;
  const concerns = concernsAbout(serving);
  const t = texts();
  const rows: readonly (readonly [label: string, value: string, digits?: boolean])[] = [
    [t.facts.nik, inFours(nik.reveal()), true],
    ...(carried
      ? ([
          [t.facts.birth, formatDay(carried.birthDate)],
          [t.facts.sex, inWords(carried.sex)],
        ] as const)
      : []),
    [t.facts.phone, phone?.reveal() ?? t.noneGiven],
    [t.facts.email, email?.reveal() ?? t.noneGiven],
  ];
  return (
    <section class="record" aria-label={t.personTitle}>
      <p class="record-name">{carried?.name ?? name.reveal()}</p>
      <dl class="record-rows">
        {rows.map(([label, value, digits]) => (
          <div key={label} class="record-row">
            <dt>{label}</dt>
            <dd class={digits ? 'digits' : undefined}>{value}</dd>
          </div>
        ))}
      </dl>
      {!carried && (
        <Notice tone="info" title={t.notCarriedTitle}>
          <p>{t.notCarried}</p>
        </Notice>
      )}
      {concerns.length > 0 && (
        <Notice tone="warning" title={t.concernsTitle}>
          <ul class="notice-list">
            {concerns.map((concern) => (
              <li key={concern}>{t.concerns[concern]}</li>
            ))}
          </ul>
        </Notice>
      )}
    </section>
  );
}
