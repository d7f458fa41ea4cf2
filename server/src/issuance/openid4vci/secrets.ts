import { createHash, createHmac } from 'node:crypto';

// Codes and tokens are 256 random bits in base64url; the database knows only their SHA-256.

export type Random = (size: number) => Uint8Array;

export const newSecret = (random: Random): string => Buffer.from(random(32)).toString('base64url');

export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/**
 * The code that an offer carries, made from the reference under which the offer can be fetched: so an offer by
 * reference can be answered without the code being kept anywhere.
 */
export const codeOfReference = (reference: string): string =>
  createHash('sha256').update(`code:${reference}`).digest('base64url');

/** A transaction code has few digits, so its digest is keyed: whoever reads the table cannot try them all. */
export const txCodeHash = (secret: Buffer, offer: string, txCode: string): Buffer =>
  createHmac('sha256', secret).update(`${offer}:${txCode}`).digest();
