import 'reflect-metadata';
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectAlternativeNameExtension,
  X509Certificate,
} from '@peculiar/x509';
import { equalBytes, fromHex, toBase64url } from '../kit/bytes.ts';
import type { PublicJwk } from '../kit/suite.ts';
import { hasStrictFrame } from './frame.ts';

/**
 * The extensions that are understood; any other critical one makes the certificate useless (RFC 5280 section 4.2).
 * keyUsage, subjectAltName and basicConstraints are checked here; extKeyUsage, which ISO 18013-5 makes critical, is
 * handed on to whoever wants the chain for one purpose.
 */
const UNDERSTOOD = new Set(['2.5.29.15', '2.5.29.17', '2.5.29.19', '2.5.29.37']);

const ANY_USAGE = KeyUsageFlags.keyCertSign | KeyUsageFlags.digitalSignature;

/** SubjectPublicKeyInfo of an uncompressed P-256 point up to its coordinates (RFC 5480 section 2). */
const P256_PREFIX = fromHex('3059301306072a8648ce3d020106082a8648ce3d03010703420004');
const COORDINATE_BYTES = 32;

/** One certificate, with what the rules ask of it. */
export interface ReadCertificate {
  readonly x509: X509Certificate;
  readonly publicJwk: PublicJwk;
  readonly subjectDer: Uint8Array;
  readonly issuerDer: Uint8Array;
  readonly uris: readonly string[];
  readonly dnsNames: readonly string[];
  readonly extendedKeyUsages: readonly string[];
  /** Hexadecimal. */
  readonly authorityKeyId: string | undefined;
  readonly isAuthority: boolean;
  /** How many authorities may stand below this one; no limit when undefined. */
  readonly pathLength: number | undefined;
  readonly maySignCertificates: boolean;
  readonly maySignData: boolean;
  readonly hasUnknownCriticalExtension: boolean;
}

/** Undefined for anything that is no DER certificate with a P-256 key, signed with ecdsa-with-SHA256. */
export function readCertificate(der: Uint8Array): ReadCertificate | undefined {
  if (!hasStrictFrame(der)) return undefined;
  try {
    const x509 = new X509Certificate(der as Uint8Array<ArrayBuffer>);
    const publicJwk = p256OfSpki(new Uint8Array(x509.publicKey.rawData));
    if (!publicJwk || hasRepeatedExtension(x509)) return undefined;
    const constraints = x509.getExtension(BasicConstraintsExtension);
    // A certificate without keyUsage does not restrict its key (RFC 5280 sections 4.2.1.3 and 6.1.4, step n).
    const usages = x509.getExtension(KeyUsagesExtension)?.usages ?? ANY_USAGE;
    const names = x509.getExtension(SubjectAlternativeNameExtension)?.names.items ?? [];
    return {
      x509,
      publicJwk,
      subjectDer: new Uint8Array(x509.subjectName.toArrayBuffer()),
      issuerDer: new Uint8Array(x509.issuerName.toArrayBuffer()),
      uris: names.filter(({ type }) => type === 'url').map(({ value }) => value),
      dnsNames: names.filter(({ type }) => type === 'dns').map(({ value }) => value),
      extendedKeyUsages: (x509.getExtension(ExtendedKeyUsageExtension)?.usages ?? []).map(String),
      authorityKeyId: x509.getExtension(AuthorityKeyIdentifierExtension)?.keyId,
      isAuthority: constraints?.ca === true,
      pathLength: constraints?.pathLength,
      maySignCertificates: (usages & KeyUsageFlags.keyCertSign) !== 0,
      maySignData: (usages & KeyUsageFlags.digitalSignature) !== 0,
      hasUnknownCriticalExtension: x509.extensions.some(
        ({ type, critical }) => critical && !UNDERSTOOD.has(type),
      ),
    };
  } catch {
    return undefined;
  }
}

/** The P-256 key in a SubjectPublicKeyInfo; undefined for any other. */
export function p256OfSpki(spki: Uint8Array): PublicJwk | undefined {
  const at = P256_PREFIX.length;
  if (spki.length !== at + 2 * COORDINATE_BYTES || !equalBytes(spki.subarray(0, at), P256_PREFIX))
    return undefined;
  const x = toBase64url(spki.subarray(at, at + COORDINATE_BYTES));
  const y = toBase64url(spki.subarray(at + COORDINATE_BYTES));
  return { kty: 'EC', crv: 'P-256', x, y };
}

function hasRepeatedExtension(x509: X509Certificate): boolean {
  return new Set(x509.extensions.map(({ type }) => type)).size < x509.extensions.length;
}
