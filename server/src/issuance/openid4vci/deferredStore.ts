import type { PublicJwk } from '@jatidiri/core/kit/suite.ts';
import type { ConfigurationId } from '@jatidiri/core/openid4vci/configurations.ts';
import { type Sql, statement } from '../../platform/db/database.ts';

/** Copies that were asked for and are not handed over yet. */
export interface Deferred {
  readonly id: string;
  readonly configuration: ConfigurationId;
  readonly identifier: string | null;
  readonly holderKeys: readonly PublicJwk[];
}

const INSERT = statement(
  'issuance.insertDeferred',
  `insert into deferred_credential (id, grant_id, configuration, identifier, holder_keys, transaction_hash)
   values ($1, $2, $3, $4, $5, $6)`,
);
const FIND = statement(
  'issuance.deferred',
  `select id, configuration, identifier, holder_keys as "holderKeys" from deferred_credential
   where transaction_hash = $1 and grant_id = $2 and handed_over_at is null`,
);
const HAND_OVER = statement(
  'issuance.handOverDeferred',
  `update deferred_credential set handed_over_at = $2 where id = $1 and handed_over_at is null returning 1 as done`,
);

export async function insertDeferred(
  sql: Sql,
  { id, configuration, identifier, holderKeys }: Deferred,
  grant: string,
  transactionHash: Buffer,
): Promise<void> {
  await sql.query(INSERT, [
    id,
    grant,
    configuration,
    identifier,
    JSON.stringify(holderKeys),
    transactionHash,
  ]);
}

/** What this grant still has to get under that transaction. */
export async function findDeferred(
  sql: Sql,
  transactionHash: Buffer,
  grant: string,
): Promise<Deferred | undefined> {
  return (await sql.query<Deferred>(FIND, [transactionHash, grant]))[0];
}

/** False when somebody was faster. */
export async function handOver(sql: Sql, id: string, at: Date): Promise<boolean> {
  return (await sql.query(HAND_OVER, [id, at])).length > 0;
}
