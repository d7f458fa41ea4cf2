import { type ParsedJws, parseJws } from '../jose/jws.ts';
import { ok, type Refusal, type Result, refuse } from '../kit/result.ts';
import type { SdJwtRefusalCode } from './refusals.ts';

/** The parts of an SD-JWT in compact form, not verified yet (RFC 9901 section 4). */
export interface ParsedSdJwt {
  readonly issuerJwt: ParsedJws;
  /** Encoded Disclosures in the order of the message, no two alike. */
  readonly disclosures: readonly string[];
  /** The compact Key Binding JWT, when one is there. */
  readonly keyBinding?: string;
  /** Everything up to and including the last `~`: what `sd_hash` covers (section 4.3.1). */
  readonly boundText: string;
}

const MAX_CHARACTERS = 256 * 1024;
const MAX_DISCLOSURES = 256;

export function parseSdJwt(compact: string): Result<ParsedSdJwt, Refusal<SdJwtRefusalCode>> {
  if (compact.length > MAX_CHARACTERS) return refuse({ code: 'sdjwt/malformed' });
  const parts = compact.split('~');
  const [jwt = '', ...disclosures] = parts;
  const tail = disclosures.pop();
  const issuerJwt = parseJws(jwt);
  if (tail === undefined || !issuerJwt || disclosures.length > MAX_DISCLOSURES) {
    return refuse({ code: 'sdjwt/malformed' });
  }
  if (new Set(disclosures).size < disclosures.length) return refuse({ code: 'sdjwt/disclosure-repeated' });
  const boundText = compact.slice(0, compact.length - tail.length);
  return ok({ issuerJwt, disclosures, boundText, ...(tail && { keyBinding: tail }) });
}
