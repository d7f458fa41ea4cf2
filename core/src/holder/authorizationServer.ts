import * as v from 'valibot';
import { ok, type Result, refuse } from '../kit/result.ts';
import { parseAddress, parseIdentifier, wellKnown } from './address.ts';
import { getJson, type HttpReply, isSuccess, type Send } from './http.ts';
import type { IssuerMetadata } from './issuerMetadata.ts';
import type { OfferedGrant } from './offer.ts';
import type { ReceiveRefusal } from './receiveRefusals.ts';

const endpoint = v.pipe(
  v.string(),
  v.check((text) => parseAddress(text) !== undefined),
);

/** Authorization server metadata (RFC 8414 section 2, RFC 9126, RFC 9207), as far as this wallet uses them. */
const ServerMetadata = v.object({
  issuer: v.string(),
  token_endpoint: endpoint,
  authorization_endpoint: v.optional(endpoint),
  pushed_authorization_request_endpoint: v.optional(endpoint),
  authorization_response_iss_parameter_supported: v.optional(v.boolean(), false),
  'pre-authorized_grant_anonymous_access_supported': v.optional(v.boolean(), false),
  authorization_details_types_supported: v.optional(v.array(v.string()), []),
});
export type ServerMetadata = v.InferOutput<typeof ServerMetadata>;

/**
 * The server that gives the access token: the one that the offer names, if the issuer names it too (OpenID4VCI 1.0
 * section 12.2.4), else the issuer's first, else the issuer itself.
 */
export async function fetchAuthorizationServer(
  send: Send,
  metadata: IssuerMetadata,
  { server: offered }: OfferedGrant,
): Promise<Result<ServerMetadata, ReceiveRefusal>> {
  const servers = metadata.authorization_servers ?? [metadata.credential_issuer];
  if (offered !== undefined && !servers.includes(offered)) return refuse({ code: 'receive/other-issuer' });
  const name = offered ?? servers[0]!;
  const identifier = parseIdentifier(name);
  if (!identifier) return refuse({ code: 'receive/issuer-malformed' });

  const reply = await fetchFirst(send, [
    wellKnown(identifier, 'oauth-authorization-server'),
    wellKnown(identifier, 'openid-configuration'),
  ]);
  if (!reply) return refuse({ code: 'receive/unreachable' });
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), ServerMetadata), reply.body);
  if (!isSuccess(reply) || !parsed.success) return refuse({ code: 'receive/issuer-malformed' });
  return parsed.output.issuer === name ? ok(parsed.output) : refuse({ code: 'receive/other-issuer' });
}

async function fetchFirst(send: Send, addresses: readonly string[]): Promise<HttpReply | undefined> {
  let last: HttpReply | undefined;
  for (const address of addresses) {
    last = await send(getJson(address));
    if (!last || isSuccess(last)) return last;
  }
  return last;
}
