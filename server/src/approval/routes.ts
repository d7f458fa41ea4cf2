import type { Question, QuestionId } from '@jatidiri/core/approval/model.ts';
import { approvalRefusals } from '@jatidiri/core/approval/refusals.ts';
import {
  AnswerRequest,
  QuestionParams,
  QuestionReply,
  QuestionsReply,
} from '@jatidiri/core/approval/wire.ts';
import { DEVICE_PROOF_HEADER, deviceRefusals } from '@jatidiri/core/device/proof.ts';
import { ok } from '@jatidiri/core/kit/result.ts';
import type { Suite } from '@jatidiri/core/kit/suite.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { requireDevice } from '../platform/http/device.ts';
import { serve } from '../platform/http/endpoint.ts';
import {
  answerQuestion,
  type InboxDeps,
  openQuestion,
  readInbox,
  type SignedRequest,
} from './answerQuestion.ts';

const refusals = { ...approvalRefusals, ...deviceRefusals };

/** The wallet's inbox. */
export function approvalRoutes(app: FastifyInstance, deps: InboxDeps & { readonly suite: Suite }): void {
  serve(app, {
    method: 'GET',
    path: '/api/approval/questions',
    summary: 'Questions that wait for the resident whose identity is active on this handset',
    caller: 'device',
    reply: QuestionsReply,
    refusals,
    handle: async ({ request }) => {
      const device = await requireDevice(deps, request);
      if (!device.ok) return device;
      const inbox = await readInbox(deps, device.value);
      return inbox.ok ? ok({ questions: inbox.value.map(toReply) }) : inbox;
    },
  });

  serve(app, {
    method: 'GET',
    path: '/api/approval/questions/{id}',
    summary: 'One question; one that is for whoever opens it first is this resident’s from then on',
    caller: 'device',
    params: QuestionParams,
    reply: QuestionReply,
    refusals,
    handle: async ({ params, request }) => {
      const device = await requireDevice(deps, request);
      if (!device.ok) return device;
      const question = await openQuestion(deps, device.value, params.id as QuestionId);
      return question.ok ? ok(toReply(question.value)) : question;
    },
  });

  serve(app, {
    method: 'POST',
    path: '/api/approval/questions/{id}/answer',
    summary: 'Answers once; the request’s device proof is kept as the resident’s signature',
    caller: 'device',
    params: QuestionParams,
    body: AnswerRequest,
    reply: QuestionReply,
    refusals,
    handle: async ({ params, body, request }) => {
      const device = await requireDevice(deps, request);
      if (!device.ok) return device;
      const id = params.id as QuestionId;
      const answered = await answerQuestion(deps, device.value, id, body, signedRequest(request));
      return answered.ok ? ok(toReply(answered.value)) : answered;
    },
  });
}

/** Proven by `requireDevice` before: the proof covers this very body. */
function signedRequest({ rawBody, headers }: FastifyRequest): SignedRequest {
  return { body: rawBody!.toString('utf8'), proof: String(headers[DEVICE_PROOF_HEADER]) };
}

function toReply(question: Question): QuestionReply {
  const { id, kind, state, asker, purpose, bindingMessage, acr, periodDays, returnTo } = question;
  const common = { id, kind, state, asker, purpose, bindingMessage, acr, periodDays, returnTo };
  return {
    ...common,
    attributes: [...question.attributes],
    askedAt: question.askedAt.toISOString(),
    expiresAt: question.expiresAt.toISOString(),
    answer: question.state === 'answered' ? toAnswer(question.answer) : null,
  };
}

function toAnswer({
  decision,
  duration,
  attributes,
  at,
}: Extract<Question, { state: 'answered' }>['answer']) {
  return { decision, duration, attributes: [...attributes], at: at.toISOString() };
}
