import { isJsonObject, type JsonObject } from '../jose/encodedJson.ts';
import { encryptJwe, type JweTools } from '../jose/jwe.ts';
import { fromUtf8, utf8 } from '../kit/bytes.ts';
import { ok, type Refusal, type Result, refuse } from '../kit/result.ts';
import type { VerifiedRequest } from './model.ts';
import type { AuthorizationError } from './refusals.ts';

/** Presentations by the id of the Credential Query that they answer (OpenID4VP 1.0 section 8.1, `vp_token`). */
export type VpToken = ReadonlyMap<string, readonly string[]>;

const MAX_PRESENTATIONS = 32;

/**
 * The wallet's answer as parameters: encrypted where the request wants it (section 8.3). For `direct_post` they are
 * sent with `toForm`, for the Digital Credentials API as they are.
 */
export async function createResponse(
  tools: JweTools,
  { state, encryption }: Pick<VerifiedRequest, 'state' | 'encryption'>,
  presentations: VpToken,
): Promise<JsonObject> {
  const response = { vp_token: Object.fromEntries(presentations), ...(state !== undefined && { state }) };
  if (!encryption) return response;
  const { recipient, enc } = encryption;
  return { response: await encryptJwe(tools, recipient, enc, utf8(JSON.stringify(response))) };
}

/** The wallet's refusal (section 8.5); it may be sent without encryption (section 8.3.1). */
export const createErrorResponse = (
  { state }: Pick<VerifiedRequest, 'state'>,
  error: AuthorizationError,
): JsonObject => ({ error, ...(state !== undefined && { state }) });

/** As `application/x-www-form-urlencoded`: texts as they are, everything else as JSON (section 5.1). */
export const toForm = (parameters: JsonObject): URLSearchParams =>
  new URLSearchParams(
    Object.entries(parameters).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  );

export type ResponseRefusalCode =
  /** Not the parameters of an Authorization Response. */
  | 'response/malformed'
  /** In the clear although encryption was asked for, or not encrypted to the key of this request (section 8.3). */
  | 'response/encryption'
  /** `state` is not the one of this request (section 5.3). */
  | 'response/state';

/** What a wallet answered; nothing in it is verified yet. */
export type AuthorizationResponse =
  | { readonly kind: 'presentations'; readonly presentations: VpToken }
  | { readonly kind: 'error'; readonly error: string };

/** What the verifier knows of the request that is answered. */
export interface AwaitedResponse {
  /** Absent in the modes of the Digital Credentials API, which bind by themselves (section A.2). */
  readonly state?: string;
  /** For encrypted modes: opens what was encrypted to the key of this request; undefined when it was not. */
  readonly decrypt?: (jwe: string) => Promise<Uint8Array | undefined>;
}

type Outcome<T> = Result<T, Refusal<ResponseRefusalCode>>;

/** Reads an Authorization Response (sections 8.1 to 8.5), decrypting it where that was asked for. */
export async function readResponse(
  parameters: JsonObject,
  { state, decrypt }: AwaitedResponse,
): Promise<Outcome<AuthorizationResponse>> {
  const isError = parameters.error !== undefined;
  const opened = decrypt && !isError ? await openResponse(parameters, decrypt) : ok(parameters);
  if (!opened.ok) return opened;
  const response = opened.value;
  if (state !== undefined && response.state !== state) return refuse({ code: 'response/state' });
  if (response.error !== undefined) return readError(response.error);

  const presentations = readVpToken(response.vp_token);
  return presentations
    ? ok({ kind: 'presentations', presentations })
    : refuse({ code: 'response/malformed' });
}

async function openResponse(
  { response }: JsonObject,
  decrypt: NonNullable<AwaitedResponse['decrypt']>,
): Promise<Outcome<JsonObject>> {
  if (typeof response !== 'string') return refuse({ code: 'response/encryption' });
  const plaintext = await decrypt(response);
  if (!plaintext) return refuse({ code: 'response/encryption' });
  const parameters = parseJson(plaintext);
  return isJsonObject(parameters) ? ok(parameters) : refuse({ code: 'response/malformed' });
}

function readError(error: unknown): Outcome<AuthorizationResponse> {
  return typeof error === 'string' ? ok({ kind: 'error', error }) : refuse({ code: 'response/malformed' });
}

/** A form carries JSON as text, an encrypted answer or a browser the object itself. */
function readVpToken(value: unknown): VpToken | undefined {
  const token = typeof value === 'string' ? parseJson(utf8(value)) : value;
  if (!isJsonObject(token)) return undefined;
  const entries = Object.entries(token);
  const isListOfTexts = (list: unknown) =>
    Array.isArray(list) && list.every((entry) => typeof entry === 'string');
  if (!entries.every(([, list]) => isListOfTexts(list))) return undefined;
  const presentations = new Map(entries as [string, string[]][]);
  return [...presentations.values()].flat().length <= MAX_PRESENTATIONS ? presentations : undefined;
}

function parseJson(text: Uint8Array): unknown {
  try {
    return JSON.parse(fromUtf8(text));
  } catch {
    return undefined;
  }
}
