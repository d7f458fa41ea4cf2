import { isJsonObject, type JsonObject } from '../jose/encodedJson.ts';

/** One request of the wallet to an issuer or a verifier. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface HttpReply {
  readonly status: number;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The network, handed in. Follows no redirects; undefined when nobody answered in time. */
export type Send = (request: HttpRequest) => Promise<HttpReply | undefined>;

export const isSuccess = ({ status }: HttpReply): boolean => status >= 200 && status < 300;

/** The JSON object in a reply; undefined for any other body. */
export function jsonOf({ body }: HttpReply): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const ERROR_CODE = /^[a-z0-9_.-]{1,64}$/;

/** The `error` of an OAuth error response (RFC 6749 section 5.2); nothing else of a stranger's text is passed on. */
export function errorOf(reply: HttpReply): string | undefined {
  const error = jsonOf(reply)?.error;
  return typeof error === 'string' && ERROR_CODE.test(error) ? error : undefined;
}

export function getJson(url: string): HttpRequest {
  return { method: 'GET', url, headers: { accept: 'application/json' } };
}

export function postJson(url: string, value: JsonObject): HttpRequest {
  return post(url, 'application/json', JSON.stringify(value));
}

/** Members without a value are left out. */
export function postForm(url: string, members: Readonly<Record<string, string | undefined>>): HttpRequest {
  const entries = Object.entries(members).filter(([, value]) => value !== undefined) as [string, string][];
  return post(url, 'application/x-www-form-urlencoded', new URLSearchParams(entries).toString());
}

export function post(url: string, contentType: string, body: string): HttpRequest {
  return { method: 'POST', url, headers: { accept: 'application/json', 'content-type': contentType }, body };
}
