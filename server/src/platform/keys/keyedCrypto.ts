import { webcrypto } from 'node:crypto';
import type { Bytes } from '@jatidiri/core/kit/bytes.ts';
import type { SigningKey } from './keyStore.ts';

const P256 = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const { subtle } = webcrypto;

/**
 * Web Crypto as the certificate library wants it, while the private key stays where the key store has it (a file
 * today, hardware tomorrow): the private half of `keys` is a mere handle, and signing with it is `key.sign`.
 */
export async function keyedCrypto(key: SigningKey): Promise<{ crypto: Crypto; keys: CryptoKeyPair }> {
  const handle = { type: 'private', algorithm: P256, extractable: false, usages: ['sign'] };
  const signing = {
    digest: subtle.digest.bind(subtle),
    exportKey: subtle.exportKey.bind(subtle),
    importKey: subtle.importKey.bind(subtle),
    sign: async (_algorithm: unknown, _handle: unknown, data: Uint8Array) =>
      (await key.sign(new Uint8Array(data))).buffer,
  };
  return {
    crypto: { subtle: signing } as unknown as Crypto,
    keys: {
      publicKey: (await publicKeyOf(key)) as CryptoKey,
      privateKey: handle as unknown as CryptoKey,
    },
  };
}

export const publicKeyOf = ({ publicJwk }: Pick<SigningKey, 'publicJwk'>) =>
  subtle.importKey('jwk', { ...publicJwk }, P256, true, ['verify']);

export const sha256 = async (der: Uint8Array): Promise<Bytes> =>
  new Uint8Array(await subtle.digest('SHA-256', der as Bytes));
