import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  sign,
  webcrypto,
} from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PublicJwk, SignEs256 } from '@jatidiri/core/kit/suite.ts';
import { fromDer } from './derSignature.ts';

/** A signing key that may live in a file or in hardware: whoever signs sees only this. */
export interface SigningKey {
  readonly publicJwk: PublicJwk;
  readonly sign: SignEs256;
}

/** A key that messages are encrypted to; the private half is a handle that Web Crypto derives secrets with. */
export interface DecryptionKey {
  readonly publicJwk: PublicJwk;
  readonly privateKey: webcrypto.CryptoKey;
}

/** Keys by name. A PKCS#11 store fits behind the same functions: whoever signs or decrypts waits for the answer. */
export interface KeyStore {
  signingKey(name: string): SigningKey;
  decryptionKey(name: string): Promise<DecryptionKey>;
  /** 32 secret bytes: for HMACs, or to seal with. A name that was renewed has several, numbered from 1. */
  secret(name: string, generation?: number): Buffer;
  /** The number of the newest secret of a name. */
  newest(name: string): number;
  /** Makes the next secret of a name; returns its number. */
  renew(name: string): number;
}

const ECDH = { name: 'ECDH', namedCurve: 'P-256' } as const;

/** Keys as files of mode 0600, made on first use. */
export function fileKeyStore(folder: string): KeyStore {
  mkdirSync(folder, { recursive: true, mode: 0o700 });

  function load(file: string, make: () => string | Buffer): Buffer {
    const path = join(folder, file);
    if (!existsSync(path)) {
      // Written aside and moved: a crash leaves no half key behind.
      writeFileSync(`${path}.new`, make(), { mode: 0o600 });
      renameSync(`${path}.new`, path);
    }
    return readFileSync(path);
  }

  const privateKey = (name: string) =>
    createPrivateKey(
      load(`${name}.pem`, () =>
        generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({
          type: 'pkcs8',
          format: 'pem',
        }),
      ),
    );

  const secretFile = (name: string, generation: number) =>
    generation === 1 ? `${name}.secret` : `${name}.${generation}.secret`;

  /** Older ones may have been taken away: what counts is the highest number. */
  function newest(name: string): number {
    const own = readdirSync(folder).filter((file) => file.startsWith(`${name}.`));
    const numbers = own.map((file) => Number(/^(\d+)\.secret$/.exec(file.slice(name.length + 1))?.[1] ?? 1));
    return Math.max(1, ...numbers);
  }

  function secret(name: string, generation = 1): Buffer {
    const file = secretFile(name, generation);
    if (generation < newest(name) && !existsSync(join(folder, file)))
      throw new Error(`${file} is gone, and something is sealed under it: put it back (docs/OPERATE.md).`);
    return load(file, () => randomBytes(32));
  }

  return {
    signingKey: (name) => signingKeyOf(privateKey(name)),
    async decryptionKey(name) {
      const key = privateKey(name);
      const der = key.export({ type: 'pkcs8', format: 'der' });
      return {
        publicJwk: publicJwkOf(key),
        privateKey: await webcrypto.subtle.importKey('pkcs8', der, ECDH, false, ['deriveBits']),
      };
    },
    secret,
    newest,
    renew(name) {
      const next = newest(name) + 1;
      secret(name, next);
      return next;
    },
  };
}

/** A key in this process's memory. */
export function signingKeyOf(key: KeyObject): SigningKey {
  return {
    publicJwk: publicJwkOf(key),
    sign: (data) => fromDer(sign('sha256', data, key)),
  };
}

function publicJwkOf(key: KeyObject): PublicJwk {
  const { x, y } = createPublicKey(key).export({ format: 'jwk' }) as { x: string; y: string };
  return { kty: 'EC', crv: 'P-256', x, y };
}
