import type { DeviceThumbprint } from '@jatidiri/core/activation/model.ts';
import type { Question, QuestionId, SignedAnswer } from '@jatidiri/core/approval/model.ts';
import type { ApprovalRefusalCode } from '@jatidiri/core/approval/refusals.ts';
import { answer, claim, isOf, isRepeated } from '@jatidiri/core/approval/rules.ts';
import type { AnswerRequest } from '@jatidiri/core/approval/wire.ts';
import type { ProvenDevice } from '@jatidiri/core/device/proof.ts';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import { residentOn } from '../activation/index.ts';
import { append, type Tracing } from '../ledger/index.ts';
import type { Database } from '../platform/db/database.ts';
import { factsOf } from './askResident.ts';
import { inboxOf, lockQuestion, updateQuestion } from './store.ts';

export interface InboxDeps extends Tracing {
  readonly database: Database;
}

type Handled<T> = Result<T, Refusal<ApprovalRefusalCode>>;

const INBOX_LIMIT = 50;
const UNKNOWN = refuse({ code: 'approval/unknown' } as const);

/** What waits for the resident whose identity is active on this handset. */
export async function readInbox(
  { database, now }: InboxDeps,
  device: ProvenDevice,
): Promise<Handled<Question[]>> {
  const resident = await residentOn(database.read, device, 'approval/no-identity');
  return resident.ok ? ok(await inboxOf(database.read, resident.value, now(), INBOX_LIMIT)) : resident;
}

/** Opens one question. One that is for whoever opens it first is from then on this resident's. */
export async function openQuestion(
  deps: InboxDeps,
  device: ProvenDevice,
  id: QuestionId,
): Promise<Handled<Question>> {
  return deps.database.write(async (sql) => {
    const resident = await residentOn(sql, device, 'approval/no-identity');
    if (!resident.ok) return resident;
    const question = await lockQuestion(sql, id);
    if (!question) return UNKNOWN;
    if (isOf(question, resident.value)) return ok(question);
    const claimed = claim(question, resident.value, deps.now());
    if (!claimed.ok) return claimed;
    await updateQuestion(sql, claimed.value);
    await append(deps, sql, {
      kind: 'approval/opened',
      subject: resident.value,
      actor: { kind: 'resident', device: device.thumbprint },
      details: factsOf(question),
    });
    return claimed;
  });
}

/** The request itself, as signed: body and device proof are kept as the resident's signature under the answer. */
export interface SignedRequest {
  readonly body: string;
  readonly proof: string;
}

export async function answerQuestion(
  deps: InboxDeps,
  device: ProvenDevice,
  id: QuestionId,
  request: AnswerRequest,
  signed: SignedRequest,
): Promise<Handled<Question>> {
  return deps.database.write(async (sql) => {
    const resident = await residentOn(sql, device, 'approval/no-identity');
    if (!resident.ok) return resident;
    const question = await lockQuestion(sql, id);
    if (!question) return UNKNOWN;
    const given: SignedAnswer = {
      decision: request.decision,
      duration: request.duration,
      attributes: request.decision === 'approve' ? (request.attributes ?? question.attributes) : [],
      device: device.thumbprint as DeviceThumbprint,
      at: deps.now(),
      ...signed,
    };
    if (isOf(question, resident.value) && isRepeated(question, given)) return ok(question);
    const answered = answer(question, resident.value, given, deps.now());
    if (!answered.ok) return answered;
    await updateQuestion(sql, answered.value);
    await append(deps, sql, {
      kind: 'approval/answered',
      subject: resident.value,
      actor: { kind: 'resident', device: device.thumbprint },
      details: {
        ...factsOf(question),
        decision: given.decision,
        duration: given.duration,
        elements: [...given.attributes],
      },
    });
    return answered;
  });
}
