import { createHash, randomBytes } from 'node:crypto';

/** Crockford's base 32: no letter that is mistaken for a digit when somebody reads it out. */
const CODE_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_GROUPS = 3;
const CODE_GROUP_LENGTH = 4;

/** What a browser or a person holds; the database keeps the digest alone. */
export interface Secret {
  readonly value: string;
  readonly digest: Buffer;
}

export function newSessionToken(): Secret {
  const value = randomBytes(32).toString('base64url');
  return { value, digest: digestOf(value) };
}

/** `K7QM-2XFD-9TRA`: 60 random bits, to be written on paper or read out over the telephone. */
export function newInvitationCode(): Secret {
  const value = paperCode(randomBytes(CODE_GROUPS * CODE_GROUP_LENGTH));
  return { value, digest: invitationDigest(value) };
}

/** The same form of code from bytes that somebody else chose; 12 of them count. */
export function paperCode(bytes: Uint8Array): string {
  const letters = Array.from(
    bytes.subarray(0, CODE_GROUPS * CODE_GROUP_LENGTH),
    (byte) => CODE_ALPHABET[byte % CODE_ALPHABET.length]!,
  ).join('');
  return letters.match(new RegExp(`.{${CODE_GROUP_LENGTH}}`, 'g'))!.join('-');
}

/** Capitals, spaces and dashes do not matter when a code is typed. */
export function invitationDigest(code: string): Buffer {
  return digestOf(code.toUpperCase().replaceAll(/[^A-Z0-9]/g, ''));
}

export function digestOf(value: string): Buffer {
  return createHash('sha256').update(value).digest();
}
