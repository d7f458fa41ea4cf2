import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import { platformRefusals } from '@jatidiri/core/platform/refusals.ts';
import { COUNTER_QUESTIONS, ikdQuery } from '@jatidiri/core/verification/ikdQuery.ts';
import type { PageKey } from '@jatidiri/core/verification/model.ts';
import { verificationRefusals } from '@jatidiri/core/verification/refusals.ts';
import {
  BrowserRequestReply,
  BrowserResponse,
  CounterReply,
  CounterRequest,
  OutcomeReply,
  PageReply,
  RequestParams,
} from '@jatidiri/core/verification/wire.ts';
import type { FastifyInstance } from 'fastify';
import { callerTries } from '../../platform/callerTries.ts';
import { serve } from '../../platform/http/endpoint.ts';
import { type AskDeps, askPresentation } from './askPresentation.ts';
import { browserRequestOf } from './describeRequest.ts';
import { type OutcomeDeps, readOutcome, stateOf } from './readOutcome.ts';
import { isOpen, type PresentationRequest } from './request.ts';
import { linksOf, type RequestSigningDeps } from './requestSigning.ts';
import { findByPageKey } from './store.ts';
import { MAX_ANSWER_BYTES, type TakeDeps } from './takeAnswer.ts';
import { takeBrowserAnswer } from './takeBrowserAnswer.ts';

export type PageDeps = AskDeps &
  RequestSigningDeps &
  OutcomeDeps &
  TakeDeps & {
    /** Whether anybody at the verifier page may ask online, in this installation's name. */
    readonly counterPage: boolean;
  };

/** From one address in a quarter of an hour: a whole office behind one address, and nobody who only fills the database. */
const MOST_QUESTIONS = 600;
const WINDOW_MS = 15 * 60_000;
const COUNTER_PURPOSE = 'Pemeriksaan identitas di loket';

/** The hosted page of a request, and the counter that has no software of its own. */
export function pageRoutes(app: FastifyInstance, deps: PageDeps): void {
  const questions = callerTries(MOST_QUESTIONS, WINDOW_MS, deps.now);

  serve(app, {
    method: 'GET',
    path: '/api/verification/pages/{id}',
    summary:
      'What the hosted page of a request shows: who asks, for what, how to answer; no value of anybody',
    caller: 'anyone',
    params: RequestParams,
    reply: PageReply,
    refusals: verificationRefusals,
    handle: async ({ params }) => {
      const request = await findPage(deps, params.id);
      return request.ok ? ok(toPage(deps, request.value)) : request;
    },
  });

  serve(app, {
    method: 'GET',
    path: '/api/verification/pages/{id}/browser-request',
    summary: 'The same request for the Digital Credentials API of the browser that shows the page',
    caller: 'anyone',
    params: RequestParams,
    reply: BrowserRequestReply,
    refusals: verificationRefusals,
    handle: async ({ params }) => {
      const request = await findBrowserPage(deps, params.id);
      if (!request.ok) return request;
      if (!isOpen(request.value, deps.now())) return refuse({ code: 'verification/unknown' });
      return ok(await browserRequestOf(deps, request.value, deps.origins.verifier));
    },
  });

  serve(app, {
    method: 'POST',
    path: '/api/verification/pages/{id}/browser-response',
    summary: 'What the Digital Credentials API answered to the hosted page',
    caller: 'anyone',
    params: RequestParams,
    body: BrowserResponse,
    bodyLimitBytes: MAX_ANSWER_BYTES,
    refusals: verificationRefusals,
    handle: async ({ params, body }) => {
      const request = await findBrowserPage(deps, params.id);
      if (!request.ok) return request;
      const taken = await takeBrowserAnswer(deps, request.value.id, body, deps.origins.verifier);
      return taken.ok ? ok(undefined) : taken;
    },
  });

  serve(app, {
    method: 'POST',
    path: '/api/verification/counter',
    summary: 'A counter asks one of the prepared questions in this installation’s name',
    caller: 'anyone',
    body: CounterRequest,
    reply: CounterReply,
    status: 201,
    refusals: { ...verificationRefusals, ...platformRefusals },
    handle: async ({ body, request }) => {
      if (!deps.counterPage) return refuse({ code: 'verification/not-offered' });
      if (!questions.take(request.ip)) return refuse({ code: 'platform/too-many-requests' });
      const asked = await askPresentation(deps, {
        asker: { kind: 'counter' },
        signer: await deps.signers.installation(),
        purpose: COUNTER_PURPOSE,
        dcql: ikdQuery(COUNTER_QUESTIONS[body.question]),
        flow: 'cross-device',
      });
      return asked.ok ? ok({ session: asked.value.id, page: asked.value.pageKey }) : asked;
    },
  });

  serve(app, {
    method: 'GET',
    path: '/api/verification/counter/{id}',
    summary: 'What the resident showed to the counter, for a short time',
    caller: 'anyone',
    params: RequestParams,
    reply: OutcomeReply,
    refusals: verificationRefusals,
    handle: ({ params }) => readOutcome(deps, params.id, { kind: 'counter' }),
  });
}

async function findPage(
  { database }: PageDeps,
  key: string,
): Promise<Result<PresentationRequest, Refusal<'verification/unknown'>>> {
  const request = await findByPageKey(database.read, key as PageKey);
  return request ? ok(request) : refuse({ code: 'verification/unknown' });
}

/**
 * A request of the same-device flow ends in the session that began it, which the wallet's redirect proves and an answer
 * through this page could not: whoever began may have sent its address to somebody else.
 */
async function findBrowserPage(deps: PageDeps, key: string): ReturnType<typeof findPage> {
  const request = await findPage(deps, key);
  const isBound = request.ok && request.value.flow === 'same-device';
  return isBound ? refuse({ code: 'verification/unknown' }) : request;
}

function toPage(deps: PageDeps, request: PresentationRequest): PageReply {
  const { institution, purpose, attributes, flow, expiresAt } = request;
  return {
    institution,
    purpose,
    attributes: [...attributes],
    state: stateOf(request, deps.now()),
    flow,
    expiresAt: expiresAt.toISOString(),
    ...linksOf(deps, request),
  };
}
