import type { Certified, ChainRefusalCode } from '../chain/certified.ts';
import type { CredentialQuery, DcqlQuery, QueriedCredential } from '../dcql/model.ts';
import { pickClaims } from '../dcql/pickClaims.ts';
import { type Answered, type DcqlRefusalCode, verifyAnswer } from '../dcql/verifyAnswer.ts';
import { isJsonObject, type JsonObject } from '../jose/encodedJson.ts';
import { type Bytes, fromBase64url, toBase64url } from '../kit/bytes.ts';
import { Personal } from '../kit/personal.ts';
import { ok, type Refusal, type Result, refuse } from '../kit/result.ts';
import type { MdocRefusalCode } from '../mdoc/refusals.ts';
import { verifyDeviceResponse } from '../mdoc/verifyDeviceResponse.ts';
import type { SdJwtRefusalCode } from '../sdjwt/refusals.ts';
import { type PresentationTrust, verifyPresentation } from '../sdjwt/verifyPresentation.ts';
import type { StatusReference } from '../statuslist/reference.ts';
import type { TransactionData } from './model.ts';
import type { VpToken } from './response.ts';
import { hashTransactionData, TRANSACTION_HASH } from './transactionData.ts';

export type PresentationsRefusalCode =
  | SdJwtRefusalCode
  | MdocRefusalCode
  | ChainRefusalCode
  | DcqlRefusalCode
  /** The transaction data were not signed by one of the credentials that may, or others were (section B.3.3.1). */
  | 'transaction/not-authorised';

/** The request that is answered. */
export interface AskedPresentations {
  readonly query: DcqlQuery;
  /** `aud` of the key bindings: the client identifier, or `origin:` and the page. */
  readonly audience: string;
  readonly nonce: string;
  /** What the devices of mdocs sign (`openId4VpTranscript`, `dcApiTranscript`), as CBOR. */
  readonly sessionTranscript: Uint8Array;
  readonly transactionData: readonly TransactionData[];
}

/** A credential that was presented and verified, with the claims that were asked for: what else it showed is left out. */
export interface DisclosedCredential extends Pick<QueriedCredential, 'format' | 'type'> {
  readonly claims: Personal<JsonObject>;
  readonly issuer: Certified;
  readonly status?: StatusReference;
}

type Outcome<T> = Result<T, Refusal<PresentationsRefusalCode>>;

/**
 * Verifies what a wallet answered, all of it (OpenID4VP 1.0 section 8.6): each presentation by its format, the whole
 * against the query, and the transaction data. One presentation that does not hold refuses them all.
 */
export async function verifyPresentations(
  presentations: VpToken,
  asked: AskedPresentations,
  trust: PresentationTrust,
): Promise<Outcome<ReadonlyMap<string, readonly DisclosedCredential[]>>> {
  const verified = new Map<string, readonly VerifiedItem[]>();
  for (const [id, texts] of presentations) {
    const query = asked.query.credentials.find((credential) => credential.id === id);
    if (!query) return refuse({ code: 'dcql/not-asked' });
    const items: VerifiedItem[] = [];
    for (const text of texts) {
      const item = await verifyOne(text, query, asked, trust);
      if (!item.ok) return refuse({ code: item.refusal.code, field: id });
      items.push(...item.value);
    }
    verified.set(id, items);
  }
  const answered = verifyAnswer(asked.query, verified);
  if (!answered.ok) return answered;
  if (!(await areTransactionsAuthorised(asked.transactionData, verified, trust)))
    return refuse({ code: 'transaction/not-authorised' });
  return ok(new Map([...answered.value].map(([id, items]) => [id, items.map(toDisclosed)])));
}

/** One presentation, verified by its format, and what its key binding authorised. */
interface VerifiedItem extends QueriedCredential {
  readonly issuer: Certified;
  readonly status?: StatusReference;
  readonly transactionHashes: readonly string[];
  readonly transactionHashAlg?: string;
}

function verifyOne(
  text: string,
  query: CredentialQuery,
  asked: AskedPresentations,
  trust: PresentationTrust,
): Promise<Outcome<readonly VerifiedItem[]>> | Outcome<never> {
  switch (query.kind.format) {
    case 'dc+sd-jwt':
      return verifySdJwt(text, query, query.kind, asked, trust);
    case 'mso_mdoc':
      return verifyMdoc(text, query.kind, asked, trust);
    case 'other':
      return refuse({ code: 'dcql/mismatch' });
  }
}

async function verifySdJwt(
  text: string,
  { requiresHolderBinding }: CredentialQuery,
  { vctValues }: { readonly vctValues?: readonly string[] },
  { audience, nonce }: AskedPresentations,
  trust: PresentationTrust,
): Promise<Outcome<readonly VerifiedItem[]>> {
  const expected = { audience, nonce, requiresHolderBinding, ...(vctValues && { vct: vctValues }) };
  const outcome = await verifyPresentation(text, expected, trust);
  if (!outcome.ok) return outcome;
  const { credential, issuer, binding } = outcome.value;
  return ok([
    {
      format: 'dc+sd-jwt',
      type: credential.vct,
      claims: credential.claims.reveal(),
      isHolderBound: binding !== undefined,
      authorityKeyIds: issuer.authorityKeyIds,
      issuer,
      ...(credential.status && { status: credential.status }),
      transactionHashes: binding?.transactionDataHashes ?? [],
      ...(binding?.transactionDataHashesAlg !== undefined && {
        transactionHashAlg: binding.transactionDataHashesAlg,
      }),
    },
  ]);
}

async function verifyMdoc(
  text: string,
  { doctypeValue }: { readonly doctypeValue?: string },
  { sessionTranscript }: AskedPresentations,
  trust: PresentationTrust,
): Promise<Outcome<readonly VerifiedItem[]>> {
  const bytes = decodeBase64url(text);
  if (!bytes) return refuse({ code: 'mdoc/malformed' });
  const docTypes = doctypeValue === undefined ? [] : [doctypeValue];
  const outcome = await verifyDeviceResponse(bytes, { docTypes, sessionTranscript }, trust);
  if (!outcome.ok) return outcome;
  return ok(
    outcome.value.map(({ mdoc, issuer }) => ({
      format: 'mso_mdoc',
      type: mdoc.docType,
      claims: toJson(mdoc.elements.reveal()) as JsonObject,
      isHolderBound: true,
      authorityKeyIds: issuer.authorityKeyIds,
      issuer,
      ...(mdoc.status && { status: mdoc.status }),
      transactionHashes: [],
    })),
  );
}

function decodeBase64url(text: string): Bytes | undefined {
  try {
    return fromBase64url(text);
  } catch {
    return undefined;
  }
}

/** CBOR as JSON: byte strings in base64url (RFC 8949 section 6.1). */
function toJson(value: unknown): unknown {
  if (value instanceof Uint8Array) return toBase64url(value);
  if (typeof value === 'bigint') return value.toString();
  if (Array.isArray(value)) return value.map(toJson);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, toJson(entry)]));
}

/** Each object is authorised by exactly one of the credentials that it names, and nothing else is authorised (section 5.1). */
async function areTransactionsAuthorised(
  transactionData: readonly TransactionData[],
  verified: ReadonlyMap<string, readonly VerifiedItem[]>,
  { suite }: PresentationTrust,
): Promise<boolean> {
  let left = [...verified.values()].flat().reduce((count, item) => count + item.transactionHashes.length, 0);
  for (const data of transactionData) {
    const hash = await hashTransactionData(suite, data);
    const signers = data.credentialIds
      .flatMap((id) => verified.get(id) ?? [])
      .filter((item) => item.transactionHashes.includes(hash) && namesHash(item, data));
    if (signers.length !== 1) return false;
    left -= 1;
  }
  return left === 0;
}

/** The algorithm is named where the request named some, and is the one that we use. */
const namesHash = ({ transactionHashAlg }: VerifiedItem, { namesAlgorithm }: TransactionData): boolean =>
  transactionHashAlg === TRANSACTION_HASH || (transactionHashAlg === undefined && !namesAlgorithm);

function toDisclosed({ presentation, paths }: Answered<VerifiedItem>): DisclosedCredential {
  const { format, type, issuer, status } = presentation;
  const claims = new Personal(pickClaims(presentation.claims, paths));
  return { format, type, claims, issuer, ...(status && { status }) };
}
