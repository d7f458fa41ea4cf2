import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Done, planCorrection } from '@jatidiri/core/family/correction.ts';
import type { Facts } from '@jatidiri/core/family/draft.ts';
import { EVIDENCE_FOR } from '@jatidiri/core/family/evidence.ts';
import type { EventPlan, LifeEvent, Remaining } from '@jatidiri/core/family/model.ts';
import { planEvent } from '@jatidiri/core/family/planEvent.ts';
import { addYears, type IsoDate, toIsoDate } from '@jatidiri/core/kit/date.ts';
import { Personal } from '@jatidiri/core/kit/personal.ts';
import { issueKia, kiaFormOn } from '@jatidiri/core/registry/kia.ts';
import {
  FAMILY_RELATIONS,
  type FamilyRelation,
  type Resident,
  type ResidentId,
} from '@jatidiri/core/registry/model.ts';
import type { WilayahCode } from '@jatidiri/core/wilayah/model.ts';
import fc from 'fast-check';

const TODAY = toIsoDate('2026-11-22');
const HOME = '64.72.03.1001' as WilayahCode;

interface Drawn {
  readonly relation: FamilyRelation;
  readonly age: number;
  readonly sex: Resident['sex'];
}

/** A card with one head, perhaps a spouse, and whoever else lives with them. */
const card = fc
  .record({
    head: fc.integer({ min: 19, max: 80 }),
    married: fc.boolean(),
    others: fc.array(
      fc.record({
        relation: fc.constantFrom(...FAMILY_RELATIONS.filter((one) => one !== 'head' && one !== 'spouse')),
        age: fc.integer({ min: 0, max: 60 }),
        sex: fc.constantFrom('female' as const, 'male' as const),
      }),
      { maxLength: 5 },
    ),
  })
  .map(({ head, married, others }): Drawn[] => [
    { relation: 'head', age: head, sex: 'male' },
    ...(married ? [{ relation: 'spouse' as const, age: head, sex: 'female' as const }] : []),
    ...others,
  ]);
const town = fc.array(card, { minLength: 2, maxLength: 3 }).map((cards) => cards.flatMap(peopleOn));

function peopleOn(card: readonly Drawn[], number: number): Resident[] {
  const married = card.some(({ relation }) => relation === 'spouse');
  return card.map(({ relation, age, sex }, place): Resident => {
    const birthDate = new Personal<IsoDate, 'birthDate'>(addYears(TODAY, -age));
    const couple = married && (relation === 'head' || relation === 'spouse');
    const form = kiaFormOn({ birthDate }, TODAY);
    return {
      id: `00000000-0000-7000-8000-00000000${number}${String(place).padStart(3, '0')}` as ResidentId,
      nik: new Personal(`64720301010000${number}${place}`),
      noKk: new Personal(`647203010120000${number}`),
      relation,
      name: new Personal(`WARGA ${number} ${place}`),
      sex,
      birthPlace: new Personal('SAMARINDA'),
      birthDate,
      maritalStatus: couple ? 'married' : 'neverMarried',
      firstMarriedOn: null,
      religion: new Personal('ISLAM'),
      occupation: 'WIRASWASTA',
      bloodType: null,
      citizenship: { kind: 'wni' },
      address: new Personal(`JL. CONTOH NO. ${number}`),
      domicile: HOME,
      recording: 'unregistered',
      recordedOn: null,
      kia: age < 17 ? issueKia({ birthDate }, form, TODAY) : null,
      life: { kind: 'present' },
      validFrom: TODAY,
    };
  });
}

/** An event about people of the town, sensible or not. */
const event = (people: readonly Resident[]): fc.Arbitrary<LifeEvent> => {
  const somebody = fc.constantFrom(...people).map(({ nik }) => nik);
  const some = fc
    .uniqueArray(fc.constantFrom(...people), { maxLength: 4 })
    .map((all) => all.map(({ nik }) => nik));
  const remaining: fc.Arbitrary<Remaining | null> = fc.oneof(
    fc.constant(null),
    somebody.map((next) => ({ kind: 'head', next }) as const),
    somebody.map((host) => ({ kind: 'join', host }) as const),
  );
  const at = { domicile: HOME, address: new Personal<string, 'address'>('JL. BARU') };
  const to = fc.oneof(
    fc.constant({ kind: 'new', at } as const),
    somebody.map((host) => ({ kind: 'join', host }) as const),
  );
  return fc.oneof(
    fc.record({ kind: fc.constant('death' as const), person: somebody, remaining }),
    fc.record({ kind: fc.constant('move' as const), members: some, to, remaining }),
    fc.record({ kind: fc.constant('moveOut' as const), members: some, remaining }),
    fc.record({
      kind: fc.constant('marriage' as const),
      one: somebody,
      other: somebody,
      at: fc.constantFrom(null, at),
      children: fc.constant([]),
      remaining,
    }),
    fc.record({
      kind: fc.constant('divorce' as const),
      stays: somebody,
      leaves: somebody,
      children: fc.constant([]),
      to,
    }),
    fc.record({ kind: fc.constant('merge' as const), kept: somebody, retired: somebody, remaining }),
    fc.record({
      kind: fc.constant('guardianship' as const),
      child: somebody,
      guardians: some,
      ground: fc.constantFrom('adoption' as const, 'foster' as const, 'court' as const),
    }),
  );
};

const groundsOf = ({ kind }: LifeEvent) => ({ on: TODAY, evidence: EVIDENCE_FOR[kind][0]! });

function factsOf(people: readonly Resident[]): Facts {
  let given = 0;
  return {
    today: TODAY,
    person: (nik) => people.find((one) => one.nik.reveal() === nik.reveal()),
    family: (noKk) =>
      people.filter((one) => one.noKk.reveal() === noKk.reveal() && one.life.kind === 'present'),
    guardians: () => [],
    wards: () => [],
    isDomicile: () => true,
    numbers: {
      nik: () => new Personal('6472036211260001'),
      noKk: () => new Personal(`64720322112600${String(++given).padStart(2, '0')}`),
    },
  };
}

function afterwards(people: readonly Resident[], { changed }: EventPlan): Resident[] {
  const next = new Map(changed.map(({ after }) => [after.id, after]));
  return people.map((one) => next.get(one.id) ?? one);
}

const happened = town.chain((people) => fc.tuple(fc.constant(people), event(people)));

describe('whatever happens to families', () => {
  it('every card on which somebody lives has one head, old enough for it', () => {
    let planned = 0;
    fc.assert(
      fc.property(happened, ([people, what]) => {
        const plan = planEvent(what, groundsOf(what), factsOf(people));
        if (!plan.ok) return;
        planned += 1;
        const present = afterwards(people, plan.value).filter(({ life }) => life.kind === 'present');
        for (const members of Map.groupBy(present, ({ noKk }) => noKk.reveal()).values()) {
          const heads = members.filter(({ relation }) => relation === 'head');
          assert.equal(heads.length, 1, `${what.kind}: ${members.map(({ relation }) => relation)}`);
          const { birthDate, maritalStatus } = heads[0]!;
          assert.ok(
            birthDate.reveal() <= addYears(TODAY, -17) || maritalStatus !== 'neverMarried',
            what.kind,
          );
        }
      }),
      { numRuns: 1500 },
    );
    assert.ok(planned > 150, `${planned} events were possible`);
  });

  it('a correction gives back what every record said before, and the day alone tells the difference', () => {
    fc.assert(
      fc.property(happened, ([people, what]) => {
        const plan = planEvent(what, groundsOf(what), factsOf(people));
        if (!plan.ok) return;
        const now = afterwards(people, plan.value);
        const done: Done[] = plan.value.changed.map(({ role, before, after }) => ({
          role,
          before,
          after,
          now: after,
        }));
        const undone = planCorrection(done, { on: TODAY, evidence: 'officeMinutes' }, factsOf(now));
        assert.ok(undone.ok, `${what.kind}: ${JSON.stringify(undone)}`);
        const again = afterwards(now, undone.value);
        assert.deepEqual(again.map(revealed), people.map(revealed));
        const roles = ({ changed }: EventPlan) => changed.map(({ role }) => role).toSorted();
        assert.deepEqual(roles(undone.value), roles(plan.value));
      }),
      { numRuns: 800 },
    );
  });
});

const revealed = (one: Resident) =>
  Object.fromEntries(
    Object.entries(one).map(([part, value]) => [part, value instanceof Personal ? value.reveal() : value]),
  );
