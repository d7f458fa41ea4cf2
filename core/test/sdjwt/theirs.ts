import { createHash, randomBytes, webcrypto } from 'node:crypto';
import type { PublicJwk } from '@jatidiri/core/kit/suite.ts';
import { webSuite } from '@jatidiri/core/kit/webSuite.ts';
import { SDJwtInstance } from '@sd-jwt/core';
import type { Signer } from '../chain/issuerFixture.ts';

export const suite = webSuite(webcrypto.subtle as unknown as SubtleCrypto);
export const randomSalt = () => randomBytes(16).toString('base64url');

const utf8 = new TextEncoder();
const asSigner =
  ({ sign }: Signer) =>
  async (data: string) =>
    Buffer.from(await sign(utf8.encode(data))).toString('base64url');
const asVerifier = (key: PublicJwk) => async (data: string, signature: string) =>
  suite.verifyEs256(key, utf8.encode(data), Buffer.from(signature, 'base64url'));

/** The other implementation, with the same keys. */
export function theirsWith(issuer: Signer, holder: Signer) {
  return new SDJwtInstance({
    signAlg: 'ES256',
    signer: asSigner(issuer),
    verifier: asVerifier(issuer.publicJwk),
    kbSignAlg: 'ES256',
    kbSigner: asSigner(holder),
    kbVerifier: asVerifier(holder.publicJwk),
    hashAlg: 'sha-256',
    hasher: (data: string | ArrayBuffer) =>
      new Uint8Array(
        createHash('sha256')
          .update(typeof data === 'string' ? data : new Uint8Array(data))
          .digest(),
      ),
    saltGenerator: randomSalt,
  });
}
