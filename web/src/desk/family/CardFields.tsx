import { RegionPicker } from '../../shared/region/RegionPicker.tsx';
import { Checks } from '../../shared/ui/Checks.tsx';
import { Choice } from '../../shared/ui/Choice.tsx';
import { Field } from '../../shared/ui/Field.tsx';
import { Select } from '../../shared/ui/Select.tsx';
import type { EventFieldsProps } from './EventFields.tsx';
import { faultOf } from './faults.ts';
import { texts } from './texts.ts';

/** Which card people come to stand on, and where that is. */
export function CardFields({ event, family, region, entries, wrong, onEnter }: EventFieldsProps) {
  const t = texts();
  const join = event === 'marriage' ? t.cardOfOne(family.person.name) : t.cardJoin;
  return (
    <>
      <Choice
        name="card"
        label={t.fields.card}
        options={[
          { value: 'new', label: t.cardNew },
          { value: 'join', label: join },
        ]}
        value={entries.card}
        onValue={(card) => onEnter({ card })}
      />
      {entries.card === 'new' && (
        <>
          <RegionPicker
            name="domicile"
            within={region}
            value={entries.domicile}
            onValue={(domicile) => onEnter({ domicile })}
          />
          {wrong.includes('domicile') && <p class="field-error">{faultOf('domicile', wrong)}</p>}
          <Field
            name="address"
            label={t.fields.address}
            error={faultOf('address', wrong)}
            value={entries.address}
            onValue={(address) => onEnter({ address })}
            maxLength={400}
          />
          <Checks
            name="homeless"
            label={t.fields.homeless}
            options={[{ value: 'yes', label: t.homeless }]}
            values={entries.homeless}
            onValues={(homeless) => onEnter({ homeless })}
          />
        </>
      )}
      {entries.card === 'join' && event !== 'marriage' && (
        <Field
          name="host"
          label={t.fields.host}
          error={faultOf('host', wrong)}
          value={entries.host}
          onValue={(host) => onEnter({ host })}
          inputMode="numeric"
          maxLength={24}
          digits
        />
      )}
    </>
  );
}

/** What becomes of those who stay on a card when its head leaves it. */
export function RemainingFields({ event, family, entries, wrong, onEnter }: EventFieldsProps) {
  const t = texts();
  const leaving = event === 'move' || event === 'moveOut' ? entries.members : [family.person.nik];
  const others = family.members.filter(({ nik }) => !leaving.includes(nik));
  return (
    <>
      <Select
        name="nextHead"
        label={t.fields.nextHead}
        value={entries.nextHead}
        options={[
          ['', t.choose],
          ...others.map(({ nik, name }) => [nik, name] as const),
          ['join', t.nextHeadJoin],
        ]}
        onValue={(nextHead) => onEnter({ nextHead })}
      />
      <p class="soft">{t.nextHeadHint}</p>
      {entries.nextHead === 'join' && (
        <Field
          name="remainingHost"
          label={t.fields.remainingHost}
          error={faultOf('remainingHost', wrong)}
          value={entries.remainingHost}
          onValue={(remainingHost) => onEnter({ remainingHost })}
          inputMode="numeric"
          maxLength={24}
          digits
        />
      )}
    </>
  );
}
