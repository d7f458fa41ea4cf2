import * as v from 'valibot';
import { toBase64url, utf8 } from '../kit/bytes.ts';
import { ok, type Result, refuse } from '../kit/result.ts';
import { parseUrl } from '../kit/url.ts';
import { AUTHORIZATION_DETAILS_TYPE } from '../openid4vci/wire.ts';
import type { ServerMetadata } from './authorizationServer.ts';
import type { SendProven } from './dpopSender.ts';
import { errorOf, isSuccess, postForm } from './http.ts';
import type { CredentialConfiguration } from './issuerMetadata.ts';
import type { HolderTools } from './model.ts';
import type { OfferedGrant } from './offer.ts';
import type { ReceiveRefusal } from './receiveRefusals.ts';

/** How the resident signs in at the issuer. */
export interface SignIn {
  readonly redirectUri: string;
  /** Leads the resident to an address and answers the one at which they came back; undefined when they did not. */
  readonly visit: (address: string) => Promise<string | undefined>;
}

export interface AuthorizationCode {
  readonly code: string;
  readonly codeVerifier: string;
}

/** What access is asked for. */
export interface WantedAccess {
  /** How this wallet is known to authorization servers: a public client. */
  readonly clientId: string;
  readonly issuer: string;
  readonly configurations: ReadonlyMap<string, CredentialConfiguration>;
}

const SECRET_BYTES = 32;
const PushedReply = v.object({ request_uri: v.string() });

/**
 * The authorization code grant with PKCE S256 (RFC 7636), pushed where the server can (RFC 9126). `state` and `iss`
 * hold the answer to this very request and server (RFC 9700 section 4.4, RFC 9207).
 */
export async function askForCode(
  tools: HolderTools,
  send: SendProven,
  server: ServerMetadata,
  signIn: SignIn,
  wanted: WantedAccess,
  { issuerState }: Extract<OfferedGrant, { kind: 'authorizationCode' }>,
): Promise<Result<AuthorizationCode, ReceiveRefusal>> {
  if (!server.authorization_endpoint) return refuse({ code: 'receive/grant-unsupported' });
  const codeVerifier = toBase64url(tools.random(SECRET_BYTES));
  const state = toBase64url(tools.random(SECRET_BYTES));
  const request = {
    response_type: 'code',
    client_id: wanted.clientId,
    redirect_uri: signIn.redirectUri,
    state,
    code_challenge: toBase64url(await tools.suite.sha256(utf8(codeVerifier))),
    code_challenge_method: 'S256',
    issuer_state: issuerState,
    ...askedBy(server, wanted),
  };
  const query = await pushed(send, server, request);
  if (!query.ok) return query;
  const address = new URL(server.authorization_endpoint);
  for (const [name, value] of Object.entries(query.value)) {
    if (value !== undefined) address.searchParams.set(name, value);
  }
  const back = await signIn.visit(address.href);
  return readAnswer(back, signIn, server, state, codeVerifier);
}

type RequestMembers = Readonly<Record<string, string | undefined>>;

/** By scope where every configuration has one, else by authorization details (OpenID4VCI 1.0 section 5.1). */
function askedBy(server: ServerMetadata, { issuer, configurations }: WantedAccess): RequestMembers {
  const scopes = [...configurations.values()].map(({ scope }) => scope);
  if (scopes.every((scope) => scope !== undefined)) {
    return { scope: [...new Set(scopes)].join(' '), resource: issuer };
  }
  if (!server.authorization_details_types_supported.includes(AUTHORIZATION_DETAILS_TYPE)) return {};
  const details = [...configurations.keys()].map((id) => ({
    type: AUTHORIZATION_DETAILS_TYPE,
    credential_configuration_id: id,
    locations: [issuer],
  }));
  return { authorization_details: JSON.stringify(details) };
}

async function pushed(
  send: SendProven,
  server: ServerMetadata,
  request: RequestMembers,
): Promise<Result<RequestMembers, ReceiveRefusal>> {
  const address = server.pushed_authorization_request_endpoint;
  if (!address) return ok(request);
  const reply = await send(postForm(address, request));
  if (!reply) return refuse({ code: 'receive/unreachable' });
  if (!isSuccess(reply)) return refuse({ code: 'receive/access-refused', error: errorOf(reply) });
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), PushedReply), reply.body);
  if (!parsed.success) return refuse({ code: 'receive/answer-malformed' });
  return ok({ client_id: request.client_id, request_uri: parsed.output.request_uri });
}

function readAnswer(
  back: string | undefined,
  { redirectUri }: SignIn,
  server: ServerMetadata,
  state: string,
  codeVerifier: string,
): Result<AuthorizationCode, ReceiveRefusal> {
  const answer = back?.startsWith(redirectUri) ? parseUrl(back)?.searchParams : undefined;
  if (!answer) return refuse({ code: 'receive/sign-in-failed' });
  const [code, iss] = [answer.get('code'), answer.get('iss')];
  const isFromServer =
    iss === null ? !server.authorization_response_iss_parameter_supported : iss === server.issuer;
  if (answer.get('state') !== state || !isFromServer) {
    return refuse({ code: 'receive/sign-in-failed', error: 'mix_up' });
  }
  return code ? ok({ code, codeVerifier }) : refuse({ code: 'receive/sign-in-failed' });
}
