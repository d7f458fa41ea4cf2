import type { JsonObject } from '@jatidiri/core/jose/encodedJson.ts';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { ResponseRefusalCode } from '@jatidiri/core/openid4vp/response.ts';
import type {
  DisclosedCredential,
  PresentationsRefusalCode,
} from '@jatidiri/core/openid4vp/verifyPresentations.ts';
import type { PartnerAccessRefusalCode } from '@jatidiri/core/partner/refusals.ts';
import type { ResidentId } from '@jatidiri/core/registry/model.ts';
import { holderOf } from '../../issuance/index.ts';
import { append, type Tracing } from '../../ledger/index.ts';
import { findClient, recordUse } from '../../partner/index.ts';
import type { Database, Sql } from '../../platform/db/database.ts';
import { actorOf, unguessable } from './askPresentation.ts';
import { type Arrival, type CheckDeps, checkPresentations, readAnswer, toResult } from './checkAnswer.ts';
import { factsOf, isOpen, type PresentationRequest } from './request.ts';
import { type Settlement, settleRequest } from './store.ts';

export interface TakeDeps extends Tracing, CheckDeps {
  readonly database: Database;
}

export type AnswerRefusalCode =
  | ResponseRefusalCode
  | PresentationsRefusalCode
  | PartnerAccessRefusalCode
  /** Answered before, or too late: nonce and state are good once. */
  | 'answer/not-awaited';

type Outcome<T> = Result<T, Refusal<AnswerRefusalCode>>;
type Disclosed = ReadonlyMap<string, readonly DisclosedCredential[]>;

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
  const answer = await readAnswer(request, arrival, parameters);
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

/** One transaction: settled once, counted against the agreement as it is now, and written into the resident's trail. */
async function accept(
  deps: TakeDeps,
  request: PresentationRequest,
  arrival: Arrival,
  disclosed: Disclosed,
): Promise<Outcome<Taken>> {
  const isReturning = request.flow === 'same-device' && arrival.kind === 'wallet';
  const responseCode = isReturning ? unguessable() : null;
  const settlement = {
    ...NOTHING,
    state: 'verified',
    result: toResult(disclosed),
    responseCode,
    at: deps.now(),
  } as const;
  const refused = await written(deps, request, disclosed, settlement);
  if (!refused) return ok(redirectOf(request, responseCode));
  if (refused.code !== 'answer/not-awaited')
    await settle(deps, request, { ...NOTHING, state: 'refused', error: refused.code });
  return refuse(refused);
}

/** What is written sends its statements together: they cost one round trip. */
async function written(
  deps: TakeDeps,
  request: PresentationRequest,
  disclosed: Disclosed,
  settlement: Settlement,
): Promise<Refusal<AnswerRefusalCode> | undefined> {
  try {
    await deps.database.write(async (sql) => {
      const [settled, counted, subjects] = await Promise.all([
        settleRequest(sql, request.id, settlement),
        countUse(deps, sql, request),
        subjectsOf(deps, sql, disclosed),
      ]);
      if (!settled) throw new Unwritten({ code: 'answer/not-awaited' });
      if (!counted.ok) throw new Unwritten(counted.refusal);
      for (const subject of subjects) {
        await append(deps, sql, {
          kind: 'verification/presented',
          subject,
          actor: actorOf(request.asker),
          details: factsOf(request),
        });
      }
    });
    return undefined;
  } catch (error) {
    if (error instanceof Unwritten) return error.refusal;
    throw error;
  }
}

/** Rolls everything back: a use that may not be counted is none. */
class Unwritten extends Error {
  readonly refusal: Refusal<AnswerRefusalCode>;
  constructor(refusal: Refusal<AnswerRefusalCode>) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/** A partner that was suspended in between gets nothing. */
async function countUse(
  { now }: TakeDeps,
  sql: Sql,
  { asker }: PresentationRequest,
): Promise<Result<unknown, Refusal<PartnerAccessRefusalCode>>> {
  if (asker.kind !== 'partner') return ok(undefined);
  const registered = await findClient(sql, asker.client, now());
  if (!registered) return refuse({ code: 'partner/client-unknown' });
  const { client, access } = registered;
  return access.ok ? recordUse(sql, { client, agreement: access.value }, 'present', 1, now()) : access;
}

/** Whose credentials of ours were shown: by their entries in the status lists. Nobody of ours: one entry without subject. */
async function subjectsOf(
  { trust }: TakeDeps,
  sql: Sql,
  disclosed: Disclosed,
): Promise<readonly (ResidentId | null)[]> {
  const subjects = new Set<ResidentId>();
  for (const { issuer, status } of [...disclosed.values()].flat()) {
    const place = status && trust.isOurs(issuer) ? trust.placeOf(status) : undefined;
    const resident = place && (await holderOf(sql, place));
    if (resident) subjects.add(resident);
  }
  return subjects.size > 0 ? [...subjects] : [null];
}

function redirectOf({ returnTo }: PresentationRequest, responseCode: string | null): Taken {
  if (responseCode === null || returnTo === null) return {};
  const url = new URL(returnTo);
  url.searchParams.set('response_code', responseCode);
  return { redirectUri: url.href };
}
