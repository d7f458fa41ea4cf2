import { ok, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import { signal } from '@preact/signals';
import { apiWords } from './apiWords.ts';
import { lang } from './i18n.ts';

/** What can go wrong between the browser and a well-behaved server; all other codes come from the server's rooms. */
export type NetworkCode =
  | 'network/offline'
  | 'network/timeout'
  | 'network/unavailable'
  | 'network/unreadable'
  | 'network/fault';

/** An RFC 9457 problem, or what became of the request on its way. `detail` is ready to be shown. */
export interface ApiRefusal {
  readonly code: string;
  readonly detail: string;
  /** The field of a form that it is about. */
  readonly field?: string;
  /** The HTTP status; 0 when no answer came. */
  readonly status: number;
}

export interface ApiRequest<T> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below the own origin: '/api/…'. */
  readonly path: string;
  /** Sent as JSON; a Blob is sent as it is. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Makes a POST safe to repeat: the server answers the same key once. */
  readonly idempotencyKey?: string;
  /** How the body of a good answer is read; JSON unless it says otherwise. */
  readonly reply?: 'json' | 'blob';
  /** Checks the answer at the door; throws for one that it does not know. */
  readonly parse: (body: unknown) => T;
  /** For one try. Default 30 s: at 50 kbit/s and two seconds of latency everything that we ask for gets through. */
  readonly timeoutMs?: number;
  /** No repetition here: the caller repeats, as long as a person waits (`untilAnswered`). */
  readonly once?: boolean;
  readonly signal?: AbortSignal;
}

const PAUSES_MS = [600, 2_000];
const LONGEST_RETRY_AFTER_MS = 5_000;

const THIN_AFTER_MS = 1_500;

/** Until an exchange was quick, and after one that was not: what can wait had better wait. */
export const thinLine = signal(true);

/** One call of our API, repeated where a repetition cannot do harm. Never throws for what a network or a server does. */
export async function callApi<T>(request: ApiRequest<T>): Promise<Result<T, ApiRefusal>> {
  const pauses = isRepeatable(request) ? [...PAUSES_MS] : [];
  for (;;) {
    const { result, retryAfterMs } = await tryOnce(request);
    const pause = pauses.shift();
    const passing = !result.ok && isPassing(result.refusal);
    if (!passing || pause === undefined || request.signal?.aborted) return result;
    await new Promise((resume) => setTimeout(resume, Math.max(pause, retryAfterMs)));
  }
}

const PASSING = new Set<string>(['network/offline', 'network/timeout', 'network/unavailable']);

/** It may go through the next time, as it is. */
export const isPassing = ({ code }: Pick<ApiRefusal, 'code'>): boolean => PASSING.has(code);

/** RFC 9110 section 9.2.2; DELETE is left out, because its second answer differs from the first. */
function isRepeatable({ method, idempotencyKey, once }: ApiRequest<unknown>): boolean {
  if (once) return false;
  return method === 'GET' || method === 'PUT' || idempotencyKey !== undefined;
}

interface Attempt<T> {
  readonly result: Result<T, ApiRefusal>;
  readonly retryAfterMs: number;
}

async function tryOnce<T>(request: ApiRequest<T>): Promise<Attempt<T>> {
  const abort = new AbortController();
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    abort.abort();
  }, request.timeoutMs ?? 30_000);
  const cancel = () => abort.abort();
  if (request.signal?.aborted) cancel();
  request.signal?.addEventListener('abort', cancel);
  const askedAt = performance.now();
  try {
    const response = await fetch(request.path, {
      method: request.method,
      headers: headersOf(request),
      body: bodyOf(request),
      signal: abort.signal,
    });
    const result = await read(response, request);
    thinLine.value = performance.now() - askedAt > THIN_AFTER_MS;
    return { result, retryAfterMs: retryAfter(response) };
  } catch {
    return { result: refuse(network(late ? 'network/timeout' : 'network/offline', 0)), retryAfterMs: 0 };
  } finally {
    clearTimeout(timer);
    request.signal?.removeEventListener('abort', cancel);
  }
}

function headersOf({ body, headers, idempotencyKey, reply }: ApiRequest<unknown>): Record<string, string> {
  return {
    accept: reply === 'blob' ? '*/*' : 'application/json',
    'accept-language': lang.value,
    ...(body === undefined || body instanceof Blob ? {} : { 'content-type': 'application/json' }),
    ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
    ...headers,
  };
}

function bodyOf({ body }: ApiRequest<unknown>): BodyInit | null {
  if (body === undefined) return null;
  return body instanceof Blob ? body : JSON.stringify(body);
}

async function read<T>(response: Response, { reply, parse }: ApiRequest<T>): Promise<Result<T, ApiRefusal>> {
  if (!response.ok) return refuse(problem(response.status, await response.text()));
  const body = reply === 'blob' ? await response.blob() : await response.text();
  try {
    return ok(parse(typeof body === 'string' ? fromJson(body) : body));
  } catch {
    return refuse(network('network/unreadable', response.status));
  }
}

const fromJson = (text: string): unknown => (text === '' ? undefined : JSON.parse(text));

/** A gateway before a server that starts anew, or the server itself: RFC 9110 sections 15.6.3 to 15.6.5. */
const BUSY_STATUS = new Set([502, 503, 504]);

/** RFC 9457. A gateway's error page in between is no problem document: then the status alone speaks. */
function problem(status: number, text: string): ApiRefusal {
  if (BUSY_STATUS.has(status)) return network('network/unavailable', status);
  try {
    const { code, detail, title, field } = JSON.parse(text);
    if (typeof code !== 'string') return network('network/fault', status);
    const shown = [detail, title].find((part) => typeof part === 'string') ?? apiWords()['network/fault'];
    return { code, detail: shown, status, ...(typeof field === 'string' ? { field } : {}) };
  } catch {
    return network('network/fault', status);
  }
}

function network(code: NetworkCode, status: number): ApiRefusal {
  return { code, detail: apiWords()[code], status };
}

/** RFC 9110 section 10.2.3, in seconds; a date or nonsense counts as nothing. */
function retryAfter(response: Response): number {
  const seconds = Number(response.headers.get('retry-after') ?? 0);
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds, 0) * 1_000, LONGEST_RETRY_AFTER_MS) : 0;
}
