import type { Decision, Duration } from '@jatidiri/core/approval/model.ts';
import { QuestionReply, QuestionsReply } from '@jatidiri/core/approval/wire.ts';
import type { Result } from '@jatidiri/core/kit/result.ts';
import { CounterCodeReply } from '@jatidiri/core/login/wire.ts';
import * as v from 'valibot';
import type { ApiRefusal } from '../../shared/api.ts';
import type { Handset } from '../handset/handset.ts';

const PATH = '/api/approval/questions';

export interface GivenAnswer {
  readonly decision: Decision;
  readonly duration: Duration;
  readonly attributes?: readonly string[];
}

export const fetchInbox = (handset: Handset): Promise<Result<QuestionsReply, ApiRefusal>> =>
  handset.call({ method: 'GET', path: PATH, parse: (body) => v.parse(QuestionsReply, body) });

export const fetchQuestion = (handset: Handset, id: string): Promise<Result<QuestionReply, ApiRefusal>> =>
  handset.call({ method: 'GET', path: `${PATH}/${id}`, parse: (body) => v.parse(QuestionReply, body) });

/** The same answer again is the same answer: it may be repeated when its reply got lost. */
export const sendAnswer = (
  handset: Handset,
  id: string,
  body: GivenAnswer,
): Promise<Result<QuestionReply, ApiRefusal>> =>
  handset.call({
    method: 'POST',
    path: `${PATH}/${id}/answer`,
    body,
    idempotencyKey: id,
    parse: (reply) => v.parse(QuestionReply, reply),
  });

export const makeCounterCode = (handset: Handset): Promise<Result<CounterCodeReply, ApiRefusal>> =>
  handset.call({
    method: 'POST',
    path: '/api/login/counter-codes',
    parse: (body) => v.parse(CounterCodeReply, body),
  });
