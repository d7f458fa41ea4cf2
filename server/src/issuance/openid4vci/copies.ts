import type { Validity } from '@jatidiri/core/issuance/validity.ts';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { PublicJwk } from '@jatidiri/core/kit/suite.ts';
import { BATCH_SIZE, type ConfigurationId } from '@jatidiri/core/openid4vci/configurations.ts';
import type { Openid4vciRefusalCode } from '@jatidiri/core/openid4vci/refusals.ts';
import type { ResidentId } from '@jatidiri/core/registry/model.ts';
import { append } from '../../ledger/index.ts';
import type { Sql } from '../../platform/db/database.ts';
import type { IssueDeps } from '../issueIkd.ts';
import { type Place, randomIndex, takePlaces, type What } from '../statusStore.ts';
import { walletOf } from './giveGrant.ts';
import { countCopies, type Grant, insertResponse, isGood } from './grantStore.ts';
import { hashOf } from './secrets.ts';

/** What of a configuration is asked for: by identifier where the grant has identifiers. */
export interface Dataset {
  readonly configuration: ConfigurationId;
  readonly identifier: string | null;
}

export interface CopiesRequest extends Dataset {
  readonly grant: Grant;
  /** One copy for each. */
  readonly holderKeys: readonly PublicJwk[];
}

export interface Copies {
  readonly credentials: readonly string[];
  readonly notificationId: string;
}

/** What has come in the way, asked in the transaction that takes the entries. */
export type Objection = (sql: Sql) => Promise<Openid4vciRefusalCode | undefined>;

/** Each copy takes an entry of a status list: enough for a year of showing one to each counter, and no more. */
const COPIES_PER_GRANT = 10 * BATCH_SIZE;

interface Placing {
  readonly notificationId: string;
  readonly validity: Validity;
  /** Whose wallet it is. */
  readonly resident: ResidentId;
  readonly what?: What;
}

/** Takes an entry of the status list for each copy, unless something objects. */
export async function placeCopies(
  deps: IssueDeps,
  sql: Sql,
  { grant, configuration, holderKeys }: CopiesRequest,
  { notificationId, validity, resident, what }: Placing,
  objection: Objection,
): Promise<Result<readonly Place[], Refusal<Openid4vciRefusalCode>>> {
  const code = (await objection(sql)) ?? (await objectionToGrant(deps, sql, grant));
  if (code) return refuse({ code });
  const copies = holderKeys.length + (await countCopies(sql, grant.id));
  if (copies > COPIES_PER_GRANT) return refuse({ code: 'openid4vci/too-many-copies' });
  const response = { id: deps.newId(), grant: grant.id, configuration, issuedAt: deps.now() };
  await insertResponse(sql, response, hashOf(notificationId));
  const owner = { activation: grant.activation, response: response.id };
  const random = () => randomIndex(deps.random);
  const places = await takePlaces(sql, owner, validity, holderKeys.length, random, what);
  await append(deps, sql, {
    kind: 'issuance/copies-issued',
    subject: resident,
    actor: walletOf(grant),
    details: {
      activation: grant.activation,
      grant: grant.id,
      configuration,
      copies: places.length,
      expiresAt: validity.expiresAt.toISOString(),
    },
  });
  return ok(places);
}

/** The identity may have left the handset that the grant was given to, between the token's check and this lock. */
async function objectionToGrant(
  { now }: IssueDeps,
  sql: Sql,
  grant: Grant,
): Promise<Openid4vciRefusalCode | undefined> {
  return (await isGood(sql, grant.id, now())) ? undefined : 'openid4vci/denied';
}
