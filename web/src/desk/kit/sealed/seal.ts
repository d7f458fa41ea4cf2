import { type Bytes, fromUtf8, utf8 } from '@jatidiri/core/kit/bytes.ts';
import * as v from 'valibot';

/** Bytes encrypted with AES-256-GCM, a new IV each time. */
export interface Sealed {
  readonly iv: Bytes;
  readonly box: Bytes;
}

/** @param place where it is kept: sealed along, so that two records cannot change places unnoticed */
export async function seal(key: CryptoKey, place: string, content: Bytes): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  return { iv, box: new Uint8Array(await crypto.subtle.encrypt(gcm(iv, place), key, content)) };
}

/** Throws for anything that was not sealed with this key for this place. */
export async function unseal(key: CryptoKey, place: string, { iv, box }: Sealed): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.decrypt(gcm(iv, place), key, box));
}

export const sealJson = (key: CryptoKey, place: string, value: unknown): Promise<Sealed> =>
  seal(key, place, utf8(JSON.stringify(value)));

export const unsealJson = async (key: CryptoKey, place: string, sealed: Sealed): Promise<unknown> =>
  JSON.parse(fromUtf8(await unseal(key, place, sealed)));

const gcm = (iv: Bytes, place: string) => ({ name: 'AES-GCM', iv, additionalData: utf8(place) });

export const bytesRecord = v.custom<Bytes>((value) => value instanceof Uint8Array);
export const SealedRecord = v.object({ iv: bytesRecord, box: bytesRecord });
