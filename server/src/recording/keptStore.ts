import type { Slot } from '@jatidiri/core/recording/model.ts';
import type { ResidentId } from '@jatidiri/core/registry/model.ts';
import { type Sql, statement } from '../platform/db/database.ts';

const SEALED = statement(
  'recording.sealedOf',
  `select p.sealed, p.capture from capture c join captured_piece p on p.capture = c.id and p.slot = $2
   where c.resident = $1 and c.state in ('finished', 'disputed', 'enrolled') and p.sealed is not null`,
);

/** A piece of somebody's last finished sitting, as it lies sealed. */
export async function sealedOf(
  sql: Sql,
  resident: ResidentId,
  slot: Slot,
): Promise<{ readonly sealed: Buffer; readonly capture: string } | undefined> {
  const [row] = await sql.query<{ sealed: Buffer; capture: string }>(SEALED, [resident, slot]);
  return row;
}

const PHOTOGRAPHED = statement(
  'recording.photographed',
  `select c.resident from capture c join captured_piece p on p.capture = c.id and p.slot = 'photograph'
   where c.resident = any($1) and c.state in ('finished', 'disputed', 'enrolled')`,
);

/** Who of these has a photograph from a finished sitting. */
export async function photographed(sql: Sql, residents: readonly ResidentId[]): Promise<ResidentId[]> {
  const rows = await sql.query<{ resident: ResidentId }>(PHOTOGRAPHED, [residents]);
  return rows.map(({ resident }) => resident);
}
