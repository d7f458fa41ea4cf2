import type { ActivationId } from '@jatidiri/core/activation/model.ts';
import { type Sql, statement } from '../platform/db/database.ts';

const PUT = statement(
  'activation.putLeft',
  `insert into left_handset (activation_id, device_thumbprint, left_at) values ($1, $2, $3)
   on conflict (activation_id, device_thumbprint) do update set left_at = excluded.left_at`,
);
const LEFT = statement(
  'activation.left',
  'select left_at as at from left_handset where activation_id = $1 and device_thumbprint = $2',
);

/** Remembers a handset that an identity has left for another one, so that its wallet can be told. */
export async function putLeft(
  sql: Sql,
  activation: ActivationId,
  thumbprint: string,
  at: Date,
): Promise<void> {
  sql.run(PUT, [activation, thumbprint, at]);
}

/** When an identity left this handset for another one; undefined when it never was there. */
export async function findLeft(
  sql: Sql,
  activation: ActivationId,
  thumbprint: string,
): Promise<Date | undefined> {
  const [row] = await sql.query<{ at: Date }>(LEFT, [activation, thumbprint]);
  return row?.at;
}
