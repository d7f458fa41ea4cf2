import { EVIDENCE_FOR } from '@jatidiri/core/family/evidence.ts';
import { COURT_GROUNDS } from '@jatidiri/core/family/model.ts';
import type { FamilyReply } from '@jatidiri/core/family/wire.ts';
import { MARITAL_STATUSES, SEXES } from '@jatidiri/core/registry/model.ts';
import { inWords } from '../../shared/residentWords.ts';
import { Checks } from '../../shared/ui/Checks.tsx';
import { Choice } from '../../shared/ui/Choice.tsx';
import { Field } from '../../shared/ui/Field.tsx';
import { CardFields, RemainingFields } from './CardFields.tsx';
import { type Entries, type EntryField, type EventKind, FIELDS, headLeaves, partnerOf } from './entries.ts';
import { faultOf } from './faults.ts';
import { texts } from './texts.ts';

export interface EventFieldsProps {
  readonly event: EventKind;
  readonly family: FamilyReply;
  readonly region: string;
  readonly entries: Entries;
  readonly wrong: readonly EntryField[];
  /** The server asks for the next head of a card. */
  readonly asksHead: boolean;
  readonly onEnter: (entered: Partial<Entries>) => void;
}

/** The day, the fields of this event, and what it rests on. */
export function EventFields(props: EventFieldsProps) {
  const { event, family, entries, wrong, onEnter, asksHead } = props;
  const t = texts();
  const shown = FIELDS[event];
  const { person, members } = family;
  const error = (field: EntryField) => faultOf(field, wrong);
  type Line = { [F in EntryField]: Entries[F] extends string ? F : never }[EntryField];
  const line = (field: Line) => ({
    name: field,
    label: t.fields[field],
    error: error(field),
    value: entries[field],
    onValue: (value: string) => onEnter({ [field]: value }),
    autoComplete: 'off',
  });
  const nik = (field: Line) => ({
    ...line(field),
    inputMode: 'numeric' as const,
    maxLength: 24,
    digits: true,
  });
  const choice = (field: Line, options: readonly { value: string; label: string }[]) => ({
    name: field,
    label: t.fields[field],
    error: error(field),
    options,
    value: entries[field],
    onValue: (value: string) => onEnter({ [field]: value }),
  });
  const has = (field: EntryField) => shown.includes(field);
  const partner = partnerOf(person, members);
  const children = members.filter(
    ({ nik, maritalStatus }) => nik !== person.nik && maritalStatus === 'neverMarried',
  );
  const asOption = (one: FamilyReply['person']) => ({
    value: one.nik,
    label: one.name,
    hint: t.codes[one.relation] ?? '',
  });

  return (
    <>
      <Field {...line('on')} type="date" />
      {has('nik') && <Field {...nik('nik')} />}
      {has('name') && <Field {...line('name')} autoCapitalize="characters" maxLength={200} />}
      {has('sex') && (
        <Choice
          {...choice(
            'sex',
            SEXES.map((value) => ({ value, label: inWords(value) })),
          )}
        />
      )}
      {has('birthPlace') && <Field {...line('birthPlace')} maxLength={100} />}
      {has('birthDate') && <Field {...line('birthDate')} type="date" />}
      {has('maritalStatus') && (
        <Choice
          {...choice(
            'maritalStatus',
            MARITAL_STATUSES.map((value) => ({ value, label: inWords(value) })),
          )}
        />
      )}
      {has('religion') && <Field {...line('religion')} maxLength={100} />}
      {has('occupation') && <Field {...line('occupation')} maxLength={100} />}
      {has('mother') && <Field {...nik('mother')} hint={t.parentHint} optional />}
      {has('father') && (
        <Field {...nik('father')} {...(event === 'birth' && { hint: t.parentHint, optional: true })} />
      )}
      {has('carer') && <Field {...nik('carer')} hint={t.carerHint} optional />}
      {has('other') && <Field {...nik('other')} />}
      {has('guardian') && <Field {...nik('guardian')} />}
      {has('secondGuardian') && <Field {...nik('secondGuardian')} optional />}
      {has('ground') && (
        <Choice
          {...choice(
            'ground',
            COURT_GROUNDS.map((value) => ({ value, label: t.grounds[value] ?? value })),
          )}
        />
      )}
      {has('retired') && <Field {...nik('retired')} />}
      {has('leaver') && partner && <Choice {...choice('leaver', [person, partner].map(asOption))} />}
      {has('members') && (
        <Checks
          name="members"
          label={t.fields.members}
          error={error('members')}
          options={members.map(asOption)}
          values={entries.members}
          onValues={(values) => onEnter({ members: values })}
        />
      )}
      {has('children') && children.length > 0 && (
        <Checks
          name="children"
          label={t.fields.children}
          options={children.map(asOption)}
          values={entries.children}
          onValues={(values) => onEnter({ children: values })}
        />
      )}
      {has('card') && <CardFields {...props} />}
      {(headLeaves(event, entries, family) || (has('nextHead') && asksHead)) && (
        <RemainingFields {...props} />
      )}
      <Choice
        {...choice(
          'evidence',
          EVIDENCE_FOR[event].map((value) => ({ value, label: t.evidence[value] })),
        )}
      />
      <Field {...line('evidenceNumber')} maxLength={80} />
    </>
  );
}
