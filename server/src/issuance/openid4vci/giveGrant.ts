import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { ConfigurationId } from '@jatidiri/core/openid4vci/configurations.ts';
import type { Openid4vciRefusalCode } from '@jatidiri/core/openid4vci/refusals.ts';
import { append, type Tracing } from '../../ledger/index.ts';
import type { Sql } from '../../platform/db/database.ts';
import type { Active } from '../issuable.ts';
import { datasetsOf } from './datasets.ts';
import { type Grant, insertGrant } from './grantStore.ts';
import { hashOf, newSecret, type Random } from './secrets.ts';

export interface GrantDeps extends Tracing {
  readonly random: Random;
}

/** Who asks, and for what part of what was allowed. */
export interface GrantRequest {
  /** Configurations named in `authorization_details`; undefined when there were none. */
  readonly details: readonly ConfigurationId[] | undefined;
  readonly clientId: string | null;
  readonly dpopKey: string | null;
}

interface Grantable {
  readonly identity: Active;
  readonly offer: string | null;
  readonly authorization?: string | null;
  readonly allowed: readonly ConfigurationId[];
  /** How long copies are held back, so that the resident can object. */
  readonly holdSeconds: number;
}

export interface GivenGrant {
  readonly grant: Grant;
  readonly accessToken: string;
  /** What may be fetched, by identifier. */
  readonly datasets: ReadonlyMap<ConfigurationId, readonly string[]>;
}

const TOKEN_SECONDS = 3600;

/** Gives an access token for some or all of the allowed configurations of an identity. */
export async function giveGrant(
  deps: GrantDeps,
  sql: Sql,
  { identity, offer, authorization = null, allowed, holdSeconds }: Grantable,
  { details, clientId, dpopKey }: GrantRequest,
): Promise<Result<GivenGrant, Refusal<Openid4vciRefusalCode>>> {
  const wanted = allowed.filter((configuration) => details?.includes(configuration) ?? true);
  // Whoever has no child with a KIA has none to fetch.
  const datasets = await datasetsOf(deps, sql, identity, wanted);
  const configurations = [...datasets.keys()];
  const asksForMore = details?.some((configuration) => !configurations.includes(configuration));
  if (asksForMore || configurations.length === 0) return refuse({ code: 'openid4vci/authorization-details' });

  const now = deps.now();
  const held = holdSeconds * 1000;
  const accessToken = newSecret(deps.random);
  const grant: Grant = {
    id: deps.newId(),
    activation: identity.id,
    offer,
    authorization,
    configurations,
    // Where there are several of a kind, identifiers say which (section 6.2 allows them to any wallet).
    byIdentifier: details !== undefined || [...datasets.values()].some(({ length }) => length > 1),
    clientId,
    dpopKey,
    readyAt: new Date(now.getTime() + held),
    expiresAt: new Date(now.getTime() + held + TOKEN_SECONDS * 1000),
  };
  insertGrant(sql, grant, hashOf(accessToken), now);
  await append(deps, sql, {
    kind: 'issuance/wallet-admitted',
    subject: identity.resident,
    actor: walletOf(grant),
    details: { activation: identity.id, offer, grant: grant.id, configurations },
  });
  return ok({ grant, accessToken, datasets });
}

/** The resident's doing, by a wallet that is known to us only by the grant that it was given. */
export const walletOf = ({ id }: Pick<Grant, 'id'>) =>
  ({ kind: 'resident', device: `wallet:${id}` }) as const;
