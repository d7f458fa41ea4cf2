import { createDecipheriv, createECDH } from 'node:crypto';
import type { JweOpener } from '@jatidiri/core/jose/jwe.ts';
import { type Bytes, concat, fromBase64url } from '@jatidiri/core/kit/bytes.ts';
import type { Suite } from '@jatidiri/core/kit/suite.ts';

const UNCOMPRESSED = Uint8Array.of(4);
const TAG_BYTES = 16;

/**
 * Opens encrypted messages with Node's own cryptography, synchronously: Web Crypto hands each of its six steps to the
 * thread pool, which costs more than the step.
 * @param d the private half of a P-256 key, as in its JWK
 */
export function nodeOpener({ sha256 }: Pick<Suite, 'sha256'>, d: string): JweOpener {
  return {
    sha256,
    agree({ x, y }) {
      const ecdh = createECDH('prime256v1');
      ecdh.setPrivateKey(d, 'base64url');
      // Throws for a point that is not on the curve.
      return ecdh.computeSecret(concat(UNCOMPRESSED, fromBase64url(x), fromBase64url(y)));
    },
    openGcm(key, { iv, additionalData, sealed }) {
      const end = sealed.length - TAG_BYTES;
      const algorithm = key.length === 16 ? 'aes-128-gcm' : 'aes-256-gcm';
      const decipher = createDecipheriv(algorithm, key, iv, { authTagLength: TAG_BYTES });
      decipher.setAAD(additionalData).setAuthTag(sealed.subarray(end));
      return concat(decipher.update(sealed.subarray(0, end)), decipher.final()) as Bytes;
    },
  };
}
