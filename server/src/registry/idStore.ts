import type { EntryId } from '@jatidiri/core/ledger/model.ts';
import type { Nik, ResidentId } from '@jatidiri/core/registry/model.ts';
import { type Sql, statement } from '../platform/db/database.ts';
import { PRINTED } from './columns.ts';

const IDS = statement(
  'registry.idsByNik',
  'select id, nik::text from resident where nik = any($1::bigint[])',
);

/** The registry's own names of many people at once, in the order of `niks`; undefined where nobody has that NIK. */
export async function idsOf(sql: Sql, niks: readonly Nik[]): Promise<(ResidentId | undefined)[]> {
  const asked = niks.map((nik) => nik.reveal());
  const rows = await sql.query<{ id: ResidentId; nik: string }>(IDS, [asked]);
  const byNik = new Map(rows.map(({ id, nik }) => [nik, id]));
  return asked.map((nik) => byNik.get(nik));
}

const of = (table: string) => PRINTED.map((column) => `${table}.${column}`).join(', ');
const CORRECTED_BY = statement(
  'registry.correctedBy',
  `select opened.id from (
     select id, ${PRINTED.join(', ')} from resident where opened_by = $1
     union all select id, ${PRINTED.join(', ')} from resident_history where opened_by = $1
   ) opened join resident_history closed on closed.id = opened.id and closed.closed_by = $1
   where (${of('opened')}) is distinct from (${of('closed')})`,
);

/** Whose record says by this entry something else than before, of what a KTP-el prints. */
export async function correctedBy(sql: Sql, entry: EntryId): Promise<ResidentId[]> {
  return (await sql.query<{ id: ResidentId }>(CORRECTED_BY, [entry])).map(({ id }) => id);
}

const GONE_BY = statement(
  'registry.goneBy',
  `select id from resident where opened_by = $1 and life in ('deceased', 'annulled')`,
);

/** Who is deceased, or whose record is annulled, by this entry: one person, or those among an imported batch. */
export async function goneBy(sql: Sql, entry: EntryId): Promise<ResidentId[]> {
  return (await sql.query<{ id: ResidentId }>(GONE_BY, [entry])).map(({ id }) => id);
}
