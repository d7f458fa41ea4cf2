import type { Bytes } from '../kit/bytes.ts';
import type { PublicJwk, SignEs256, Suite } from '../kit/suite.ts';
import { type CborMap, decodeCbor, isCborMap, withoutSign1Tag } from './cbor.ts';
import { encodeCbor } from './encodeCbor.ts';

/** Header parameters (RFC 9052 section 3.1, RFC 9360 section 2) and the one algorithm (RFC 9053 section 2.1). */
export const HEADER = { alg: 1, crit: 2, contentType: 3, kid: 4, x5chain: 33 } as const;
const ES256 = -7;
const SIGNATURE_BYTES = 64;
const NOTHING = new Uint8Array(0);
const ALG_ALONE = encodeCbor(new Map([[HEADER.alg, ES256]]));

/** COSE_Sign1 (RFC 9052 section 4.2) with ES256 alone, not verified yet. */
export interface Sign1 {
  readonly protectedHeader: CborMap;
  readonly unprotectedHeader: CborMap;
  readonly payload: Uint8Array;
  readonly signature: Uint8Array;
  /** The protected header as sent: this is what is signed. */
  readonly protectedBytes: Uint8Array;
}

/** The four elements of a COSE_Sign1, to be encoded together with whatever surrounds them. */
export type Sign1Parts = readonly [Bytes, CborMap, Uint8Array | null, Bytes];

/**
 * Signs; the header is protected as a whole and encoded deterministically. Answers without the tag 18.
 * @param externalAad bytes that both sides know and that are signed along (RFC 9052 section 4.3)
 */
export async function createSign1(
  sign: SignEs256,
  header: CborMap,
  payload: Uint8Array,
  externalAad: Uint8Array = NOTHING,
): Promise<Bytes> {
  const protectedBytes = encodeCbor(new Map([[HEADER.alg, ES256], ...header]));
  const signature = await sign(toBeSigned(protectedBytes, externalAad, payload));
  return encodeCbor([protectedBytes, new Map(), payload, signature]);
}

/** Signs for a message around it; `alg` alone is protected. */
export async function signInside(
  sign: SignEs256,
  payload: Uint8Array,
  unprotectedHeader: CborMap,
): Promise<Sign1Parts> {
  return [ALG_ALONE, unprotectedHeader, payload, await sign(toBeSigned(ALG_ALONE, NOTHING, payload))];
}

/** Signs what both sides know and nobody sends: the payload is left out (RFC 9052 section 4.1, detached content). */
export async function signDetached(sign: SignEs256, payload: Uint8Array): Promise<Sign1Parts> {
  return [ALG_ALONE, new Map(), null, await sign(toBeSigned(ALG_ALONE, NOTHING, payload))];
}

/**
 * Reads without verifying; undefined for anything else than ES256 named in the protected header, for detached
 * payloads, and for `crit`, which names parameters that we do not know (RFC 9052 section 3.1).
 */
export function parseSign1(bytes: Uint8Array): Sign1 | undefined {
  return readSign1(decodeCbor(withoutSign1Tag(bytes)));
}

/** As `parseSign1`, for a message that was decoded with what surrounds it. */
export function readSign1(parts: unknown): Sign1 | undefined {
  return Array.isArray(parts) && parts[2] instanceof Uint8Array ? readParts(parts, parts[2]) : undefined;
}

/** As `readSign1`, for detached content that we know; a message that brings its own is refused. */
export function readDetachedSign1(parts: unknown, payload: Uint8Array): Sign1 | undefined {
  return Array.isArray(parts) && parts[2] === null ? readParts(parts, payload) : undefined;
}

function readParts(parts: readonly unknown[], payload: Uint8Array): Sign1 | undefined {
  if (parts.length !== 4) return undefined;
  const [protectedBytes, unprotectedHeader, , signature] = parts;
  if (!(protectedBytes instanceof Uint8Array) || !isCborMap(unprotectedHeader)) return undefined;
  if (!(signature instanceof Uint8Array) || signature.length !== SIGNATURE_BYTES) return undefined;

  const protectedHeader = decodeCbor(protectedBytes);
  if (!isCborMap(protectedHeader)) return undefined;
  if (protectedHeader.get(HEADER.alg) !== ES256) return undefined;
  if (protectedHeader.has(HEADER.crit) || unprotectedHeader.has(HEADER.crit)) return undefined;
  // The same parameter in both headers makes the message malformed (RFC 9052 section 3).
  if ([...unprotectedHeader.keys()].some((key) => protectedHeader.has(key))) return undefined;
  return { protectedHeader, unprotectedHeader, payload, signature, protectedBytes };
}

export async function verifySign1(
  suite: Suite,
  { protectedBytes, payload, signature }: Sign1,
  key: PublicJwk,
  externalAad: Uint8Array = NOTHING,
): Promise<boolean> {
  return suite.verifyEs256(key, toBeSigned(protectedBytes, externalAad, payload), signature);
}

/** Sig_structure (RFC 9052 section 4.4). */
function toBeSigned(protectedBytes: Uint8Array, externalAad: Uint8Array, payload: Uint8Array): Bytes {
  return encodeCbor(['Signature1', protectedBytes, externalAad, payload]);
}
