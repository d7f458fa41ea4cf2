import type { ActivationId } from '@jatidiri/core/activation/model.ts';
import type { Portraits } from '@jatidiri/core/issuance/model.ts';
import { Personal } from '@jatidiri/core/kit/personal.ts';
import { type Sql, statement } from '../platform/db/database.ts';

const FIND = statement('issuance.portrait', 'select card, qr from portrait where activation_id = $1');
const PUT = statement(
  'issuance.putPortrait',
  'insert into portrait (activation_id, card, qr) values ($1, $2, $3) on conflict (activation_id) do nothing',
);
const DROP = statement('issuance.dropPortraits', 'delete from portrait where activation_id = any($1)');

export async function findPortraits(sql: Sql, activation: ActivationId): Promise<Portraits | undefined> {
  const [row] = await sql.query<{ card: Buffer; qr: Buffer }>(FIND, [activation]);
  return row && { card: personal(row.card), qr: personal(row.qr) };
}

export async function putPortraits(
  sql: Sql,
  activation: ActivationId,
  { card, qr }: Portraits,
): Promise<void> {
  await sql.query(PUT, [activation, Buffer.from(card.reveal()), Buffer.from(qr.reveal())]);
}

/** No picture is kept of an identity that has ended. */
export async function dropPortraits(sql: Sql, activations: readonly ActivationId[]): Promise<void> {
  await sql.query(DROP, [activations]);
}

const personal = (image: Buffer) => new Personal<Uint8Array<ArrayBuffer>, 'portrait'>(new Uint8Array(image));
