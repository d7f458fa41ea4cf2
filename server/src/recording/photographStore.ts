import type { ResidentId } from '@jatidiri/core/registry/model.ts';
import { type Sql, statement } from '../platform/db/database.ts';

const PHOTOGRAPH = statement(
  'recording.photograph',
  `select p.sealed, p.capture from capture c join captured_piece p on p.capture = c.id and p.slot = 'photograph'
   where c.resident = $1 and c.state in ('finished', 'disputed', 'enrolled') and p.sealed is not null`,
);

/** The photograph of the last finished sitting, as it lies sealed. */
export async function sealedPhotograph(
  sql: Sql,
  resident: ResidentId,
): Promise<{ readonly sealed: Buffer; readonly capture: string } | undefined> {
  const [row] = await sql.query<{ sealed: Buffer; capture: string }>(PHOTOGRAPH, [resident]);
  return row;
}
