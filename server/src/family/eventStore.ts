import type { EventId, EventKind, EvidenceKind, RoleInEvent } from '@jatidiri/core/family/model.ts';
import type { IsoDate } from '@jatidiri/core/kit/date.ts';
import type { EntryId } from '@jatidiri/core/ledger/model.ts';
import type { ResidentId } from '@jatidiri/core/registry/model.ts';
import { type Sql, statement } from '../platform/db/database.ts';

/** An event as it was recorded. */
export interface RecordedEvent {
  readonly id: EventId;
  readonly kind: EventKind;
  readonly on: IsoDate;
  readonly recordedAt: Date;
  readonly officer: string;
  readonly office: string;
  readonly evidence: EvidenceKind;
  readonly evidenceNumber: string;
  /** The event that this one undoes. */
  readonly corrects: EventId | null;
}

export interface Concerned {
  readonly resident: ResidentId;
  readonly role: RoleInEvent;
  /** The ledger entry that opened their next version or changed their guardians; null where nothing changed. */
  readonly entry: EntryId | null;
}

const INSERT = statement(
  'family.insertEvent',
  `insert into life_event (id, kind, happened_on, recorded_at, officer, office, evidence, evidence_number, corrects)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
);
const INSERT_PEOPLE = statement(
  'family.insertEventPeople',
  `insert into life_event_person (event, resident, role, entry)
   select $1, * from unnest($2::uuid[], $3::text[], $4::uuid[])`,
);

export function insertEvent(sql: Sql, event: RecordedEvent, people: readonly Concerned[]): void {
  const { id, kind, on, recordedAt, officer, office, evidence, evidenceNumber, corrects } = event;
  sql.run(INSERT, [id, kind, on, recordedAt, officer, office, evidence, evidenceNumber, corrects]);
  sql.run(INSERT_PEOPLE, [
    id,
    people.map(({ resident }) => resident),
    people.map(({ role }) => role),
    people.map(({ entry }) => entry),
  ]);
}

const COLUMNS = `id, kind, happened_on as "on", recorded_at as "recordedAt", officer, office, evidence,
  evidence_number as "evidenceNumber", corrects`;
const FIND = statement('family.event', `select ${COLUMNS} from life_event where id = $1`);
const LOCK = statement('family.lockEvent', `select ${COLUMNS} from life_event where id = $1 for update`);
const IS_CORRECTED = statement(
  'family.isCorrected',
  'select exists (select from life_event where corrects = $1) as corrected',
);
const PEOPLE = statement(
  'family.eventPeople',
  'select resident, role, entry from life_event_person where event = $1',
);

export async function findEvent(sql: Sql, id: string): Promise<RecordedEvent | undefined> {
  const [row] = await sql.query<RecordedEvent>(FIND, [id]);
  return row;
}

export async function lockEvent(sql: Sql, id: string): Promise<RecordedEvent | undefined> {
  const [row] = await sql.query<RecordedEvent>(LOCK, [id]);
  return row;
}

export async function isCorrected(sql: Sql, id: EventId): Promise<boolean> {
  const [row] = await sql.query<{ corrected: boolean }>(IS_CORRECTED, [id]);
  return row!.corrected;
}

export const peopleIn = (sql: Sql, id: EventId): Promise<Concerned[]> => sql.query<Concerned>(PEOPLE, [id]);

const ABOUT = statement(
  'family.eventsAbout',
  `select ${COLUMNS}, exists (select from life_event c where c.corrects = life_event.id) as corrected,
     (select coalesce(array_agg(p.resident order by p.role desc), '{}') from life_event_person p
      where p.event = life_event.id and (p.role in ('subject', 'kept', 'retired')
        or (p.role, coalesce((select o.kind from life_event o where o.id = life_event.corrects), kind)) in (
          ('spouse', 'marriage'), ('spouse', 'divorce'),
          ('child', 'birth'), ('child', 'recognition'), ('child', 'guardianship')))) as whose
   from life_event join life_event_person on event = id
   where resident = $1 order by place desc limit 50`,
);

/** An event in somebody's history, and whose it is above all: the child of a birth, both who marry. */
export interface PastEvent extends RecordedEvent {
  readonly corrected: boolean;
  readonly whose: readonly ResidentId[];
}

/** What was recorded about a person, the newest first. */
export const eventsAbout = (sql: Sql, resident: ResidentId): Promise<PastEvent[]> =>
  sql.query<PastEvent>(ABOUT, [resident]);

/** A death in a family, as survivors are told of it. */
export interface KnownDeath {
  readonly resident: ResidentId;
  readonly on: IsoDate;
  readonly evidence: EvidenceKind;
  readonly evidenceNumber: string;
}

const DEATHS = statement(
  'family.deathsKnownTo',
  `select dead.resident, e.happened_on as "on", e.evidence, e.evidence_number as "evidenceNumber"
   from life_event_person survivor
   join life_event e on e.id = survivor.event and e.kind = 'death'
   join life_event_person dead on dead.event = e.id and dead.role = 'subject'
   where survivor.resident = $1 and survivor.role <> 'subject'
     and not exists (select from life_event c where c.corrects = e.id)
   order by e.place desc limit 20`,
);

/** The deaths of people who stood on one card with this person, unless a correction took them back. */
export const deathsAround = (sql: Sql, survivor: ResidentId): Promise<KnownDeath[]> =>
  sql.query<KnownDeath>(DEATHS, [survivor]);
