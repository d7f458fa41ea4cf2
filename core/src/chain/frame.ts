import { equalBytes, fromHex } from '../kit/bytes.ts';

const SEQUENCE = 0x30;
const BIT_STRING = 0x03;
/** AlgorithmIdentifier ecdsa-with-SHA256 (RFC 5758 section 3.2). */
const ECDSA_WITH_SHA256 = fromHex('300a06082a8648ce3d040302');

/**
 * Whether a certificate's frame, the part that its signature does not cover, is exactly
 * `SEQUENCE { tbs, ecdsa-with-SHA256, BIT STRING { SEQUENCE … } }` in DER with nothing behind it. The parser is
 * forgiving there, so one certificate could otherwise be sent in many spellings, each with its own fingerprint.
 */
export function hasStrictFrame(der: Uint8Array): boolean {
  const outer = contentOf(der, 0, SEQUENCE);
  const tbs = outer && contentOf(der, outer.start, SEQUENCE);
  if (!outer || !tbs || outer.end !== der.length) return false;

  const algorithmEnd = tbs.end + ECDSA_WITH_SHA256.length;
  if (!equalBytes(der.subarray(tbs.end, algorithmEnd), ECDSA_WITH_SHA256)) return false;

  const bits = contentOf(der, algorithmEnd, BIT_STRING);
  if (!bits || bits.end !== der.length || der[bits.start] !== 0) return false;
  return contentOf(der, bits.start + 1, SEQUENCE)?.end === der.length;
}

/** Where the content of the element at `at` starts and ends; lengths must be in their shortest form (X.690 section 10.1). */
function contentOf(der: Uint8Array, at: number, tag: number): { start: number; end: number } | undefined {
  const [found, form = 0, high = 0, low = 0] = der.subarray(at, at + 4);
  if (found !== tag) return undefined;
  if (form < 0x80) return { start: at + 2, end: at + 2 + form };
  if (form === 0x81 && high >= 0x80) return { start: at + 3, end: at + 3 + high };
  if (form === 0x82 && high > 0) return { start: at + 4, end: at + 4 + 256 * high + low };
  return undefined;
}
