import type { Bytes } from '@jatidiri/core/kit/bytes.ts';
import type { SigningKey } from './keyStore.ts';

const DAY_MS = 86_400_000;

/** Serial number and dates of a certificate that is made now. Clocks that are a day late must find it valid already. */
export function freshTerms(
  { now, random }: { now: () => Date; random: (size: number) => Uint8Array },
  years: number,
): { serial: Bytes; notBefore: Date; notAfter: Date } {
  // X.509 knows whole seconds.
  const notBefore = new Date(Math.floor((now().getTime() - DAY_MS) / 1000) * 1000);
  const notAfter = new Date(notBefore);
  notAfter.setUTCFullYear(notAfter.getUTCFullYear() + years);
  return { serial: new Uint8Array(random(16)), notBefore, notAfter };
}

/** Whether this is the key that a certificate was made for: another folder of keys would sign in vain. */
export function isKeyOf({ publicJwk: { x, y } }: Pick<SigningKey, 'publicJwk'>, der: Uint8Array): boolean {
  const point = Buffer.concat([Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]);
  return Buffer.from(der).includes(point);
}
