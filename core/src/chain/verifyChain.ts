import { equalBytes, fromBase64, fromHex, toBase64url } from '../kit/bytes.ts';
import { ok, type Refusal, type Result, refuse } from '../kit/result.ts';
import { type ReadCertificate, readCertificate } from './certificate.ts';
import type { Certified, ChainRefusalCode, VerifyChain } from './certified.ts';
import { DOCUMENT_USAGE, FIELD_USAGE } from './usages.ts';

const MAX_CERTIFICATES = 4;
const CACHED_CHAINS = 64;
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

/** Usages that a certificate has for one purpose alone. */
const KEPT_USAGES = { field: FIELD_USAGE, document: DOCUMENT_USAGE } as const;

type Outcome<T> = Result<T, Refusal<ChainRefusalCode>>;

/**
 * A verifier of `x5c` chains against fixed trust anchors (RFC 5280 section 6, for P-256 throughout). A chain that
 * verified once is remembered by its very text, so that the next credential of the same issuer costs one look-up;
 * only the dates are asked again.
 * @param anchors trusted roots as DER. @throws TypeError when one of them cannot be read
 * @param purpose what the key at the end has signed: a certificate of an outreach session is refused for anything else
 * than what the field signs, one for documents for anything else than documents, and every other certificate for those
 */
export function chainVerifier(
  anchors: readonly Uint8Array[],
  crypto: Crypto,
  purpose: 'issuing' | keyof typeof KEPT_USAGES = 'issuing',
): VerifyChain {
  const roots = anchors.map((der) => {
    const root = readCertificate(der);
    if (!root) throw new TypeError('a trust anchor is no certificate with a P-256 key');
    return root;
  });
  const verified = new Map<string, Certified>();

  return async (x5c, now) => {
    if (!isListOfTexts(x5c)) return refuse({ code: 'chain/malformed' });
    const text = x5c.join(' ');
    let certified = verified.get(text);
    if (!certified) {
      const outcome = await verifyPath(x5c, roots, crypto);
      if (!outcome.ok) return outcome;
      certified = outcome.value;
      if (verified.size >= CACHED_CHAINS) verified.delete(verified.keys().next().value!);
      verified.set(text, certified);
    }
    if (!servesOnly(purpose, certified)) return refuse({ code: 'chain/key-usage' });
    if (now < certified.notBefore) return refuse({ code: 'chain/not-yet-valid' });
    if (now > certified.notAfter) return refuse({ code: 'chain/expired' });
    return ok(certified);
  };
}

function servesOnly(purpose: string, { extendedKeyUsages }: Certified): boolean {
  return Object.entries(KEPT_USAGES).every(
    ([kept, usage]) => extendedKeyUsages.includes(usage) === (purpose === kept),
  );
}

async function verifyPath(
  x5c: readonly string[],
  roots: readonly ReadCertificate[],
  crypto: Crypto,
): Promise<Outcome<Certified>> {
  const sent = x5c.map(decodeCertificate);
  if (!sent.every((certificate) => certificate !== undefined)) return refuse({ code: 'chain/malformed' });

  const path = completePath(sent, roots);
  if (!path) return refuse({ code: 'chain/untrusted' });
  if (path.some(({ hasUnknownCriticalExtension }) => hasUnknownCriticalExtension)) {
    return refuse({ code: 'chain/unknown-critical-extension' });
  }
  const [leaf, ...authorities] = path as [ReadCertificate, ...ReadCertificate[]];
  if (!leaf.maySignData) return refuse({ code: 'chain/key-usage' });

  let below = leaf;
  for (const [authoritiesBelow, authority] of authorities.entries()) {
    if (!authority.isAuthority) return refuse({ code: 'chain/not-an-authority' });
    if (!authority.maySignCertificates) return refuse({ code: 'chain/key-usage' });
    if (authoritiesBelow > (authority.pathLength ?? MAX_CERTIFICATES))
      return refuse({ code: 'chain/path-too-long' });
    if (!(await isSignedBy(below, authority, crypto))) return refuse({ code: 'chain/signature' });
    below = authority;
  }
  return ok(await certify(leaf, path, crypto));
}

/** Leaf to root, each named as issuer by the one before; undefined when the names do not lead to a root of ours. */
function completePath(
  sent: readonly ReadCertificate[],
  roots: readonly ReadCertificate[],
): readonly ReadCertificate[] | undefined {
  const last = sent.at(-1)!;
  const sentRoot = roots.find(({ x509 }) => x509.equal(last.x509));
  const root = sentRoot ?? roots.find(({ subjectDer }) => equalBytes(subjectDer, last.issuerDer));
  if (!root) return undefined;
  const path = sentRoot ? sent : [...sent, root];
  const linked = path.every((below, i) => {
    const above = path[i + 1];
    return !above || equalBytes(below.issuerDer, above.subjectDer);
  });
  return linked && path.length > 1 ? path : undefined;
}

async function isSignedBy(below: ReadCertificate, above: ReadCertificate, crypto: Crypto): Promise<boolean> {
  try {
    return await below.x509.verify({ publicKey: above.x509.publicKey, signatureOnly: true }, crypto);
  } catch {
    return false;
  }
}

async function certify(
  leaf: ReadCertificate,
  path: readonly ReadCertificate[],
  crypto: Crypto,
): Promise<Certified> {
  return {
    publicJwk: leaf.publicJwk,
    subject: leaf.x509.subject,
    uris: leaf.uris,
    dnsNames: leaf.dnsNames,
    extendedKeyUsages: leaf.extendedKeyUsages,
    authorityKeyIds: path.flatMap(({ authorityKeyId }) =>
      authorityKeyId === undefined ? [] : [toBase64url(fromHex(authorityKeyId))],
    ),
    certificateSha256: new Uint8Array(await leaf.x509.getThumbprint('SHA-256', crypto)),
    notBefore: new Date(Math.max(...path.map(({ x509 }) => x509.notBefore.getTime()))),
    notAfter: new Date(Math.min(...path.map(({ x509 }) => x509.notAfter.getTime()))),
  };
}

function isListOfTexts(x5c: unknown): x5c is readonly string[] {
  if (!Array.isArray(x5c) || x5c.length === 0 || x5c.length > MAX_CERTIFICATES) return false;
  return x5c.every((entry) => typeof entry === 'string');
}

function decodeCertificate(base64: string): ReadCertificate | undefined {
  if (!BASE64.test(base64) || base64.length % 4 !== 0) return undefined;
  const der = fromBase64(base64);
  return readCertificate(der);
}
