import { type KeyObject, sign, verify } from 'node:crypto';
import { toDer } from '../../server/src/platform/keys/derSignature.ts';

/** What one raw ES256 verification needs; the signature as DER and the key bare, which is what Node does fastest. */
export interface Signed {
  readonly key: KeyObject;
  readonly data: Uint8Array;
  readonly signature: Uint8Array;
}

export const signedBy = (key: KeyObject, data: Uint8Array, signature: Uint8Array): Signed => ({
  key,
  data,
  signature: toDer(signature),
});

export function verifyRaw(pairs: readonly (readonly Signed[])[]): void {
  for (const pair of pairs) {
    for (const { key, data, signature } of pair) {
      if (!verify('sha256', data, key, signature)) throw new Error('signature');
    }
  }
}

export function signRaw(key: KeyObject, messages: readonly Uint8Array[]): void {
  for (const message of messages) sign('sha256', message, key);
}
