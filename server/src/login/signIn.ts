import type { DeviceThumbprint } from '@jatidiri/core/activation/model.ts';
import type { Question } from '@jatidiri/core/approval/model.ts';
import { toNumericDate } from '@jatidiri/core/jose/numericDate.ts';
import { ACR_DEMONSTRATION, ACR_PIN_ON_DEVICE, amrOf } from '@jatidiri/core/login/acr.ts';
import { attributesOf } from '@jatidiri/core/login/claims.ts';
import { isSandboxResident } from '@jatidiri/core/partner/sandbox.ts';
import type { ResidentId } from '@jatidiri/core/registry/model.ts';
import { parseNik } from '@jatidiri/core/registry/nik.ts';
import { decodeJwt } from 'jose';
import type Provider from 'oidc-provider';
import type { InteractionResults } from 'oidc-provider';
import { newBindingMessage } from '../approval/index.ts';
import { findByNik } from '../registry/index.ts';
import { askLogin } from './askLogin.ts';
import type { LoginDeps } from './deps.ts';
import { grantLogin } from './grantLogin.ts';
import { QUESTION_SECONDS } from './lifetimes.ts';
import { sectorNameOf } from './metadata.ts';
import { type LoginRequest, readRequest } from './request.ts';
import { residentBehind } from './residentBehind.ts';

export type Interaction = InstanceType<Provider['Interaction']>;

/** A sign-in in a browser: the interaction that the provider began, and the question that was put for it. */
export interface SignIn {
  readonly interaction: Interaction;
  readonly request: LoginRequest;
  readonly question: Question;
}

/** Undefined when the client may not sign residents in any longer. */
export async function openSignIn(deps: LoginDeps, interaction: Interaction): Promise<SignIn | undefined> {
  const request = await readRequest(deps.findClient, interaction.params);
  if (!request) return undefined;
  const question = await askLogin(deps, {
    askedFor: interaction.uid,
    request,
    to: null,
    bindingMessage: newBindingMessage(),
    acr: (interaction.params.acr_values as string | undefined) ?? null,
    returnTo: `${deps.origins.portal}/login/interaction/${interaction.uid}`,
    expiresAt: new Date(deps.now().getTime() + QUESTION_SECONDS * 1000),
  });
  return { interaction, request, question };
}

/** How the sign-in ends, once the wallet has answered; undefined while it has not. */
export async function endByAnswer(
  provider: Provider,
  deps: LoginDeps,
  signIn: SignIn,
): Promise<InteractionResults | undefined> {
  const { question } = signIn;
  if (question.state !== 'answered') return undefined;
  const { answer, resident } = question;
  if (answer.decision !== 'approve') return declined();
  const { attributes, at, duration, device } = answer;
  const stays = duration === 'period';
  return end(provider, deps, signIn, { resident, attributes, stays, acr: ACR_PIN_ON_DEVICE, device, at });
}

/** How a demonstration's form ends it: as that resident, who approves everything; undefined for any other NIK. */
export async function endByForm(
  provider: Provider,
  deps: LoginDeps,
  signIn: SignIn,
  nik: string,
): Promise<InteractionResults | undefined> {
  const parsed = parseNik(nik);
  if (!parsed.ok || !isSandboxResident(parsed.value)) return undefined;
  const resident = await findByNik(deps.database.read, parsed.value);
  if (resident?.life.kind !== 'present') return undefined;
  const attributes = attributesOf(signIn.request.claims);
  return end(provider, deps, signIn, {
    resident: resident.id,
    attributes,
    stays: true,
    acr: ACR_DEMONSTRATION,
    device: null,
    at: deps.now(),
  });
}

/** RFC 6749 section 4.1.2.1. */
export const declined = (): InteractionResults => ({
  error: 'access_denied',
  error_description: 'the resident declined',
});

interface Approved {
  readonly resident: ResidentId;
  readonly attributes: readonly string[];
  readonly stays: boolean;
  readonly acr: string;
  readonly device: DeviceThumbprint | null;
  readonly at: Date;
}

async function end(
  provider: Provider,
  deps: LoginDeps,
  { interaction, request }: SignIn,
  { at, ...approved }: Approved,
): Promise<InteractionResults> {
  if (isSomebodyElse(deps, interaction, request, approved.resident))
    return { error: 'login_required', error_description: 'not the resident of the id_token_hint' };
  const scope = String(interaction.params.scope);
  const granted = await grantLogin(provider, deps, {
    askedFor: interaction.uid,
    request,
    scope,
    ...approved,
  });
  if (!granted.ok) return { error: 'access_denied', error_description: granted.refusal.code };
  const { grantId, resident, acr } = granted.value;
  return {
    login: { accountId: resident, acr, amr: [...amrOf(acr)], ts: toNumericDate(at), remember: false },
    consent: { grantId },
  };
}

/** The client asked for one resident (OpenID Connect Core section 3.1.2.1, `id_token_hint`), and another answered. */
function isSomebodyElse(
  { keys }: LoginDeps,
  { params }: Interaction,
  { client }: LoginRequest,
  resident: ResidentId,
): boolean {
  // The provider has verified it when the request came.
  const hint = typeof params.id_token_hint === 'string' ? decodeJwt(params.id_token_hint) : undefined;
  return hint !== undefined && residentBehind(keys)(hint.sub ?? '', sectorNameOf(client)) !== resident;
}

/** The next person at the same screen: what the one before signed in to is no longer this browser's. */
export async function forgetOtherResident(
  provider: Provider,
  { session: known }: Interaction,
  { login }: InteractionResults,
): Promise<void> {
  if (!known?.uid || !login || known.accountId === login.accountId) return;
  const session = await provider.Session.findByUid(known.uid);
  if (!session) return;
  session.accountId = undefined as never;
  session.authorizations = undefined as never;
  await session.persist();
}
