import { isJsonObject, type JsonObject } from '../jose/encodedJson.ts';
import {
  CONTENT_ENCRYPTIONS,
  type ContentEncryption,
  decryptJwe,
  encryptJwe,
  type JweRecipient,
  type JweTools,
} from '../jose/jwe.ts';
import { parsePublicJwk } from '../jose/publicJwk.ts';
import { fromUtf8, utf8 } from '../kit/bytes.ts';
import { type HttpReply, type HttpRequest, jsonOf, post, postJson } from './http.ts';
import type { IssuerMetadata } from './issuerMetadata.ts';

const ALG = 'ECDH-ES';
const P256 = { name: 'ECDH', namedCurve: 'P-256' } as const;

/** One message to the issuer and how its answer is read: encrypted wherever the issuer can (OpenID4VCI 1.0 section 10). */
export interface Exchange {
  readonly request: HttpRequest;
  /** The JSON object in the answer; undefined for anything else, also for an open answer where a sealed one was asked for. */
  readonly open: (reply: HttpReply) => Promise<JsonObject | undefined>;
}

/** @throws DOMException when the issuer's key is no point of its curve */
export async function sealedExchange(
  tools: JweTools,
  metadata: IssuerMetadata,
  url: string,
  message: JsonObject,
): Promise<Exchange> {
  const replyEnc = sharedEncryption(metadata.credential_response_encryption);
  if (!replyEnc) {
    return { request: await sealed(tools, metadata, url, message), open: async (reply) => jsonOf(reply) };
  }
  const keys = await tools.subtle.generateKey(P256, false, ['deriveBits']);
  const { kty, crv, x, y } = await tools.subtle.exportKey('jwk', keys.publicKey);
  const encryption = { jwk: { kty, crv, x, y, use: 'enc', alg: ALG }, enc: replyEnc };
  return {
    request: await sealed(tools, metadata, url, { ...message, credential_response_encryption: encryption }),
    open: async ({ body }) => {
      const decrypted = await decryptJwe(tools.subtle, keys.privateKey, body);
      return decrypted && parseObject(decrypted.plaintext);
    },
  };
}

async function sealed(
  tools: JweTools,
  { credential_request_encryption: encryption }: IssuerMetadata,
  url: string,
  message: JsonObject,
): Promise<HttpRequest> {
  const enc = sharedEncryption(encryption);
  const recipient = encryption?.jwks.keys.map(readRecipient).find((found) => found !== undefined);
  if (!enc || !recipient) return postJson(url, message);
  const jwe = await encryptJwe(tools, recipient, enc, utf8(JSON.stringify(message)));
  return post(url, 'application/jwt', jwe);
}

/** `alg` must be there, and ours; other keys of the set are for other wallets (OpenID4VCI 1.0 section 10). */
export function readRecipient(key: unknown): JweRecipient | undefined {
  if (!isJsonObject(key) || key.alg !== ALG || (key.use ?? 'enc') !== 'enc') return undefined;
  const jwk = parsePublicJwk(key);
  return jwk && { jwk, ...(typeof key.kid === 'string' && { kid: key.kid }) };
}

function sharedEncryption(
  offered: { enc_values_supported: readonly string[] } | undefined,
): ContentEncryption | undefined {
  return CONTENT_ENCRYPTIONS.find((enc) => offered?.enc_values_supported.includes(enc));
}

function parseObject(plaintext: Uint8Array): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(fromUtf8(plaintext));
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
