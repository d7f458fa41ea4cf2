import type { Grant, GrantId, GrantRead, Outcome } from '@jatidiri/core/consent/model.ts';
import type { IkdClaim } from '@jatidiri/core/issuance/ikdClaims.ts';
import type { PartnerId } from '@jatidiri/core/partner/model.ts';
import type { ResidentId } from '@jatidiri/core/registry/model.ts';
import { type Sql, statement, violatedConstraint } from '../platform/db/database.ts';

const COLUMNS = `id, request, partner, partner_name as "partnerName", purpose, purpose_text as "purposeText",
  resident_id as resident, attributes, once, granted_at as "grantedAt", until, state, ended_at as "endedAt"`;
const INSERT = statement(
  'consent.insertGrant',
  `insert into consent_grant
     (id, request, partner, partner_name, purpose, purpose_text, resident_id, attributes, once, granted_at, until, state)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'standing')`,
);
const LOCK = statement('consent.lockGrant', `select ${COLUMNS} from consent_grant where id = $1 for update`);
const OF_PARTNER = statement(
  'consent.grantsOfPartner',
  `select ${COLUMNS} from consent_grant where partner = $1 and state = 'standing' and until > $2
   order by granted_at desc limit $3`,
);
const OF_RESIDENT = statement(
  'consent.grantsOfResident',
  `select ${COLUMNS} from consent_grant where resident_id = $1 order by granted_at desc limit $2`,
);
const END = statement('consent.endGrant', 'update consent_grant set state = $2, ended_at = $3 where id = $1');

export function insertGrant(sql: Sql, grant: Grant): void {
  const { id, request, partner, partnerName, purpose, purposeText } = grant;
  const { resident, attributes, once, grantedAt, until } = grant;
  sql.run(INSERT, [
    id,
    request,
    partner,
    partnerName,
    purpose,
    purposeText,
    resident,
    attributes,
    once,
    grantedAt,
    until,
  ]);
}

/** Holds the grant until the transaction ends: a read and a withdrawal follow each other. */
export async function lockGrant(sql: Sql, id: GrantId): Promise<Grant | undefined> {
  return (await sql.query<Grant>(LOCK, [id]))[0];
}

export const standingGrantsOf = (sql: Sql, partner: PartnerId, now: Date, limit: number): Promise<Grant[]> =>
  sql.query<Grant>(OF_PARTNER, [partner, now, limit]);

export const grantsOf = (sql: Sql, resident: ResidentId, limit: number): Promise<Grant[]> =>
  sql.query<Grant>(OF_RESIDENT, [resident, limit]);

export function endGrant(sql: Sql, id: GrantId, state: 'used' | 'withdrawn', at: Date): void {
  sql.run(END, [id, state, at]);
}

interface ReadRow {
  id: string;
  partner: PartnerId;
  grant: GrantId;
  at: Date;
  attributes: IkdClaim[];
  outcome: Outcome | null;
  note: string | null;
  reportedAt: Date | null;
}

const READ_COLUMNS =
  'id, partner, grant_id as "grant", at, attributes, outcome, note, reported_at as "reportedAt"';
const INSERT_READ = statement(
  'consent.insertRead',
  'insert into consent_read (id, partner, grant_id, at, attributes) values ($1, $2, $3, $4, $5)',
);
const LOCK_READ = statement(
  'consent.lockRead',
  `select ${READ_COLUMNS} from consent_read where partner = $1 and id = $2 for update`,
);
const READS_UNDER = statement(
  'consent.readsUnder',
  `select ${READ_COLUMNS} from (
     select *, row_number() over (partition by grant_id order by at desc) as place
     from consent_read where grant_id = any($1)
   ) numbered where place <= $2 order by at desc`,
);
const REPORT = statement(
  'consent.reportOutcome',
  'update consent_read set outcome = $3, note = $4, reported_at = $5 where partner = $1 and id = $2',
);

export function insertRead(sql: Sql, { id, partner, grant, at, attributes }: GrantRead): void {
  sql.run(INSERT_READ, [id, partner, grant, at, attributes]);
}

export const isReadTaken = (error: unknown): boolean => violatedConstraint(error) === 'consent_read_pkey';

export async function lockRead(sql: Sql, partner: PartnerId, id: string): Promise<GrantRead | undefined> {
  const [row] = await sql.query<ReadRow>(LOCK_READ, [partner, id]);
  return row && toRead(row);
}

/** The newest reads under each of these grants. */
export async function readsUnder(
  sql: Sql,
  grants: readonly GrantId[],
  limitEach: number,
): Promise<ReadonlyMap<GrantId, GrantRead[]>> {
  const rows = await sql.query<ReadRow>(READS_UNDER, [grants, limitEach]);
  return Map.groupBy(rows.map(toRead), ({ grant }) => grant);
}

export function writeOutcome(sql: Sql, { partner, id, outcome }: GrantRead): void {
  sql.run(REPORT, [partner, id, outcome!.code, outcome!.note, outcome!.at]);
}

function toRead({ outcome, note, reportedAt, ...row }: ReadRow): GrantRead {
  return { ...row, outcome: outcome && { code: outcome, note, at: reportedAt! } };
}
