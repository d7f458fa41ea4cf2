import { toBase64url, utf8 } from '../kit/bytes.ts';
import type { PublicJwk, SignEs256, Suite } from '../kit/suite.ts';
import { decodeJson, encodeJson, isJsonObject, type JsonObject } from './encodedJson.ts';

/** Compact JWS (RFC 7515 section 3.1) with ES256 alone: any other `alg` is refused before a key is touched. */
export interface ParsedJws {
  readonly header: JsonObject;
  readonly payload: JsonObject;
  readonly signingInput: string;
  readonly signature: Uint8Array;
}

const PARTS = 3;

/** Headers as encoded, by the header object: an issuer signs everything with one. */
const encodedHeaders = new WeakMap<JsonObject, string>();

function encodeHeader(header: JsonObject): string {
  const known = encodedHeaders.get(header);
  if (known !== undefined) return known;
  const encoded = encodeJson({ alg: 'ES256', ...header });
  encodedHeaders.set(header, encoded);
  return encoded;
}

/** Signs a payload; `typ` is mandatory, so that a token of one kind never passes for another (RFC 8725 section 3.11). */
export async function signJws(
  sign: SignEs256,
  header: JsonObject & { typ: string },
  payload: JsonObject,
): Promise<string> {
  const signingInput = `${encodeHeader(header)}.${encodeJson(payload)}`;
  return `${signingInput}.${toBase64url(await sign(utf8(signingInput)))}`;
}

/** Headers as decoded, by their text: an issuer's, with its certificates, comes along with each of its credentials. */
const decodedHeaders = new Map<string, unknown>();
const KEPT_HEADERS = 64;
const WORTH_KEEPING = { from: 256, to: 8192 } as const;

function decodeHeader(encoded: string): unknown {
  if (encoded.length < WORTH_KEEPING.from || encoded.length > WORTH_KEEPING.to) return decodeJson(encoded);
  const known = decodedHeaders.get(encoded);
  if (known) return known;
  const header = decodeJson(encoded);
  if (!isJsonObject(header)) return header;
  if (decodedHeaders.size >= KEPT_HEADERS) decodedHeaders.delete(decodedHeaders.keys().next().value!);
  decodedHeaders.set(encoded, Object.freeze(header));
  return header;
}

/**
 * Reads without verifying; undefined for anything that is no ES256 JWS with JSON objects inside. A `crit` header is
 * refused as well: it names extensions that must be understood, and we understand none (RFC 7515 section 4.1.11).
 */
export function parseJws(compact: string): ParsedJws | undefined {
  const [head, body, tail, ...rest] = compact.split('.', PARTS + 1);
  if (head === undefined || body === undefined || tail === undefined || rest.length > 0) return undefined;
  const header = decodeHeader(head);
  const payload = decodeJson(body);
  const signature = decodeSignature(tail);
  if (!isJsonObject(header) || header.alg !== 'ES256' || 'crit' in header) return undefined;
  if (!isJsonObject(payload) || !signature) return undefined;
  return { header, payload, signingInput: compact.slice(0, head.length + 1 + body.length), signature };
}

export async function verifyJws(suite: Suite, jws: ParsedJws, key: PublicJwk): Promise<boolean> {
  return suite.verifyEs256(key, utf8(jws.signingInput), jws.signature);
}

/** 64 bytes in base64url: 86 characters, of which the last carries two bits, so only four of the 64 may stand there. */
const SIGNATURE = /^[A-Za-z0-9_-]{85}[AQgw]$/;

function decodeSignature(encoded: string): Uint8Array | undefined {
  if (!SIGNATURE.test(encoded)) return undefined;
  const binary = atob(encoded.replaceAll('-', '+').replaceAll('_', '/'));
  const signature = new Uint8Array(binary.length);
  for (let i = 0; i < signature.length; i++) signature[i] = binary.charCodeAt(i);
  return signature;
}
