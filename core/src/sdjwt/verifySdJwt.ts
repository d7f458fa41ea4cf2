import type { JsonObject } from '../jose/encodedJson.ts';
import { verifyJws } from '../jose/jws.ts';
import type { Refusal, Result } from '../kit/result.ts';
import { refuse } from '../kit/result.ts';
import { settled } from '../kit/settled.ts';
import type { PublicJwk, Suite } from '../kit/suite.ts';
import { type Disclosure, digestOf, parseDisclosure } from './disclosure.ts';
import type { ParsedSdJwt } from './parse.ts';
import type { SdJwtRefusalCode } from './refusals.ts';
import { revealClaims } from './revealClaims.ts';

/**
 * Verifies the issuer's signature and answers the processed claims (RFC 9901 section 7.1, steps 2 to 5). Validity
 * in time, the kind of credential and key binding are checked by `readCredential` and `verifyKeyBinding`.
 */
export async function verifySdJwt(
  suite: Suite,
  sdJwt: ParsedSdJwt,
  issuerKey: PublicJwk,
): Promise<Result<JsonObject, Refusal<SdJwtRefusalCode>>> {
  if (!(await verifyJws(suite, sdJwt.issuerJwt, issuerKey)))
    return refuse({ code: 'sdjwt/issuer-signature' });

  const digests = await settled(sdJwt.disclosures.map((encoded) => digestOf(suite, encoded)));
  const disclosures = new Map<string, Disclosure>();
  for (const [i, encoded] of sdJwt.disclosures.entries()) {
    const disclosure = parseDisclosure(encoded);
    if (!disclosure) return refuse({ code: 'sdjwt/disclosure-malformed' });
    disclosures.set(digests[i]!, disclosure);
  }
  return revealClaims(sdJwt.issuerJwt.payload, disclosures);
}
