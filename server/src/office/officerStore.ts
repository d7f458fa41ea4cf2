import type { EntryId } from '@jatidiri/core/ledger/model.ts';
import type { Office, Officer } from '@jatidiri/core/office/model.ts';
import type { WilayahCode } from '@jatidiri/core/wilayah/model.ts';
import { type Sql, statement } from '../platform/db/database.ts';

export interface OfficerRow {
  id: string;
  name: string;
  role: Officer['role'];
  state: Officer['state'];
  demo: boolean;
  office_id: string;
  office_name: string;
  office_wilayah: string;
}

/** An officer as this room keeps one: the others need not know about demonstrations. */
export interface KeptOfficer extends Officer {
  readonly demo: boolean;
}

export const OFFICER_COLUMNS = `officer.id, officer.name, officer.role, officer.state, officer.demo,
  office.id as office_id, office.name as office_name, office.wilayah as office_wilayah`;
const SELECT = `select ${OFFICER_COLUMNS} from officer join office on office.id = officer.office`;

const OFFICE = statement('office.office', 'select id, name, wilayah from office where id = $1');
const OFFICES = statement('office.offices', 'select id, name, wilayah from office order by wilayah, name');
const INSERT_OFFICE = statement(
  'office.insertOffice',
  'insert into office (id, opened_by, name, wilayah) values ($1, $2, $3, $4)',
);

export async function insertOffice(sql: Sql, office: Office, entry: EntryId): Promise<void> {
  await sql.query(INSERT_OFFICE, [office.id, entry, office.name, office.wilayah]);
}

export async function findOffice(sql: Sql, id: string): Promise<Office | undefined> {
  const [row] = await sql.query<Office>(OFFICE, [id]);
  return row;
}

export async function allOffices(sql: Sql): Promise<Office[]> {
  return sql.query<Office>(OFFICES);
}

const BY_ID = statement('office.officerById', `${SELECT} where officer.id = $1 for share of officer`);
const BY_ID_LOCKED = statement('office.lockOfficer', `${SELECT} where officer.id = $1 for update of officer`);

/** Held as it is until the caller's transaction ends: a suspension comes before it or after it, never in between. */
export async function officerById(sql: Sql, id: string): Promise<KeptOfficer | undefined> {
  return one(await sql.query<OfficerRow>(BY_ID, [id]));
}

export async function lockOfficer(sql: Sql, id: string): Promise<KeptOfficer | undefined> {
  return one(await sql.query<OfficerRow>(BY_ID_LOCKED, [id]));
}

const AT = statement(
  'office.officerAt',
  `select version.id, version.name, version.role, version.state, version.demo,
     office.id as office_id, office.name as office_name, office.wilayah as office_wilayah
   from (
     select id, name, role, state, demo, office from officer where id = $1 and opened_by < $2
     union all
     select id, name, role, state, demo, office from officer_history
     where id = $1 and opened_by < $2 and closed_by >= $2
   ) version join office on office.id = version.office`,
);

/** As the officer was just before a moment: versions are opened and closed by ledger entries, whose names tell the time. */
export async function officerBefore(sql: Sql, id: string, at: Date): Promise<KeptOfficer | undefined> {
  const first = `${at.getTime().toString(16).padStart(12, '0')}70008000000000000000`;
  return one(await sql.query<OfficerRow>(AT, [id, first]));
}

const OF_OFFICE = statement(
  'office.officersOf',
  `${SELECT} where office.id = $1 order by officer.name, officer.id`,
);
const DEMO = statement(
  'office.demoOfficers',
  `${SELECT} where officer.demo order by office.wilayah, officer.role, officer.id`,
);

export async function officersOf(sql: Sql, office: string): Promise<KeptOfficer[]> {
  return (await sql.query<OfficerRow>(OF_OFFICE, [office])).map(toOfficer);
}

export async function findDemoOfficers(sql: Sql): Promise<KeptOfficer[]> {
  return (await sql.query<OfficerRow>(DEMO)).map(toOfficer);
}

const ON_DUTY = statement(
  'office.officersOnDuty',
  `select id, name, office from officer where id = any($1) and state <> 'suspended' order by name, id`,
);

/** Those of these accounts that are not suspended, with the id of their office. */
export async function officersOnDuty(
  sql: Sql,
  ids: readonly string[],
): Promise<{ id: string; name: string; office: string }[]> {
  return sql.query(ON_DUTY, [ids]);
}

const INSERT = statement(
  'office.insertOfficer',
  'insert into officer (id, opened_by, office, name, role, state, demo) values ($1, $2, $3, $4, $5, $6, $7)',
);

export async function insertOfficer(sql: Sql, officer: KeptOfficer, entry: EntryId): Promise<void> {
  const { id, office, name, role, state, demo } = officer;
  await sql.query(INSERT, [id, entry, office.id, name, role, state, demo]);
}

const VERSION = 'id, opened_by, office, name, role, state, demo';
const REPLACE_STATE = statement(
  'office.replaceOfficerState',
  `with closed as (
     insert into officer_history (${VERSION}, closed_by) select ${VERSION}, $2 from officer where id = $1
   )
   update officer set opened_by = $2, state = $3 where id = $1`,
);

/** Closes the current version and opens the next, both by the same entry. */
export async function replaceOfficerState(
  sql: Sql,
  id: string,
  state: Officer['state'],
  entry: EntryId,
): Promise<void> {
  await sql.query(REPLACE_STATE, [id, entry, state]);
}

/** The region that an office serves. */
export async function officeRegion(sql: Sql, id: string): Promise<WilayahCode | undefined> {
  return (await findOffice(sql, id))?.wilayah;
}

/** In whose name an office signs: its own, and its head's. */
export interface Signatory {
  readonly office: string;
  /** Null while it has none. */
  readonly head: string | null;
}

const SIGNATORY = statement(
  'office.signatory',
  `select name as office, (select officer.name from officer
     where officer.office = office.id and role = 'headOfOffice' and state = 'active' order by officer.id limit 1) as head
   from office where wilayah = $1 order by name limit 1`,
);

/** Of the office of a region; undefined where there is none. */
export async function signatoryOf(sql: Sql, region: WilayahCode): Promise<Signatory | undefined> {
  const [row] = await sql.query<Signatory>(SIGNATORY, [region]);
  return row;
}

function one([row]: OfficerRow[]): KeptOfficer | undefined {
  return row && toOfficer(row);
}

export function toOfficer(row: OfficerRow): KeptOfficer {
  const { id, name, role, state, demo } = row;
  const office = { id: row.office_id, name: row.office_name, wilayah: row.office_wilayah as WilayahCode };
  return { id, name, role, state, demo, office };
}
