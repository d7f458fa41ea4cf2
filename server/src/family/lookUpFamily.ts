import type { FamilyRefusal } from '@jatidiri/core/family/refusals.ts';
import type { FamilyReply } from '@jatidiri/core/family/wire.ts';
import { dayInKaltim, type IsoDate } from '@jatidiri/core/kit/date.ts';
import { ok, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { Officer } from '@jatidiri/core/office/model.ts';
import { serves } from '@jatidiri/core/office/rules.ts';
import { holdsKia } from '@jatidiri/core/registry/kia.ts';
import type { Nik, Resident, ResidentId } from '@jatidiri/core/registry/model.ts';
import { placeNames } from '@jatidiri/core/wilayah/tree.ts';
import { append, appendMany } from '../ledger/index.ts';
import { officerActor, officerById } from '../office/index.ts';
import type { Sql } from '../platform/db/database.ts';
import { familyOf, findByIds, findByNik } from '../registry/index.ts';
import { eventsAbout, type PastEvent } from './eventStore.ts';
import { type EventDeps, readsOf } from './recordEvent.ts';
import { guardiansOf } from './relations.ts';

interface Deps extends EventDeps {
  readonly officeName: (id: string) => Promise<string | null>;
}

/** A person, the card on which they stand, who answers for them, and what was recorded; each of them sees who looked. */
export async function lookUpFamily(
  deps: Deps,
  officer: Officer,
  nik: Nik,
): Promise<Result<FamilyReply, FamilyRefusal>> {
  return deps.database.write(async (sql): Promise<Result<FamilyReply, FamilyRefusal>> => {
    const person = await findByNik(sql, nik);
    if (!person || !serves(officer.office, person.domicile, deps.serviceArea)) {
      const code = person ? 'family/outside-region' : 'family/person-unknown';
      // Whoever looks without an outcome is written down too.
      await append(deps, sql, {
        kind: 'family/lookup-refused',
        subject: person?.id ?? null,
        actor: officerActor(officer),
        details: { code },
      });
      return refuse({ code, field: 'nik' });
    }
    const members = await familyOf(sql, person.noKk);
    const events = await eventsAbout(sql, person.id);
    const inEvents = await findByIds(sql, [...new Set(events.flatMap(({ whose }) => whose))]);
    const seen = new Map([person, ...members, ...inEvents].map((one) => [one.id, one]));
    appendMany(deps, sql, readsOf(officer, [...seen.values()]));
    const today = dayInKaltim(deps.now());
    return ok({
      person: memberOf(person, today),
      noKk: person.noKk.reveal(),
      address: person.address.reveal(),
      domicile: person.domicile,
      domicileName: Object.values(placeNames(deps.wilayah, person.domicile)).join(', '),
      members: members.map((member) => memberOf(member, today)),
      guardians: (await guardiansOf(deps, sql, person.id)).map(({ resident, ground }) => ({
        name: resident.name.reveal(),
        ground,
      })),
      events: await eventsOf(deps, sql, events, seen),
    });
  });
}

async function eventsOf(
  { officeName }: Deps,
  sql: Sql,
  events: readonly PastEvent[],
  seen: ReadonlyMap<ResidentId, Resident>,
): Promise<FamilyReply['events']> {
  return Promise.all(
    events.map(async (event) => ({
      id: event.id,
      kind: event.kind,
      on: event.on,
      recordedAt: event.recordedAt.toISOString(),
      officerName: (await officerById(sql, event.officer))?.name ?? '',
      officeName: (await officeName(event.office)) ?? '',
      evidence: { kind: event.evidence, number: event.evidenceNumber },
      corrected: event.corrected,
      whose: event.whose.map((one) => seen.get(one)!.name.reveal()),
    })),
  );
}

function memberOf(one: Resident, today: IsoDate): FamilyReply['person'] {
  return {
    nik: one.nik.reveal(),
    name: one.name.reveal(),
    relation: one.relation,
    sex: one.sex,
    birthDate: one.birthDate.reveal(),
    maritalStatus: one.maritalStatus,
    life: one.life.kind,
    kiaUntil: holdsKia(one.kia, today) ? one.kia.until : null,
  };
}
