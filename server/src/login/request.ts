import { insistsOnMore } from '@jatidiri/core/login/acr.ts';
import {
  attributesOf,
  type ClaimsParameter,
  claimsAsked,
  type LoginClaimName,
} from '@jatidiri/core/login/claims.ts';
import type { Purpose } from '@jatidiri/core/partner/model.ts';
import { errors, type KoaContextWithOIDC } from 'oidc-provider';
import type { FindClient, LoginClient } from './clients.ts';

/** The scope that stands for refresh tokens. */
export const OFFLINE = 'offline_access';

/** What a request asks a resident for, in the terms of the client's agreement. */
export interface LoginRequest {
  readonly client: LoginClient;
  readonly purpose: Purpose;
  readonly claims: readonly LoginClaimName[];
  /** Whether it wants to read again later, without asking (`offline_access`, OpenID Connect Core section 11). */
  readonly stays: boolean;
}

interface Parameters {
  readonly client_id?: unknown;
  readonly scope?: unknown;
  readonly claims?: unknown;
  readonly purpose?: unknown;
}

/** Of a request that was checked when it came (`requestCheck`), with the client as it is now. */
export async function readRequest(
  findClient: FindClient,
  params: Parameters,
): Promise<LoginRequest | undefined> {
  const client = await findClient(String(params.client_id));
  const purpose = client && purposeOf(client, params.purpose);
  if (!client || !purpose) return undefined;
  const scope = String(params.scope ?? '');
  const claims = claimsAsked(scope, parseClaims(params.claims));
  return { client, purpose, claims, stays: scope.split(' ').includes(OFFLINE) };
}

/**
 * Refuses at the door what the agreement does not allow: a purpose that it does not name, claims that the purpose does
 * not need, an authentication that nobody can give.
 */
export function requestCheck(findClient: FindClient) {
  return async (ctx: KoaContextWithOIDC): Promise<void> => {
    const params = ctx.oidc.params!;
    const request = await readRequest(findClient, {
      ...params,
      client_id: ctx.oidc.client?.clientId,
    });
    if (!request) throw new errors.InvalidRequest('purpose is not one of this client’s agreement');
    const allowed: readonly string[] = request.purpose.attributes;
    const beyond = attributesOf(request.claims).filter((attribute) => !allowed.includes(attribute));
    if (beyond.length > 0)
      throw new errors.InvalidScope(
        `the agreement does not allow for this purpose: ${beyond.join(', ')}`,
        String(params.scope),
      );
    if (insistsOnMore(parseClaims(params.claims)))
      throw new errors.UnmetAuthenticationRequirements('acr: only urn:jatidiri:acr:pin-on-device is checked');
  };
}

function purposeOf({ purposes }: LoginClient, wanted: unknown): Purpose | undefined {
  return wanted === undefined ? purposes[0] : purposes.find(({ id }) => id === wanted);
}

/** The library has checked its form before. */
function parseClaims(claims: unknown): ClaimsParameter {
  return typeof claims === 'string' ? (JSON.parse(claims) as ClaimsParameter) : {};
}
