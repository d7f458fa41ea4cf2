import { createHash } from 'node:crypto';
import { fromHex } from '@jatidiri/core/kit/bytes.ts';
import type { SignEs256 } from '@jatidiri/core/kit/suite.ts';
import {
  Attribute,
  CertificateChoices,
  CertificateSet,
  ContentInfo,
  DigestAlgorithmIdentifiers,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  id_data,
  id_signedData,
  SignedData,
  SignerIdentifier,
  SignerInfo,
  SignerInfos,
} from '@peculiar/asn1-cms';
import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import { AlgorithmIdentifier, Certificate } from '@peculiar/asn1-x509';
import { toDer } from '../../platform/keys/derSignature.ts';

/** Object identifiers of RFC 5652 section 11, RFC 5035 section 3, RFC 5754 section 2.2, RFC 5758 section 3.2. */
const CONTENT_TYPE = '1.2.840.113549.1.9.3';
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47';
const SHA_256 = '2.16.840.1.101.3.4.2.1';
const ECDSA_WITH_SHA256 = '1.2.840.10045.4.3.2';

/** SigningCertificateV2 with one ESSCertIDv2 up to its SHA-256, which is the default and therefore left out. */
const ONE_SHA256_CERTIFICATE = fromHex('3026302430220420');
/** The object identifier id-data (RFC 5652 section 4) as DER. */
const ID_DATA = Buffer.from('06092a864886f70d010701', 'hex');
const [SET, LENGTH_IN_ONE_BYTE] = [0x31, 0x81];

/**
 * A detached CMS signature (RFC 5652) of the baseline level B-B: the attributes content-type, message-digest and
 * signing-certificate-v2 are signed, and no signing-time, since in a PDF the entry M says when
 * (ETSI EN 319 142-1 section 6.3). Answers DER.
 */
export async function cadesSignature(
  sign: SignEs256,
  certificateDer: Uint8Array,
  signed: Uint8Array,
): Promise<Buffer> {
  const certificate = AsnConvert.parse(certificateDer, Certificate);
  const { issuer, serialNumber } = certificate.tbsCertificate;
  const sha256 = new AlgorithmIdentifier({ algorithm: SHA_256 });
  const attributes = attributesOf(certificateDer, signed);
  const signer = new SignerInfo({
    version: 1,
    sid: new SignerIdentifier({
      issuerAndSerialNumber: new IssuerAndSerialNumber({ issuer, serialNumber }),
    }),
    digestAlgorithm: sha256,
    signedAttrs: attributes.map((der) => AsnConvert.parse(der, Attribute)),
    signatureAlgorithm: new AlgorithmIdentifier({ algorithm: ECDSA_WITH_SHA256 }),
    signature: new OctetString(toDer(await sign(setOf(attributes)))),
  });
  const data = new SignedData({
    version: 1,
    digestAlgorithms: new DigestAlgorithmIdentifiers([sha256]),
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: id_data }),
    certificates: new CertificateSet([new CertificateChoices({ certificate })]),
    signerInfos: new SignerInfos([signer]),
  });
  const content = AsnConvert.serialize(data);
  return Buffer.from(AsnConvert.serialize(new ContentInfo({ contentType: id_signedData, content })));
}

/** As DER, in its order for a SET OF: by their bytes (X.690 section 11.6). */
function attributesOf(certificateDer: Uint8Array, signed: Uint8Array): Buffer[] {
  return [
    attribute(CONTENT_TYPE, ID_DATA),
    attribute(MESSAGE_DIGEST, AsnConvert.serialize(new OctetString(sha256Of(signed)))),
    attribute(SIGNING_CERTIFICATE_V2, Buffer.concat([ONE_SHA256_CERTIFICATE, sha256Of(certificateDer)])),
  ].sort(Buffer.compare);
}

function attribute(attrType: string, value: ArrayBuffer | Buffer): Buffer {
  return Buffer.from(
    AsnConvert.serialize(new Attribute({ attrType, attrValues: [new Uint8Array(value).buffer] })),
  );
}

/** What is signed is the SET OF itself, not the implicit tag under which it is sent (RFC 5652 section 5.4). */
function setOf(attributes: readonly Buffer[]): Buffer {
  const content = Buffer.concat(attributes);
  if (content.length < 0x80 || content.length > 0xff) throw new Error('another length needs another form');
  return Buffer.concat([Buffer.from([SET, LENGTH_IN_ONE_BYTE, content.length]), content]);
}

const sha256Of = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();
