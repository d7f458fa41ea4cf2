import 'reflect-metadata';
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  ExtendedKeyUsageExtension,
  type Extension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509';
import { type Bytes, toBase64, toHex } from '../kit/bytes.ts';
import { DOCUMENT_USAGE, FIELD_USAGE } from './usages.ts';

const ES256 = { name: 'ECDSA', hash: 'SHA-256' } as const;

/** Who a certificate is about and for how long. */
export interface CertificateTerms {
  /** RFC 4514 text, most specific first: `CN=…, O=…, C=ID`. */
  readonly subject: string;
  /** 8 to 20 random bytes (RFC 5280 section 4.1.2.2). */
  readonly serial: Bytes;
  readonly notBefore: Date;
  readonly notAfter: Date;
}

/** The self-signed trust anchor; below it stand issuers only (`pathLenConstraint` 0). Answers DER. */
export async function createRoot(
  { subject, serial, notBefore, notAfter }: CertificateTerms,
  keys: CryptoKeyPair,
  crypto: Crypto,
): Promise<Bytes> {
  const root = await X509CertificateGenerator.createSelfSigned(
    {
      name: subject,
      serialNumber: positiveHex(serial),
      notBefore,
      notAfter,
      keys,
      signingAlgorithm: ES256,
      extensions: [
        new BasicConstraintsExtension(true, 0, true),
        new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
        await SubjectKeyIdentifierExtension.create(keys.publicKey, false, crypto),
      ],
    },
    crypto,
  );
  return new Uint8Array(root.rawData);
}

/** What the root certifies about an issuer: its key, and the address that its credentials carry as `iss`. */
export interface IssuerTerms extends CertificateTerms {
  readonly publicKey: CryptoKey;
  readonly uri: string;
}

/** What the root certifies about a relying party: its key, its name (in `subject`) and the hosts that it asks from. */
export interface AccessTerms extends CertificateTerms {
  readonly publicKey: CryptoKey;
  readonly dnsNames: readonly string[];
}

export interface Root {
  readonly der: Bytes;
  readonly privateKey: CryptoKey;
}

/** An issuer's certificate, signed by the root: it may sign data and nothing else. Answers DER. */
export const createIssuer = async (terms: IssuerTerms, root: Root, crypto: Crypto): Promise<Bytes> =>
  createLeaf(
    terms,
    [
      new SubjectAlternativeNameExtension([{ type: 'url', value: terms.uri }]),
      await SubjectKeyIdentifierExtension.create(terms.publicKey, false, crypto),
    ],
    root,
    crypto,
  );

/** An access certificate, which signs OpenID4VP requests (`x509_hash`, `x509_san_dns`). Answers DER. */
export const createAccessCertificate = async (
  terms: AccessTerms,
  root: Root,
  crypto: Crypto,
): Promise<Bytes> =>
  createLeaf(
    terms,
    [
      new SubjectAlternativeNameExtension(terms.dnsNames.map((value) => ({ type: 'dns' as const, value }))),
      await SubjectKeyIdentifierExtension.create(terms.publicKey, false, crypto),
    ],
    root,
    crypto,
  );

/**
 * A session's certificate over one officer's key on one kit. Its one purpose is critical, so that a verifier that has
 * never heard of it refuses it; whatever can be left out is, because it travels inside a QR code. Answers DER.
 */
export const createFieldCertificate = (terms: IssuerTerms, root: Root, crypto: Crypto): Promise<Bytes> =>
  createLeaf(
    terms,
    [
      new SubjectAlternativeNameExtension([{ type: 'url', value: terms.uri }]),
      new ExtendedKeyUsageExtension([FIELD_USAGE], true),
    ],
    root,
    crypto,
  );

/**
 * The certificate that signs documents as PDF. Its one purpose is critical: it signs no credential, and a credential's
 * issuer no document. Answers DER.
 */
export const createDocumentSigner = async (terms: IssuerTerms, root: Root, crypto: Crypto): Promise<Bytes> =>
  createLeaf(
    terms,
    [
      new SubjectAlternativeNameExtension([{ type: 'url', value: terms.uri }]),
      new ExtendedKeyUsageExtension([DOCUMENT_USAGE], true),
      await SubjectKeyIdentifierExtension.create(terms.publicKey, false, crypto),
    ],
    root,
    crypto,
  );

async function createLeaf(
  { subject, serial, notBefore, notAfter, publicKey }: CertificateTerms & { readonly publicKey: CryptoKey },
  more: readonly Extension[],
  root: Root,
  crypto: Crypto,
): Promise<Bytes> {
  const rootCertificate = new X509Certificate(root.der);
  const extensions: Extension[] = [
    new BasicConstraintsExtension(false, undefined, true),
    new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
    ...more,
    await AuthorityKeyIdentifierExtension.create(rootCertificate.publicKey, false, crypto),
  ];
  const leaf = await X509CertificateGenerator.create(
    {
      subject,
      issuer: rootCertificate.subjectName,
      serialNumber: positiveHex(serial),
      notBefore,
      notAfter,
      publicKey,
      signingKey: root.privateKey,
      signingAlgorithm: ES256,
      extensions,
    },
    crypto,
  );
  return new Uint8Array(leaf.rawData);
}

/** One certificate as an entry of a JOSE `x5c` header: base64 DER, not base64url (RFC 7515 section 4.1.6). */
export function toX5c(der: Uint8Array): string {
  return toBase64(der);
}

/** One certificate as text (RFC 7468 section 5). */
export function toPem(der: Uint8Array): string {
  const lines = toX5c(der)
    .match(/.{1,64}/g)!
    .join('\n');
  return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`;
}

/** The subject of a legal entity by its registered name. */
export function organisationSubject(name: string): string {
  const escaped = escapeName(name);
  return `CN=${escaped}, O=${escaped}, C=ID`;
}

/** An attribute's value, whatever characters it has, as a distinguished name writes it (RFC 4514 section 2.4). */
export const escapeName = (value: string): string => value.replaceAll(/[,+"\\<>;=]|^#/g, '\\$&');

/** A serial number is positive: the highest bit stays clear (RFC 5280 section 4.1.2.2). */
function positiveHex(serial: Bytes): string {
  if (serial.length < 8 || serial.length > 20) throw new TypeError('a serial number has 8 to 20 bytes');
  return toHex(Uint8Array.from(serial, (byte, i) => (i === 0 ? (byte & 0x7f) | 0x40 : byte)));
}
