import { webcrypto } from 'node:crypto';
import {
  type ContentEncryption,
  decryptJwe,
  encryptJwe,
  isContentEncryption,
} from '@jatidiri/core/jose/jwe.ts';
import { parsePublicJwk } from '@jatidiri/core/jose/publicJwk.ts';
import { utf8 } from '@jatidiri/core/kit/bytes.ts';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { PublicJwk } from '@jatidiri/core/kit/suite.ts';
import type { Openid4vciRefusalCode } from '@jatidiri/core/openid4vci/refusals.ts';
import type { ResponseEncryption } from '@jatidiri/core/openid4vci/wire.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DecryptionKey } from '../../platform/keys/keyStore.ts';
import type { Random } from './secrets.ts';

// Credential requests and answers may be encrypted on top of TLS (OpenID4VCI section 10).

export interface EncryptionDeps {
  readonly decryptionKey: () => Promise<DecryptionKey>;
  readonly random: Random;
}

type Checked<T> = Result<T, Refusal<Openid4vciRefusalCode>>;
const subtle = webcrypto.subtle as unknown as SubtleCrypto;

export interface OpenedMessage {
  readonly message: unknown;
  readonly isEncrypted: boolean;
}

/** The request's JSON, decrypted where it came as a JWE. */
export async function openMessage(
  { decryptionKey }: EncryptionDeps,
  { body }: Pick<FastifyRequest, 'body'>,
): Promise<Checked<OpenedMessage>> {
  if (typeof body !== 'string') return ok({ message: body, isEncrypted: false });
  const { privateKey } = await decryptionKey();
  const opened = await decryptJwe(subtle, privateKey as CryptoKey, body);
  const message = opened && parseJson(opened.plaintext);
  if (message === undefined) return refuse({ code: 'openid4vci/encrypted-request' });
  return ok({ message, isEncrypted: true });
}

/** To whom an answer is encrypted, and how. */
export interface Recipient {
  readonly jwk: PublicJwk;
  readonly kid?: string;
  readonly enc: ContentEncryption;
}

/** Undefined: not at all. Asked for in an unencrypted request, somebody in between may have put in a key (section 8.2). */
export function recipientOf(
  wanted: ResponseEncryption | undefined,
  isEncrypted: boolean,
): Checked<Recipient | undefined> {
  if (!wanted) return ok(undefined);
  const { jwk: sent, enc, zip } = wanted;
  const jwk = parsePublicJwk(sent);
  const isKnownAlgorithm = sent.alg === undefined || sent.alg === 'ECDH-ES';
  if (!isEncrypted || !jwk || !isKnownAlgorithm || !isContentEncryption(enc) || zip !== undefined)
    return refuse({ code: 'openid4vci/encryption' });
  return ok({ jwk, enc, ...(typeof sent.kid === 'string' && { kid: sent.kid }) });
}

export async function sendAnswer(
  { random }: EncryptionDeps,
  reply: FastifyReply,
  recipient: Recipient | undefined,
  answer: object,
): Promise<FastifyReply> {
  if (!recipient) return reply.send(answer);
  const plaintext = utf8(JSON.stringify(answer));
  const jwe = await encryptJwe({ subtle, random }, recipient, recipient.enc, plaintext);
  return reply.type('application/jwt').send(jwe);
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return undefined;
  }
}
