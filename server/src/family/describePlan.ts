import { consequencesFor, countChanges, type Standing } from '@jatidiri/core/family/consequences.ts';
import type { EventPlan } from '@jatidiri/core/family/model.ts';
import { type EventReply, SHOWN_PARTS } from '@jatidiri/core/family/wire.ts';
import { dayInKaltim, type IsoDate } from '@jatidiri/core/kit/date.ts';
import { holdsKia } from '@jatidiri/core/registry/kia.ts';
import type { Resident, ResidentId, ResidentRecord } from '@jatidiri/core/registry/model.ts';
import { isWajibKtp } from '@jatidiri/core/registry/wajibKtp.ts';
import type { WilayahCode } from '@jatidiri/core/wilayah/model.ts';
import type { Sql } from '../platform/db/database.ts';
import { findByIds } from '../registry/index.ts';
import type { WilayahTree } from '../wilayah/index.ts';
import { isGiven } from './numbers.ts';

export interface DescribeDeps {
  readonly now: () => Date;
  readonly wilayah: Pick<WilayahTree, 'find'>;
  /** Whose identity (IKD) is active or on hold, of these. */
  readonly holdersAmong: (sql: Sql, residents: readonly ResidentId[]) => Promise<ReadonlySet<ResidentId>>;
}

type Named = Pick<Resident, 'id' | 'name'>;
type Parts = Record<(typeof SHOWN_PARTS)[number], string | null>;
/** What a number that is given on confirming looks like until then. */
const TO_COME = null;

/**
 * A plan as an officer reads it: person by person, part by part, before and after, and what follows from it. Whose record
 * is known already is not read again for the name.
 */
export async function describePlan(
  deps: DescribeDeps,
  sql: Sql,
  plan: EventPlan,
  known: readonly Named[] = [],
): Promise<EventReply> {
  const ids = plan.changed.map(({ after }) => after.id);
  const standing = { today: dayInKaltim(deps.now()), holders: await deps.holdersAmong(sql, ids) };
  return describe(deps, plan, await namesIn(sql, plan, known), standing);
}

/** Children and guardians may stand on other cards than those who change. */
async function namesIn(
  sql: Sql,
  { guardians, changed }: EventPlan,
  known: readonly Named[],
): Promise<ReadonlyMap<ResidentId, string>> {
  const people = new Map([...known, ...changed.map(({ after }) => after)].map((one) => [one.id, one]));
  const ids = guardians.flatMap((set) => [
    ...(set.child ? [set.child] : []),
    ...set.guardians.map(({ guardian }) => guardian),
  ]);
  const others = ids.filter((id) => !people.has(id));
  for (const one of others.length > 0 ? await findByIds(sql, others) : []) people.set(one.id, one);
  return new Map([...people.values()].map(({ id, name }) => [id, name.reveal()]));
}

function describe(
  deps: DescribeDeps,
  plan: EventPlan,
  names: ReadonlyMap<ResidentId, string>,
  standing: Standing,
): EventReply {
  const { today } = standing;
  const [newborn] = plan.added;
  const nameOf = (id: ResidentId | null) =>
    (id === null ? newborn?.record.name.reveal() : names.get(id)) ?? '';
  return {
    people: [
      ...plan.added.map(({ record, role }) => ({
        name: record.name.reveal(),
        nik: given(record.nik.reveal()),
        role,
        isNew: true,
        parts: differences(undefined, partsOf(deps, record, today)),
        follows: [],
      })),
      ...plan.changed.map(({ before, after, role }) => ({
        name: before.name.reveal(),
        nik: before.nik.reveal(),
        role,
        isNew: false,
        parts: differences(partsOf(deps, before, today), partsOf(deps, after, today)),
        follows: consequencesFor({ before, after }, standing),
      })),
    ],
    guardians: plan.guardians.map(({ child, guardians }) => ({
      child: nameOf(child),
      guardians: guardians.map(({ guardian }) => nameOf(guardian)),
    })),
    counts: [...Map.groupBy(countChanges(plan, standing), ({ domicile }) => domicile)].map(
      ([domicile, changes]) => ({
        place: placeOf(deps, domicile),
        changes: changes.map(({ count, by }) => ({ count, by })),
      }),
    ),
    warnings: [...plan.warnings],
  };
}

const placeOf = ({ wilayah }: DescribeDeps, domicile: WilayahCode): string =>
  wilayah.find(domicile)?.name ?? domicile;

function partsOf(deps: DescribeDeps, record: ResidentRecord, today: IsoDate): Parts {
  const { life } = record;
  return {
    name: record.name.reveal(),
    birthDate: record.birthDate.reveal(),
    noKk: record.noKk.reveal(),
    relation: record.relation,
    maritalStatus: record.maritalStatus,
    address: record.address.reveal(),
    domicile: placeOf(deps, record.domicile),
    life: life.kind,
    kia: holdsKia(record.kia, today) ? record.kia.until : null,
    wajibKtp: String(isWajibKtp(record, today)),
  };
}

function differences(before: Parts | undefined, after: Parts) {
  return SHOWN_PARTS.filter((part) => before?.[part] !== after[part]).map((part) => ({
    part,
    before: before?.[part] ?? null,
    after: part === 'noKk' ? given(after.noKk ?? '') : after[part],
  }));
}

const given = (number: string): string | null => (isGiven(number) ? number : TO_COME);
