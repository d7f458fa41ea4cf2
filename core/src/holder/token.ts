import * as v from 'valibot';
import { ok, type Result, refuse } from '../kit/result.ts';
import { PRE_AUTHORIZED_CODE } from '../openid4vci/offer.ts';
import { TokenReply } from '../openid4vci/wire.ts';
import type { ServerMetadata } from './authorizationServer.ts';
import { askForCode, type SignIn, type WantedAccess } from './authorize.ts';
import type { AccessToken, SendProven } from './dpopSender.ts';
import { errorOf, isSuccess, postForm } from './http.ts';
import type { HolderTools } from './model.ts';
import type { OfferedGrant } from './offer.ts';
import type { ReceiveRefusal } from './receiveRefusals.ts';

/** What the wallet may now ask for. */
export interface Access {
  readonly token: AccessToken;
  /** By configuration id: the datasets that were authorised (OpenID4VCI 1.0 section 6.2), where the server names them. */
  readonly identifiers: ReadonlyMap<string, readonly string[]>;
}

export interface AccessRequest {
  readonly grant: OfferedGrant;
  readonly server: ServerMetadata;
  readonly wanted: WantedAccess;
  readonly txCode?: string;
  /** Missing where the wallet cannot lead its resident to another page. */
  readonly signIn?: SignIn;
}

/** Gets an access token by the grant of the offer (OpenID4VCI 1.0 section 6). */
export async function getAccess(
  tools: HolderTools,
  send: SendProven,
  request: AccessRequest,
): Promise<Result<Access, ReceiveRefusal>> {
  const members = await grantMembers(tools, send, request);
  if (!members.ok) return members;
  const reply = await send(postForm(request.server.token_endpoint, members.value));
  if (!reply) return refuse({ code: 'receive/unreachable' });
  if (!isSuccess(reply)) return refuse({ code: 'receive/access-refused', error: errorOf(reply) });
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), TokenReply), reply.body);
  if (!parsed.success) return refuse({ code: 'receive/answer-malformed' });

  const { access_token: value, token_type: type, authorization_details: details = [] } = parsed.output;
  return ok({
    token: { value, type: type.toLowerCase() === 'dpop' ? 'DPoP' : 'Bearer' },
    identifiers: new Map(
      details.flatMap(({ credential_configuration_id: id, credential_identifiers: named }) =>
        named ? [[id, named] as const] : [],
      ),
    ),
  });
}

type GrantMembers = Readonly<Record<string, string | undefined>>;

async function grantMembers(
  tools: HolderTools,
  send: SendProven,
  { grant, server, wanted, txCode, signIn }: AccessRequest,
): Promise<Result<GrantMembers, ReceiveRefusal>> {
  if (grant.kind === 'preAuthorized') {
    if (grant.txCode && txCode === undefined) return refuse({ code: 'receive/tx-code-missing' });
    return ok({
      grant_type: PRE_AUTHORIZED_CODE,
      'pre-authorized_code': grant.code,
      tx_code: grant.txCode && txCode,
      client_id: server['pre-authorized_grant_anonymous_access_supported'] ? undefined : wanted.clientId,
    });
  }
  if (!signIn) return refuse({ code: 'receive/grant-unsupported' });
  const code = await askForCode(tools, send, server, signIn, wanted, grant);
  if (!code.ok) return code;
  return ok({
    grant_type: 'authorization_code',
    client_id: wanted.clientId,
    code: code.value.code,
    code_verifier: code.value.codeVerifier,
    redirect_uri: signIn.redirectUri,
  });
}
