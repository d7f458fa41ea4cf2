import { decodeCbor } from '../cose/cbor.ts';
import { encodeCbor } from '../cose/encodeCbor.ts';
import { createSign1, parseSign1, type Sign1 } from '../cose/sign1.ts';
import { isNumericDate, toNumericDate } from '../jose/numericDate.ts';
import { type Bytes, utf8 } from '../kit/bytes.ts';
import type { SignEs256 } from '../kit/suite.ts';
import { fromBase45, toBase45 } from './base45.ts';

/** Marks our QR codes, format 1; a colon and capitals stay in the QR code's alphanumeric mode. */
const PREFIX = 'IKD1:';

/** What the largest QR code holds in its alphanumeric mode (ISO/IEC 18004, version 40 at level L). */
const MAX_CHARACTERS = 4296;

/** Signed along by the handset, so that this signature can never pass for one that it makes elsewhere. */
export const HOLDER_AAD = utf8('IKD1 shown by holder');

/** What the handset signs at each showing: `[issuer's CWT, seconds since 1970]`. */
export interface Envelope {
  readonly holder: Sign1;
  readonly issued: Sign1;
  readonly shownAt: number;
}

/** The text of the QR code: the handset's signature around the issued CWT and the moment of showing. */
export async function showIdentityQr(sign: SignEs256, cwt: Bytes, now: Date): Promise<string> {
  const payload = encodeCbor([cwt, toNumericDate(now)]);
  return PREFIX + toBase45(await createSign1(sign, new Map(), payload, HOLDER_AAD));
}

export const isIdentityQr = (text: string): boolean => text.startsWith(PREFIX);

/**
 * Opens the text without verifying it; undefined for anything that this format does not hold. Nothing may stand
 * outside the signatures: headers are protected, and each part has one spelling only.
 */
export function openEnvelope(text: string): Envelope | undefined {
  const bytes = text.length <= MAX_CHARACTERS ? fromBase45(text.slice(PREFIX.length)) : undefined;
  const holder = bytes && parseStrictSign1(bytes);
  const payload = holder && decodeCbor(holder.payload);
  if (!holder || !Array.isArray(payload) || payload.length !== 2) return undefined;
  const [cwt, shownAt] = payload;
  const issued = cwt instanceof Uint8Array ? parseStrictSign1(cwt) : undefined;
  return issued && isNumericDate(shownAt) ? { holder, issued, shownAt } : undefined;
}

const ARRAY_OF_FOUR = 0x84;

function parseStrictSign1(bytes: Uint8Array): Sign1 | undefined {
  const message = bytes[0] === ARRAY_OF_FOUR ? parseSign1(bytes) : undefined;
  return message?.unprotectedHeader.size === 0 ? message : undefined;
}
