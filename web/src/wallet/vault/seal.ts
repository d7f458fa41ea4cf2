import { type Bytes, fromUtf8, utf8 } from '@jatidiri/core/kit/bytes.ts';
import * as v from 'valibot';

/** A JSON value encrypted with the content key (AES-GCM, a new IV each time). */
export interface Sealed {
  readonly iv: Bytes;
  readonly box: Bytes;
}

export async function seal(key: CryptoKey, value: unknown): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const box = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, utf8(JSON.stringify(value)));
  return { iv, box: new Uint8Array(box) };
}

/** Throws for anything that was not sealed with this key. */
export async function unseal(key: CryptoKey, { iv, box }: Sealed): Promise<unknown> {
  const content = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, box);
  return JSON.parse(fromUtf8(new Uint8Array(content)));
}

const bytes = v.custom<Bytes>((value) => value instanceof Uint8Array);
export const Sealed = v.object({ iv: bytes, box: bytes });
