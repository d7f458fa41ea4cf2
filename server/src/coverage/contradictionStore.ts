import type { Contradiction } from '@jatidiri/core/coverage/contradictions.ts';
import type { EntryId } from '@jatidiri/core/ledger/model.ts';
import type { WilayahCode } from '@jatidiri/core/wilayah/model.ts';
import { type Sql, statement } from '../platform/db/database.ts';

export interface KeptContradiction {
  readonly id: string;
  readonly region: WilayahCode;
  readonly foundAt: Date;
  readonly told: Contradiction;
  readonly resolution: { readonly reason: string; readonly at: Date; readonly office: string } | null;
}

interface Row {
  id: string;
  region: WilayahCode;
  foundAt: Date;
  told: Contradiction;
  reason: string | null;
  resolvedAt: Date | null;
  office: string | null;
}

const SELECT = `select contradiction.id, region, found_at as "foundAt", told, reason, resolved_at as "resolvedAt",
  office.name as office from contradiction left join office on office.id = resolved_by`;
const ALL = statement(
  'coverage.contradictions',
  `${SELECT} order by reason is not null, found_at desc, contradiction.id`,
);
const LOCK = statement(
  'coverage.lockContradiction',
  `${SELECT} where contradiction.id = $1 for update of contradiction`,
);
const KNOWN = statement('coverage.knownContradictions', 'select id from contradiction where id = any($1)');
const INSERT = statement(
  'coverage.insertContradictions',
  `insert into contradiction (id, opened_by, region, found_at, told)
   select id, $1, region, $2, told from unnest($3::text[], $4::text[], $5::jsonb[]) as found (id, region, told)
   on conflict do nothing`,
);

/** The open ones first, the newest of each first. */
export async function allContradictions(sql: Sql): Promise<KeptContradiction[]> {
  return (await sql.query<Row>(ALL)).map(toKept);
}

export async function lockContradiction(sql: Sql, id: string): Promise<KeptContradiction | undefined> {
  const [row] = await sql.query<Row>(LOCK, [id]);
  return row && toKept(row);
}

export async function knownAmong(sql: Sql, ids: readonly string[]): Promise<Set<string>> {
  return new Set((await sql.query<{ id: string }>(KNOWN, [ids])).map(({ id }) => id));
}

export async function insertContradictions(
  sql: Sql,
  found: readonly { readonly id: string; readonly told: Contradiction }[],
  at: Date,
  entry: EntryId,
): Promise<void> {
  await sql.query(INSERT, [
    entry,
    at,
    found.map(({ id }) => id),
    found.map(({ told }) => told.region),
    found.map(({ told }) => JSON.stringify(told)),
  ]);
}

const NAMES = 'id, opened_by, region, found_at, told, reason, resolved_at, resolved_by';
const RESOLVE = statement(
  'coverage.resolveContradiction',
  `with closed as (
     insert into contradiction_history (${NAMES}, closed_by) select ${NAMES}, $2 from contradiction where id = $1
   )
   update contradiction set opened_by = $2, reason = $3, resolved_at = $4, resolved_by = $5 where id = $1`,
);

/** Closes the open version and opens the resolved one. */
export async function putResolution(
  sql: Sql,
  id: string,
  resolution: { readonly reason: string; readonly at: Date; readonly office: string },
  entry: EntryId,
): Promise<void> {
  await sql.query(RESOLVE, [id, entry, resolution.reason, resolution.at, resolution.office]);
}

function toKept({ reason, resolvedAt, office, ...row }: Row): KeptContradiction {
  return {
    ...row,
    resolution: reason && resolvedAt ? { reason, at: resolvedAt, office: office ?? '' } : null,
  };
}
