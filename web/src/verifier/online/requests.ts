import type { Result } from '@jatidiri/core/kit/result.ts';
import type { CounterQuestion } from '@jatidiri/core/verification/ikdQuery.ts';
import {
  BrowserRequestReply,
  CounterReply,
  OutcomeReply,
  PageReply,
} from '@jatidiri/core/verification/wire.ts';
import * as v from 'valibot';
import { type ApiRefusal, callApi } from '../../shared/api.ts';

type Answer<T> = Promise<Result<T, ApiRefusal>>;
const PAGES = '/api/verification/pages';
const COUNTER = '/api/verification/counter';

/** Sessions of this window alone: whoever reloads has to ask again, and nobody else can read the answer. */
const sessions = new Map<string, string>();

/** Asks a prepared question; answers the key of the page that shows it. */
export async function askQuestion(question: CounterQuestion): Answer<string> {
  const asked = await callApi({
    method: 'POST',
    path: COUNTER,
    body: { question },
    parse: (body) => v.parse(CounterReply, body),
  });
  if (!asked.ok) return asked;
  sessions.set(asked.value.page, asked.value.session);
  return { ok: true, value: asked.value.page };
}

export const readPage = (key: string, signal: AbortSignal): Answer<PageReply> =>
  callApi({ method: 'GET', path: `${PAGES}/${key}`, parse: (body) => v.parse(PageReply, body), signal });

export const isAskedHere = (key: string): boolean => sessions.has(key);

/** What was shown, for the window that asked. */
export async function readOutcome(key: string, signal: AbortSignal): Promise<OutcomeReply | undefined> {
  const session = sessions.get(key);
  if (session === undefined) return undefined;
  const path = `${COUNTER}/${session}`;
  const outcome = await callApi({
    method: 'GET',
    path,
    parse: (body) => v.parse(OutcomeReply, body),
    signal,
  });
  return outcome.ok ? outcome.value : undefined;
}

export const readBrowserRequest = (key: string): Answer<BrowserRequestReply> =>
  callApi({
    method: 'GET',
    path: `${PAGES}/${key}/browser-request`,
    parse: (body) => v.parse(BrowserRequestReply, body),
  });

export const sendBrowserResponse = (key: string, data: unknown): Answer<undefined> =>
  callApi({ method: 'POST', path: `${PAGES}/${key}/browser-response`, body: data, parse: () => undefined });
