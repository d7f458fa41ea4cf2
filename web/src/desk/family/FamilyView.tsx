import type { FamilyReply } from '@jatidiri/core/family/wire.ts';
import { dayInKaltim } from '@jatidiri/core/kit/date.ts';
import { formatDay, inFours } from '../../shared/format.ts';
import { inWords } from '../../shared/residentWords.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { Card } from '../../shared/ui/Card.tsx';
import { DeskPage } from '../DeskPage.tsx';
import { useDesk } from '../desk.ts';
import { DrawDocument } from './DrawDocument.tsx';
import { EventHistory, type RecordedEvent } from './EventHistory.tsx';
import type { EventKind } from './entries.ts';
import { offeredFor } from './offered.ts';
import { texts } from './texts.ts';

interface FamilyViewProps {
  readonly family: FamilyReply;
  readonly mayCorrect: boolean;
  readonly onEvent: (event: EventKind) => void;
  readonly onCorrect: (event: RecordedEvent) => void;
  readonly onBack: () => void;
}

/** A person, the card on which they stand, who answers for them, and what may be recorded. */
export function FamilyView({ family, mayCorrect, onEvent, onCorrect, onBack }: FamilyViewProps) {
  const t = texts();
  const { person, members, guardians } = family;
  const offered = offeredFor(family, dayInKaltim(useDesk().clock.now()));
  return (
    <DeskPage title={person.name} onBack={onBack} wide>
      <p class="desk-who">
        <span class="digits">{inFours(person.nik)}</span> · {t.codes[person.life]}
      </p>
      <div class="family-columns">
        <div class="stack">
          <Card title={t.card(inFours(family.noKk))}>
            <p class="soft">
              {family.address}, {family.domicileName}
            </p>
            <ul class="family-members">
              {members.map((member) => (
                <li
                  key={member.nik}
                  class={member.nik === person.nik ? 'family-member family-chosen' : 'family-member'}
                >
                  <strong>{member.name}</strong>
                  <span class="soft">
                    {t.codes[member.relation]} · {inWords(member.maritalStatus)} ·{' '}
                    {formatDay(member.birthDate)}
                    {member.kiaUntil && ` · KIA`}
                  </span>
                </li>
              ))}
            </ul>
            {members.length > 0 && (
              <>
                <DrawDocument nik={person.nik} document={{ kind: 'kk' }} label={t.printCard} />
                <DrawDocument nik={person.nik} document={{ kind: 'biodata' }} label={t.printBiodata} />
              </>
            )}
          </Card>
          {guardians.length > 0 && (
            <Card title={t.guardians}>
              <ul class="family-members">
                {guardians.map(({ name, ground }) => (
                  <li key={name} class="family-member">
                    <strong>{name}</strong>
                    <span class="soft">{t.grounds[ground]}</span>
                  </li>
                ))}
              </ul>
            </Card>
          )}
        </div>
        <div class="stack">
          {offered.length > 0 && (
            <section class="stack-s">
              <h2>{t.whatHappened}</h2>
              <div class="family-events">
                {offered.map((event) => (
                  <Button key={event} kind="secondary" onClick={() => onEvent(event)}>
                    {t.events[event]}
                  </Button>
                ))}
              </div>
            </section>
          )}
          <EventHistory
            nik={person.nik}
            events={family.events}
            mayCorrect={mayCorrect}
            onCorrect={onCorrect}
          />
        </div>
      </div>
    </DeskPage>
  );
}
