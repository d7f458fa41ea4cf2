import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import {
  type AuthorizationRequest,
  type Parameters,
  readAuthorizationRequest,
} from '@jatidiri/core/openid4vci/authorizationRequest.ts';
import type { Openid4vciRefusalCode } from '@jatidiri/core/openid4vci/refusals.ts';
import type { CallerTries } from '../../platform/callerTries.ts';
import type { Database } from '../../platform/db/database.ts';
import type { Client } from './attestedWallet.ts';
import { insertAuthorization } from './authorizationStore.ts';
import { findOfferByCode, type Offer } from './offerStore.ts';
import { hashOf, newSecret, type Random } from './secrets.ts';

export interface PushDeps {
  readonly database: Database;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly random: Random;
  readonly issuerUri: string;
  readonly requestTries: CallerTries;
}

/** Who pushes, with which key if any, and from where. */
export interface Sender {
  readonly client: Client;
  readonly dpopKey: string | null;
  readonly address: string;
}

export const REQUEST_SECONDS = 90;
const PREFIX = 'urn:ietf:params:oauth:request_uri:';

/** Keeps a wallet's request, so that the browser only carries a reference to it (RFC 9126). */
export async function pushAuthorization(
  deps: PushDeps,
  parameters: Parameters,
  { client, dpopKey, address }: Sender,
): Promise<Result<{ requestUri: string }, Refusal<Openid4vciRefusalCode>>> {
  if (!deps.requestTries.take(address)) return refuse({ code: 'openid4vci/too-many-requests' });
  // A reference to another request makes no sense here (RFC 9126 section 2.1).
  if (parameters.request_uri !== undefined) return refuse({ code: 'openid4vci/request-malformed' });
  const request = readAuthorizationRequest(
    { ...parameters, client_id: client.id ?? undefined },
    deps.issuerUri,
  );
  if (!request.ok) return request;
  const offer = await offerOf(deps, request.value);
  if (!offer.ok) return offer;
  if (dpopKey && request.value.dpopKey && dpopKey !== request.value.dpopKey)
    return refuse({ code: 'openid4vci/dpop' });

  const secret = newSecret(deps.random);
  const kept = {
    ...request.value,
    id: deps.newId(),
    clientName: client.name,
    offer: offer.value?.id ?? null,
    dpopKey: dpopKey ?? request.value.dpopKey,
    expiresAt: new Date(deps.now().getTime() + REQUEST_SECONDS * 1000),
  };
  await insertAuthorization(deps.database.read, kept, hashOf(secret));
  return ok({ requestUri: `${PREFIX}${secret}` });
}

/** The secret inside a `request_uri` of ours. */
export const secretOfRequestUri = (requestUri: string): string | undefined =>
  requestUri.startsWith(PREFIX) ? requestUri.slice(PREFIX.length) : undefined;

/** `issuer_state` may have been put in by anybody (section 5.1.3): it narrows what is asked, and widens nothing. */
async function offerOf(
  { database, now }: PushDeps,
  { issuerState, configurations }: AuthorizationRequest,
): Promise<Result<Offer | undefined, Refusal<Openid4vciRefusalCode>>> {
  if (issuerState === null) return ok(undefined);
  const offer = await findOfferByCode(database.read, hashOf(issuerState));
  const isOpen =
    offer?.grantType === 'authorization_code' && offer.state === 'offered' && offer.expiresAt > now();
  if (!isOpen || !configurations.every((id) => offer.configurations.includes(id)))
    return refuse({ code: 'openid4vci/issuer-state' });
  return ok(offer);
}
