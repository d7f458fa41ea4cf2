import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { PublicJwk } from '@jatidiri/core/kit/suite.ts';
import {
  BATCH_SIZE,
  type ConfigurationId,
  CREDENTIAL_CONFIGURATIONS,
} from '@jatidiri/core/openid4vci/configurations.ts';
import { type Openid4vciRefusalCode, openid4vciRefusals } from '@jatidiri/core/openid4vci/refusals.ts';
import { findActivation } from '../../activation/index.ts';
import { append } from '../../ledger/index.ts';
import type { Sql } from '../../platform/db/database.ts';
import { activeOrRefused, issueWith } from '../issuable.ts';
import type { IssueDeps } from '../issueIkd.ts';
import { signMdoc, signSdJwt } from '../signIkd.ts';
import { randomIndex, takePlaces } from '../statusStore.ts';
import { walletOf } from './giveGrant.ts';
import { countCopies, type Grant, insertResponse, isGood } from './grantStore.ts';
import { hashOf, newSecret } from './secrets.ts';

export interface CopiesRequest {
  readonly grant: Grant;
  readonly configuration: ConfigurationId;
  /** One copy for each. */
  readonly holderKeys: readonly PublicJwk[];
}

export interface Copies {
  readonly credentials: readonly string[];
  readonly notificationId: string;
}

/** Each copy takes an entry of a status list: enough for a year of showing one to each counter, and no more. */
const COPIES_PER_GRANT = 10 * BATCH_SIZE;
const SIGN = { 'dc+sd-jwt': signSdJwt, mso_mdoc: signMdoc } as const;

/**
 * Issues copies of one credential, each with its own key, salts and status entry, all with the day's rounded times.
 * @param objection what has come in the way, asked in the transaction that takes the entries
 */
export async function issueCopies(
  deps: IssueDeps,
  { grant, configuration, holderKeys }: CopiesRequest,
  objection: (sql: Sql) => Promise<Openid4vciRefusalCode | undefined> = async () => undefined,
): Promise<Result<Copies, Refusal<Openid4vciRefusalCode>>> {
  const identity = activeOrRefused(await findActivation(deps.database.read, grant.activation));
  if (!identity.ok) return refuse({ code: 'openid4vci/denied' });
  const notificationId = newSecret(deps.random);

  const issued = await issueWith(deps, identity.value, walletOf(grant), async (sql, { validity }) => {
    const code = (await objection(sql)) ?? (await objectionToGrant(deps, sql, grant));
    if (code) return refuse({ code });
    const copies = holderKeys.length + (await countCopies(sql, grant.id));
    if (copies > COPIES_PER_GRANT) return refuse({ code: 'openid4vci/too-many-copies' as const });
    const response = { id: deps.newId(), grant: grant.id, configuration, issuedAt: deps.now() };
    await insertResponse(sql, response, hashOf(notificationId));
    const owner = { activation: grant.activation, response: response.id };
    const places = await takePlaces(sql, owner, validity, holderKeys.length, () => randomIndex(deps.random));
    await append(deps, sql, {
      kind: 'issuance/copies-issued',
      subject: identity.value.resident,
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
  });
  if (!issued.ok)
    return refuse({ code: isOurs(issued.refusal.code) ? issued.refusal.code : 'openid4vci/denied' });

  const { issuable, placed } = issued.value;
  const issuer = await deps.currentIssuer();
  const sign = SIGN[CREDENTIAL_CONFIGURATIONS[configuration].format];
  const credentials = await Promise.all(
    holderKeys.map((holderKey, i) => sign(deps, issuer, issuable, holderKey, placed[i]!)),
  );
  return ok({ credentials, notificationId });
}

/** The identity may have left the handset that the grant was given to, between the token's check and this lock. */
async function objectionToGrant(
  { now }: IssueDeps,
  sql: Sql,
  grant: Grant,
): Promise<Openid4vciRefusalCode | undefined> {
  return (await isGood(sql, grant.id, now())) ? undefined : 'openid4vci/denied';
}

const isOurs = (code: string): code is Openid4vciRefusalCode => Object.hasOwn(openid4vciRefusals, code);
