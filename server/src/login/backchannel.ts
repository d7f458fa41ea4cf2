import { randomUUID } from 'node:crypto';
import { BINDING_MESSAGE } from '@jatidiri/core/approval/bindingMessage.ts';
import { toNumericDate } from '@jatidiri/core/jose/numericDate.ts';
import { ACR_PIN_ON_DEVICE, amrOf } from '@jatidiri/core/login/acr.ts';
import { parseCounterCode } from '@jatidiri/core/login/counterCode.ts';
import { isSandboxResident } from '@jatidiri/core/partner/sandbox.ts';
import type { ResidentId } from '@jatidiri/core/registry/model.ts';
import { parseNik } from '@jatidiri/core/registry/nik.ts';
import type Provider from 'oidc-provider';
import { type AdapterPayload, type Configuration, errors, type KoaContextWithOIDC } from 'oidc-provider';
import { findById, findByNik } from '../registry/index.ts';
import { digestOf, patchArtifact } from './artifactStore.ts';
import { askLogin, findQuestion } from './askLogin.ts';
import { residentByCode } from './counterCode.ts';
import type { LoginDeps } from './deps.ts';
import { grantLogin } from './grantLogin.ts';
import { readHintToken } from './hintToken.ts';
import { readRequest } from './request.ts';

type Ciba = Extract<
  NonNullable<NonNullable<Configuration['features']>['ciba']>,
  { triggerAuthenticationDevice: unknown }
>;

/**
 * Client-initiated backchannel authentication (OpenID CIBA Core 1.0) in poll mode, for a counter or a call centre. A
 * hint that means nobody is answered as one that means somebody who does not answer: the same reads and writes, the
 * same reply, and in the end `expired_token`.
 */
export function backchannel(deps: LoginDeps): Omit<Ciba, 'enabled' | 'deliveryModes'> {
  return {
    async processLoginHint(ctx, hint) {
      if (!parseCounterCode(hint ?? ''))
        throw new errors.InvalidRequest(
          'login_hint takes the code that the wallet shows; a NIK goes in login_hint_token',
        );
      await limit(deps, ctx, `code:${hint}`);
      return (await residentByCode(deps, hint!)) ?? randomUUID();
    },
    async processLoginHintToken(ctx, token) {
      const nik = await readHintToken(ctx, token);
      // It has done its work, and is not to be kept with the request.
      ctx.oidc.params!.login_hint_token = undefined;
      await limit(deps, ctx, nik);
      return (await residentOf(deps, nik)) ?? randomUUID();
    },
    validateBindingMessage(_ctx, message) {
      if (message !== undefined && !BINDING_MESSAGE.test(message))
        throw new errors.InvalidBindingMessage('at most 40 letters, digits, spaces and . , : + # / -');
    },
    validateRequestContext(_ctx, context) {
      if (context !== undefined) throw new errors.InvalidRequest('request_context is not supported');
    },
    async verifyUserCode(ctx, account, code) {
      if (code !== undefined) throw new errors.InvalidRequest('user_code is not supported');
      if (ctx.oidc.params!.id_token_hint) await limit(deps, ctx, account.accountId);
    },
    triggerAuthenticationDevice: (ctx, request, account) => ask(deps, ctx, request, account.accountId),
  };
}

/** So that nobody is worn down by questions, and nobody goes through numbers. Counted alike for a number that nobody has. */
async function limit({ tries }: LoginDeps, { oidc }: KoaContextWithOIDC, whom: string): Promise<void> {
  if (!(await tries.take(`login:${whom}`, `client:${oidc.client!.clientId}`, randomUUID())))
    throw new errors.AccessDenied('too many requests: wait 15 minutes');
}

async function residentOf({ database }: LoginDeps, nik: string): Promise<ResidentId | undefined> {
  const parsed = parseNik(nik);
  return parsed.ok ? (await findByNik(database.read, parsed.value))?.id : undefined;
}

async function ask(
  deps: LoginDeps,
  ctx: KoaContextWithOIDC,
  { jti, expiration }: { jti: string; expiration: number },
  accountId: string,
): Promise<void> {
  const params = ctx.oidc.params!;
  const { scope, claims, purpose } = params;
  const request = await readRequest(deps.findClient, {
    scope,
    claims,
    purpose,
    client_id: ctx.oidc.client!.clientId,
  });
  const resident = await findById(deps.database.read, accountId as ResidentId);
  const mayBeAsked = resident && (!request!.client.sandbox || isSandboxResident(resident.nik));
  await askLogin(deps, {
    askedFor: jti,
    request: request!,
    to: mayBeAsked ? resident.id : null,
    bindingMessage: (params.binding_message as string | undefined) ?? null,
    acr: (params.acr_values as string | undefined) ?? null,
    returnTo: null,
    expiresAt: new Date(deps.now().getTime() + expiration * 1000),
  });
}

/** What was answered is found when the client asks; until then the request stays as it is. */
export async function settleBackchannel(
  provider: Provider,
  deps: LoginDeps,
  payload: AdapterPayload,
): Promise<AdapterPayload> {
  const { jti: askedFor, grantId, error } = payload;
  if (grantId || error) return payload;
  const question = await findQuestion(deps, askedFor!);
  if (question?.state !== 'answered') return payload;
  const request = await readRequest(deps.findClient, { ...payload.params, client_id: payload.clientId });
  if (question.answer.decision !== 'approve' || !request)
    return { ...payload, error: 'access_denied', errorDescription: 'the resident declined' };

  const { resident, answer } = question;
  const authentication = {
    acr: ACR_PIN_ON_DEVICE,
    amr: [...amrOf(ACR_PIN_ON_DEVICE)],
    authTime: toNumericDate(answer.at),
  };
  const login = {
    askedFor: askedFor!,
    request,
    scope: payload.scope!,
    resident,
    attributes: answer.attributes,
    stays: answer.duration === 'period',
    acr: ACR_PIN_ON_DEVICE,
    device: answer.device,
  };
  const kind = 'BackchannelAuthenticationRequest';
  const granted = await grantLogin(provider, deps, login, (sql, id) =>
    patchArtifact(sql, kind, digestOf(askedFor!), { ...authentication, grantId: id }),
  );
  return granted.ok
    ? { ...payload, ...authentication, grantId: granted.value.grantId }
    : { ...payload, error: 'access_denied', errorDescription: granted.refusal.code };
}
