import { encodeCbor } from '../cose/encodeCbor.ts';
import { thumbprint } from '../jose/thumbprint.ts';
import { type Bytes, fromBase64url } from '../kit/bytes.ts';
import type { PublicJwk, Suite } from '../kit/suite.ts';

/** One request of OpenID4VP as the device's signature names it. */
export interface OpenId4VpSession {
  /** With its prefix, as in the request: `x509_hash:…`. */
  readonly clientId: string;
  readonly nonce: string;
  /** The verifier's key that the response is encrypted to; none when it is sent in the clear. */
  readonly encryptionKey?: PublicJwk | undefined;
  /** `response_uri`, or `redirect_uri` where the request has that. */
  readonly responseUri: string;
}

/** SessionTranscript of a response by redirect or `direct_post` (OpenID4VP 1.0 appendix B.2.6.1), as CBOR. */
export async function openId4VpTranscript(
  suite: Pick<Suite, 'sha256'>,
  { clientId, nonce, encryptionKey, responseUri }: OpenId4VpSession,
): Promise<Bytes> {
  const key = await keyName(suite, encryptionKey);
  return transcriptOf(suite, 'OpenID4VPHandover', [clientId, nonce, key, responseUri]);
}

/** One request through the W3C Digital Credentials API. */
export interface DcApiSession {
  /** Of the page that asks, as the browser says it: `https://example.com`, without any prefix. */
  readonly origin: string;
  readonly nonce: string;
  readonly encryptionKey?: PublicJwk | undefined;
}

/** SessionTranscript of a response through the Digital Credentials API (OpenID4VP 1.0 appendix B.2.6.2), as CBOR. */
export async function dcApiTranscript(
  suite: Pick<Suite, 'sha256'>,
  { origin, nonce, encryptionKey }: DcApiSession,
): Promise<Bytes> {
  return transcriptOf(suite, 'OpenID4VPDCAPIHandover', [origin, nonce, await keyName(suite, encryptionKey)]);
}

async function keyName(suite: Pick<Suite, 'sha256'>, key: PublicJwk | undefined): Promise<Bytes | null> {
  return key ? fromBase64url(await thumbprint(suite, key)) : null;
}

/** No device engagement and no reader key over the internet: both are null. */
async function transcriptOf(
  suite: Pick<Suite, 'sha256'>,
  handover: string,
  info: readonly unknown[],
): Promise<Bytes> {
  return encodeCbor([null, null, [handover, await suite.sha256(encodeCbor(info))]]);
}
