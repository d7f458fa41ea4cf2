import type { EventReply } from '@jatidiri/core/family/wire.ts';
import { formatDay, inFours } from '../../shared/format.ts';
import { inWords } from '../../shared/residentWords.ts';
import { Card } from '../../shared/ui/Card.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { texts } from './texts.ts';

type Part = EventReply['people'][number]['parts'][number]['part'];
const DAYS: readonly Part[] = ['birthDate', 'kia'];

/** +1, −1: with a true minus sign. */
const signed = (by: number): string => (by > 0 ? `+${by}` : `−${-by}`);

/** Person by person what an event changes: before and after, what follows from it, and the counts. */
export function EventChanges({ changes }: { changes: EventReply }) {
  const t = texts();
  const { people, guardians, counts, warnings } = changes;
  return (
    <div class="stack">
      {warnings.length > 0 && (
        <Notice tone="warning">
          <ul class="notice-list">
            {warnings.map((warning) => (
              <li key={warning}>{t.warnings[warning]}</li>
            ))}
          </ul>
        </Notice>
      )}
      <div class="family-changes">
        {people.map((person) => (
          <Card key={person.nik ?? person.name} title={person.name}>
            <p class="soft">
              {person.isNew ? t.newPerson : t.roles[person.role]}
              {' · '}
              <span class="digits">{person.nik ? inFours(person.nik) : `NIK: ${t.numberToCome}`}</span>
            </p>
            <dl class="family-parts">
              {person.parts.map(({ part, before, after }) => (
                <div key={part} class="family-part">
                  <dt>{t.parts[part]}</dt>
                  <dd>
                    {!person.isNew && (
                      <>
                        <del>{inPlainWords(part, before)}</del> <span aria-hidden="true">→</span>{' '}
                      </>
                    )}
                    <ins>
                      {part === 'noKk' && after === null ? t.numberToCome : inPlainWords(part, after)}
                    </ins>
                  </dd>
                </div>
              ))}
            </dl>
            {person.follows.length > 0 && (
              <ul class="family-follows">
                {person.follows.map((one) => (
                  <li key={one}>{t.follows[one]}</li>
                ))}
              </ul>
            )}
          </Card>
        ))}
      </div>
      {people.length === 0 && guardians.length === 0 && <p>{t.nothingHere}</p>}
      {guardians.map(({ child, guardians: named }) => (
        <p key={child}>{t.answerFor(child, named.join(', '))}</p>
      ))}
      {people.length > 0 && <p>{t.kkFollows}</p>}
      {counts.length > 0 && (
        <Card title={t.countsTitle}>
          <ul class="family-members">
            {counts.map(({ place, changes: changed }) => (
              <li key={place} class="family-member">
                <strong>{place}</strong>
                <span class="soft">
                  {changed.map(({ count, by }) => `${t.counts[count]} ${signed(by)}`).join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </div>
  );

  function inPlainWords(part: Part, value: string | null): string {
    if (value === null) return t.nothing;
    if (DAYS.includes(part)) return formatDay(value);
    if (part === 'noKk') return inFours(value);
    return t.codes[value] ?? inWords(value);
  }
}
