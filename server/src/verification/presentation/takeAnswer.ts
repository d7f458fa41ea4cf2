import type { JsonObject } from '@jatidiri/core/jose/encodedJson.ts';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { ResponseRefusalCode } from '@jatidiri/core/openid4vp/response.ts';
import type { PresentationsRefusalCode } from '@jatidiri/core/openid4vp/verifyPresentations.ts';
import { append } from '../../ledger/index.ts';
import { actorOf, unguessable } from './askPresentation.ts';
import { type Arrival, type CheckDeps, checkPresentations, readAnswer, toResult } from './checkAnswer.ts';
import { type Disclosed, type KeepDeps, type KeepRefusalCode, keepPresented } from './keepPresented.ts';
import { factsOf, isOpen, type PresentationRequest } from './request.ts';
import { type Settlement, settleRequest } from './store.ts';

export type TakeDeps = KeepDeps & CheckDeps;

export type AnswerRefusalCode = ResponseRefusalCode | PresentationsRefusalCode | KeepRefusalCode;

type Outcome<T> = Result<T, Refusal<AnswerRefusalCode>>;

/** With a portrait, encrypted, written as text three times over; more is nobody's answer. */
export const MAX_ANSWER_BYTES = 1024 * 1024;

/** What the wallet is told. */
export interface Taken {
  /** Where it sends the resident, in the same-device flow (OpenID4VP 1.0 section 8.2). */
  readonly redirectUri?: string;
}

/**
 * Takes what a wallet answered. What does not belong to this request changes nothing; what belongs to it settles it,
 * once: verified, refused or declined.
 */
export async function takeAnswer(
  deps: TakeDeps,
  request: PresentationRequest,
  arrival: Arrival,
  parameters: JsonObject,
): Promise<Outcome<Taken>> {
  if (!isOpen(request, deps.now())) return refuse({ code: 'answer/not-awaited' });
  const answer = await readAnswer(deps, request, arrival, parameters);
  if (!answer.ok) return answer;
  if (answer.value.kind === 'error') return decline(deps, request, answer.value.error);

  const checked = await checkPresentations(deps, request, arrival, answer.value.presentations);
  if (checked.ok) return accept(deps, request, arrival, checked.value);
  const settled = await settle(deps, request, { ...NOTHING, state: 'refused', error: checked.refusal.code });
  return settled.ok ? checked : settled;
}

const NOTHING = { error: null, result: null, responseCode: null } as const;
/** Error codes of foreign wallets are kept, but not whatever text they send. */
const ERROR_CODE = /^[a-z_]{1,64}$/;

function decline(deps: TakeDeps, request: PresentationRequest, error: string): Promise<Outcome<Taken>> {
  const known = ERROR_CODE.test(error) ? error : 'invalid_request';
  return settle(deps, request, { ...NOTHING, state: 'declined', error: known });
}

function settle(
  deps: TakeDeps,
  request: PresentationRequest,
  outcome: Omit<Settlement, 'at'>,
): Promise<Outcome<Taken>> {
  return deps.database.write(async (sql) => {
    const settled = await settleRequest(sql, request.id, { ...outcome, at: deps.now() });
    if (!settled) return refuse({ code: 'answer/not-awaited' });
    await append(deps, sql, {
      kind: `verification/${outcome.state}`,
      subject: null,
      actor: actorOf(request.asker),
      details: { ...factsOf(request), error: outcome.error },
    });
    return ok({});
  });
}

async function accept(
  deps: TakeDeps,
  request: PresentationRequest,
  arrival: Arrival,
  disclosed: Disclosed,
): Promise<Outcome<Taken>> {
  const isReturning = request.flow === 'same-device' && arrival.kind === 'wallet';
  const responseCode = isReturning ? unguessable() : null;
  const kept = await keepPresented(deps, request, disclosed, {
    ...NOTHING,
    state: 'verified',
    result: toResult(disclosed),
    responseCode,
    at: deps.now(),
  });
  if (kept.ok) return ok(redirectOf(request, responseCode));
  if (kept.refusal.code !== 'answer/not-awaited')
    await settle(deps, request, { ...NOTHING, state: 'refused', error: kept.refusal.code });
  return kept;
}

function redirectOf({ returnTo }: PresentationRequest, responseCode: string | null): Taken {
  if (responseCode === null || returnTo === null) return {};
  const url = new URL(returnTo);
  url.searchParams.set('response_code', responseCode);
  return { redirectUri: url.href };
}
