import type { QueriedCredential } from '../dcql/model.ts';
import { isJsonObject, type JsonObject } from '../jose/encodedJson.ts';
import { fromBase64url, toBase64url } from '../kit/bytes.ts';
import type { Suite } from '../kit/suite.ts';
import { readIssuerSigned } from '../mdoc/verifyIssuerSigned.ts';
import { type Disclosure, digestOf, parseDisclosure } from '../sdjwt/disclosure.ts';
import { parseSdJwt } from '../sdjwt/parse.ts';
import { revealClaims } from '../sdjwt/revealClaims.ts';
import type { HeldCopy } from './model.ts';

/** A held copy as a query sees it. It was verified when it was received. @throws TypeError when it cannot be read */
export async function queriedCopy(suite: Pick<Suite, 'sha256'>, copy: HeldCopy): Promise<QueriedCredential> {
  const { format, type, authorityKeyIds } = copy;
  return { format, type, claims: await claimsOf(suite, copy), isHolderBound: true, authorityKeyIds };
}

function claimsOf(suite: Pick<Suite, 'sha256'>, { format, credential }: HeldCopy): Promise<JsonObject> {
  return format === 'mso_mdoc' ? mdocClaims(credential) : sdJwtClaims(suite, credential);
}

async function sdJwtClaims(suite: Pick<Suite, 'sha256'>, credential: string): Promise<JsonObject> {
  const parsed = parseSdJwt(credential);
  if (!parsed.ok) throw new TypeError('a held credential is no SD-JWT');
  const disclosures = new Map<string, Disclosure>();
  for (const encoded of parsed.value.disclosures) {
    const disclosure = parseDisclosure(encoded);
    if (disclosure) disclosures.set(await digestOf(suite, encoded), disclosure);
  }
  const claims = revealClaims(parsed.value.issuerJwt.payload, disclosures);
  if (!claims.ok) throw new TypeError('a held credential cannot be read');
  return claims.value;
}

async function mdocClaims(credential: string): Promise<JsonObject> {
  const mdoc = readIssuerSigned(fromBase64url(credential));
  if (!mdoc.ok) throw new TypeError('a held credential is no mdoc');
  return toJson(mdoc.value.elements.reveal()) as JsonObject;
}

/** Byte strings become base64url (RFC 8949 section 6.1), so that an mdoc can be queried like JSON. */
function toJson(value: unknown): unknown {
  if (value instanceof Uint8Array) return toBase64url(value);
  if (Array.isArray(value)) return value.map(toJson);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, toJson(entry)]));
}
