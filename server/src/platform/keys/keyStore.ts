import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  sign,
} from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PublicJwk, SignEs256 } from '@jatidiri/core/kit/suite.ts';
import { fromDer } from './derSignature.ts';

/** A signing key that may live in a file or in hardware: whoever signs sees only this. */
export interface SigningKey {
  readonly publicJwk: PublicJwk;
  readonly sign: SignEs256;
}

/** Keys by name. A PKCS#11 store fits behind the same two functions. */
export interface KeyStore {
  signingKey(name: string): SigningKey;
  /** 32 secret bytes for HMACs. */
  secret(name: string): Buffer;
}

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

  return {
    signingKey: (name) =>
      signingKeyOf(
        createPrivateKey(
          load(`${name}.pem`, () =>
            generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({
              type: 'pkcs8',
              format: 'pem',
            }),
          ),
        ),
      ),
    secret: (name) => load(`${name}.secret`, () => randomBytes(32)),
  };
}

/** A key in this process's memory. */
export function signingKeyOf(key: KeyObject): SigningKey {
  const { x, y } = createPublicKey(key).export({ format: 'jwk' }) as { x: string; y: string };
  return {
    publicJwk: { kty: 'EC', crv: 'P-256', x, y },
    sign: (data) => fromDer(sign('sha256', data, key)),
  };
}
