import type { ActivationId } from '@jatidiri/core/activation/model.ts';
import { type Sql, statement } from '../platform/db/database.ts';

const PUT = statement(
  'recovery.putAttestation',
  'insert into move_attestation (id, activation_id, signed, received_at) values ($1, $2, $3, $4)',
);
const FIND = statement('recovery.attestation', 'select signed from move_attestation where id = $1');

export async function putMoveAttestation(
  sql: Sql,
  id: string,
  activation: ActivationId,
  signed: string,
  receivedAt: Date,
): Promise<void> {
  sql.run(PUT, [id, activation, signed, receivedAt]);
}

export async function findMoveAttestation(sql: Sql, id: string): Promise<string | undefined> {
  return (await sql.query<{ signed: string }>(FIND, [id]))[0]?.signed;
}
