import type { ChainRefusalCode, VerifyChain } from '../chain/certified.ts';
import { thumbprint } from '../jose/thumbprint.ts';
import { fromBase64url } from '../kit/bytes.ts';
import { ok, type Refusal, type Result, refuse } from '../kit/result.ts';
import type { PublicJwk } from '../kit/suite.ts';
import type { MdocRefusalCode } from '../mdoc/refusals.ts';
import { verifyIssuerSigned } from '../mdoc/verifyIssuerSigned.ts';
import { readCredential } from '../sdjwt/credential.ts';
import { parseSdJwt } from '../sdjwt/parse.ts';
import type { SdJwtRefusalCode } from '../sdjwt/refusals.ts';
import { verifySdJwt } from '../sdjwt/verifySdJwt.ts';
import type { CredentialConfiguration } from './issuerMetadata.ts';
import type { HeldCopy, HolderKey, HolderTools } from './model.ts';

/** Why a credential in an issuer's answer is not kept. */
export type CredentialRefusalCode =
  | SdJwtRefusalCode
  | MdocRefusalCode
  | ChainRefusalCode
  | 'credential/malformed'
  /** Bound to no key, to one that this wallet did not name, or two copies to one key. */
  | 'credential/other-key'
  /** More than we asked for. */
  | 'credential/too-many';

type Outcome<T> = Result<T, Refusal<CredentialRefusalCode>>;

/** Where the credentials come from, and what was agreed. */
export interface Origin {
  /** The credential issuer's identifier: a server that proved this name answered for it. */
  readonly issuer: string;
  readonly configurationId: string;
  readonly dataset?: string | undefined;
  readonly configuration: CredentialConfiguration;
  readonly verifyChain: VerifyChain;
}

/** A copy with the key that it is bound to, to be stored together. */
export interface KeyedCopy {
  readonly copy: HeldCopy;
  readonly key: HolderKey;
}

const CLOCK_SKEW_SECONDS = 60;

/** Verifies what an issuer sent before anything of it is kept: every copy, each bound to another of our keys. */
export async function acceptCredentials(
  tools: HolderTools,
  credentials: readonly string[],
  keys: readonly HolderKey[],
  origin: Origin,
): Promise<Outcome<readonly KeyedCopy[]>> {
  if (credentials.length > keys.length) return refuse({ code: 'credential/too-many' });
  const free = new Map<string, HolderKey>();
  for (const key of keys) free.set(await thumbprint(tools.suite, key.publicJwk), key);

  const accepted: KeyedCopy[] = [];
  for (const credential of credentials) {
    const verified = await verifyCredential(tools, credential, origin);
    if (!verified.ok) return verified;
    const { holderKey, ...terms } = verified.value;
    const keyId = holderKey ? await thumbprint(tools.suite, holderKey) : '';
    const key = free.get(keyId);
    if (!key) return refuse({ code: 'credential/other-key' });
    free.delete(keyId);
    const { issuer, configurationId, dataset } = origin;
    const from = { issuer, configurationId, ...(dataset !== undefined && { dataset }) };
    accepted.push({ key, copy: { keyId, ...from, credential, uses: 0, ...terms } });
  }
  return ok(accepted);
}

type VerifiedTerms = Pick<HeldCopy, 'format' | 'type' | 'expiresAt' | 'authorityKeyIds'> & {
  readonly holderKey?: PublicJwk;
};

function verifyCredential(
  tools: HolderTools,
  credential: string,
  origin: Origin,
): Promise<Outcome<VerifiedTerms>> {
  const { vct, doctype } = origin.configuration;
  return origin.configuration.format === 'mso_mdoc'
    ? verifyMdoc(tools, credential, doctype!, origin)
    : verifySdJwtVc(tools, credential, vct!, origin);
}

async function verifySdJwtVc(
  { suite, now }: HolderTools,
  credential: string,
  vct: string,
  { issuer, verifyChain }: Origin,
): Promise<Outcome<VerifiedTerms>> {
  const parsed = parseSdJwt(credential);
  if (!parsed.ok) return parsed;
  if (parsed.value.keyBinding) return refuse({ code: 'credential/malformed' });
  const { issuerJwt } = parsed.value;
  const certified = await verifyChain(issuerJwt.header.x5c, now());
  if (!certified.ok) return certified;
  const claims = await verifySdJwt(suite, parsed.value, certified.value.publicJwk);
  if (!claims.ok) return claims;

  const { uris, dnsNames } = certified.value;
  const names = { uris: [...uris, issuer], dnsNames };
  const expected = { vct: [vct], now: now(), clockSkewSeconds: CLOCK_SKEW_SECONDS };
  const read = readCredential(issuerJwt, claims.value, names, expected);
  if (!read.ok) return read;
  const { expiresAt, holderKey } = read.value;
  const { authorityKeyIds } = certified.value;
  return ok({ format: 'dc+sd-jwt', type: vct, expiresAt, authorityKeyIds, holderKey });
}

async function verifyMdoc(
  { suite, now }: HolderTools,
  credential: string,
  docType: string,
  { verifyChain }: Origin,
): Promise<Outcome<VerifiedTerms>> {
  const bytes = decode(credential);
  if (!bytes) return refuse({ code: 'credential/malformed' });
  const trust = { suite, verifyChain, now: now(), clockSkewSeconds: CLOCK_SKEW_SECONDS };
  const verified = await verifyIssuerSigned(bytes, docType, trust);
  if (!verified.ok) return verified;
  const { mdoc, issuer } = verified.value;
  const { authorityKeyIds } = issuer;
  return ok({
    format: 'mso_mdoc',
    type: docType,
    expiresAt: mdoc.expiresAt,
    authorityKeyIds,
    holderKey: mdoc.holderKey,
  });
}

function decode(text: string): Uint8Array | undefined {
  try {
    return fromBase64url(text);
  } catch {
    return undefined;
  }
}
