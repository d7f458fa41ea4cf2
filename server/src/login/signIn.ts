import type { Question } from '@jatidiri/core/approval/model.ts';
import { ACR_DEMONSTRATION, ACR_PIN_ON_DEVICE, AMR_PIN_ON_DEVICE } from '@jatidiri/core/login/acr.ts';
import { attributesOf } from '@jatidiri/core/login/claims.ts';
import { isSandboxResident } from '@jatidiri/core/partner/sandbox.ts';
import type { ResidentId } from '@jatidiri/core/registry/model.ts';
import { parseNik } from '@jatidiri/core/registry/nik.ts';
import type Provider from 'oidc-provider';
import type { InteractionResults } from 'oidc-provider';
import { newBindingMessage } from '../approval/index.ts';
import { findByNik } from '../registry/index.ts';
import { askLogin } from './askLogin.ts';
import type { LoginDeps } from './deps.ts';
import { grantLogin } from './grantLogin.ts';
import { QUESTION_SECONDS } from './lifetimes.ts';
import { type LoginRequest, readRequest } from './request.ts';

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
  const checked = { acr: ACR_PIN_ON_DEVICE, amr: AMR_PIN_ON_DEVICE, at: answer.at };
  return end(provider, deps, signIn, resident, answer.attributes, checked);
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
  const checked = { acr: ACR_DEMONSTRATION, amr: [], at: deps.now() };
  return end(provider, deps, signIn, resident.id, attributesOf(signIn.request.claims), checked);
}

/** RFC 6749 section 4.1.2.1. */
export const declined = (): InteractionResults => ({
  error: 'access_denied',
  error_description: 'the resident declined',
});

async function end(
  provider: Provider,
  deps: LoginDeps,
  { interaction, request }: SignIn,
  resident: ResidentId,
  attributes: readonly string[],
  { acr, amr, at }: { acr: string; amr: readonly string[]; at: Date },
): Promise<InteractionResults | undefined> {
  const granted = await grantLogin(provider, deps, {
    askedFor: interaction.uid,
    request,
    scope: String(interaction.params.scope),
    resident,
    attributes,
    acr,
  });
  if (granted.ok) {
    const ts = Math.floor(at.getTime() / 1000);
    return {
      login: { accountId: resident, acr, amr: [...amr], ts, remember: false },
      consent: { grantId: granted.value },
    };
  }
  // The page was loaded twice: the first has written how it ends.
  if (granted.refusal.code === 'login/settled') return interaction.result ?? declined();
  return { error: 'access_denied', error_description: granted.refusal.code };
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
