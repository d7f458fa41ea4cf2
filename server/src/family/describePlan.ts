import type { EventPlan } from '@jatidiri/core/family/model.ts';
import { type EventReply, SHOWN_PARTS } from '@jatidiri/core/family/wire.ts';
import { dayInKaltim, type IsoDate } from '@jatidiri/core/kit/date.ts';
import { holdsKia } from '@jatidiri/core/registry/kia.ts';
import type { Resident, ResidentId, ResidentRecord } from '@jatidiri/core/registry/model.ts';
import { isWajibKtp } from '@jatidiri/core/registry/wajibKtp.ts';
import type { WilayahTree } from '../wilayah/index.ts';
import { isGiven } from './numbers.ts';

interface Deps {
  readonly now: () => Date;
  readonly wilayah: Pick<WilayahTree, 'find'>;
}

type Parts = Record<(typeof SHOWN_PARTS)[number], string | null>;
/** What a number that is given on confirming looks like until then. */
const TO_COME = null;

/** A plan as an officer reads it: person by person, part by part, before and after. */
export function describePlan(
  deps: Deps,
  plan: EventPlan,
  concerned: readonly Pick<Resident, 'id' | 'name'>[],
): EventReply {
  const today = dayInKaltim(deps.now());
  const names = new Map<ResidentId, string>(concerned.map(({ id, name }) => [id, name.reveal()]));
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
      })),
      ...plan.changed.map(({ before, after, role }) => ({
        name: before.name.reveal(),
        nik: before.nik.reveal(),
        role,
        isNew: false,
        parts: differences(partsOf(deps, before, today), partsOf(deps, after, today)),
      })),
    ],
    guardians: plan.guardians.map(({ child, guardians }) => ({
      child: nameOf(child),
      guardians: guardians.map(({ guardian }) => nameOf(guardian)),
    })),
    warnings: [...plan.warnings],
  };
}

function partsOf({ wilayah }: Deps, record: ResidentRecord, today: IsoDate): Parts {
  const { life } = record;
  return {
    name: record.name.reveal(),
    birthDate: record.birthDate.reveal(),
    noKk: record.noKk.reveal(),
    relation: record.relation,
    maritalStatus: record.maritalStatus,
    address: record.address.reveal(),
    domicile: wilayah.find(record.domicile)?.name ?? record.domicile,
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
