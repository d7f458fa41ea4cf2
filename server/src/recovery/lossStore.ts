import type { ActivationId } from '@jatidiri/core/activation/model.ts';
import { type Sql, statement } from '../platform/db/database.ts';

const INSERT = statement(
  'recovery.insertLoss',
  'insert into loss_report (id, activation_id, held_since) values ($1, $2, $3)',
);
const OPEN_SINCE = statement(
  'recovery.openLoss',
  'select id from loss_report where activation_id = $1 and held_since = $2 and lifted_at is null',
);
const LIFT = statement('recovery.liftLoss', 'update loss_report set lifted_at = $2 where id = $1');
const LIFTED_SINCE = statement(
  'recovery.lossLiftedSince',
  'select 1 as lifted from loss_report where activation_id = $1 and lifted_at > $2 limit 1',
);

/** @param heldSince since when the identity is on hold because of this report */
export async function insertLoss(
  sql: Sql,
  id: string,
  activation: ActivationId,
  heldSince: Date,
): Promise<void> {
  sql.run(INSERT, [id, activation, heldSince]);
}

/** The report behind the hold that an identity is under since then; undefined when that has another ground. */
export async function findLossBehind(
  sql: Sql,
  activation: ActivationId,
  heldSince: Date,
): Promise<string | undefined> {
  return (await sql.query<{ id: string }>(OPEN_SINCE, [activation, heldSince]))[0]?.id;
}

export async function liftLoss(sql: Sql, id: string, at: Date): Promise<void> {
  sql.run(LIFT, [id, at]);
}

/** Whether the handset itself lifted a report since then. */
export async function wasLossLiftedSince(sql: Sql, activation: ActivationId, since: Date): Promise<boolean> {
  return (await sql.query(LIFTED_SINCE, [activation, since])).length > 0;
}
