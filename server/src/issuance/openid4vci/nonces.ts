import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Random } from './secrets.ts';

/**
 * `c_nonce` values that need no table until they are used: time and randomness under a MAC. So nobody fills the
 * database by asking for nonces, and a wallet's clock plays no part in how fresh its proof is (section 13.8).
 */
export interface Nonces {
  issue(): string;
  /** When it stops being good; undefined for what this issuer never gave out, and for what is too old. */
  goodUntil(nonce: string): Date | undefined;
}

const GOOD_FOR_MS = 5 * 60_000;
const TIME_BYTES = 6;
const RANDOM_BYTES = 14;
const MAC_BYTES = 16;
const LENGTH = TIME_BYTES + RANDOM_BYTES + MAC_BYTES;

export function nonceSource(secret: Buffer, random: Random, now: () => Date): Nonces {
  const macOf = (body: Buffer) => createHmac('sha256', secret).update(body).digest().subarray(0, MAC_BYTES);

  return {
    issue() {
      const body = Buffer.concat([Buffer.alloc(TIME_BYTES), random(RANDOM_BYTES)]);
      body.writeUIntBE(now().getTime(), 0, TIME_BYTES);
      return Buffer.concat([body, macOf(body)]).toString('base64url');
    },
    goodUntil(nonce) {
      const bytes = Buffer.from(nonce, 'base64url');
      if (bytes.length !== LENGTH || bytes.toString('base64url') !== nonce) return undefined;
      const body = bytes.subarray(0, LENGTH - MAC_BYTES);
      if (!timingSafeEqual(bytes.subarray(LENGTH - MAC_BYTES), macOf(body))) return undefined;
      const until = body.readUIntBE(0, TIME_BYTES) + GOOD_FOR_MS;
      return until > now().getTime() ? new Date(until) : undefined;
    },
  };
}
