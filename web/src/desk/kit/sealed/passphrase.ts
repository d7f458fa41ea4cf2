import { type Bytes, utf8 } from '@jatidiri/core/kit/bytes.ts';

/**
 * A passphrase that the kit draws, because nobody chooses one that withstands somebody with the disk: nine syllables
 * as Indonesian has them, in three words ("bakuli motare nosapi"). 80⁹ are 57 bits; what that costs to guess is
 * reckoned in docs/decisions/0032-kit.md.
 */
const CONSONANTS = 'bcdghjklmnprstwy';
const VOWELS = 'aeiou';
const SYLLABLES = CONSONANTS.length * VOWELS.length;
const WORDS = 3;
const SYLLABLES_IN_WORD = 3;

/** Kept in each lock, so that it may grow. Measured in docs/decisions/0032-kit.md. */
export const PASSPHRASE_ROUNDS = 2_000_000;

export function drawPassphrase(): string {
  const word = () => Array.from({ length: SYLLABLES_IN_WORD }, drawSyllable).join('');
  return Array.from({ length: WORDS }, word).join(' ');
}

function drawSyllable(): string {
  const drawn = drawBelow(SYLLABLES);
  return CONSONANTS[Math.floor(drawn / VOWELS.length)]! + VOWELS[drawn % VOWELS.length]!;
}

/** Every number equally often: bytes beyond the last whole multiple are drawn anew. */
function drawBelow(limit: number): number {
  for (;;) {
    const [byte] = crypto.getRandomValues(new Uint8Array(1));
    if (byte! < 256 - (256 % limit)) return byte! % limit;
  }
}

/** Capitals, gaps and hyphens do not matter: a tablet's keyboard adds them by itself. */
export const plainPassphrase = (typed: string): string => typed.toLowerCase().replaceAll(/[^a-z]/g, '');

export async function stretchPassphrase(typed: string, salt: Bytes, iterations: number): Promise<CryptoKey> {
  const plain = utf8(plainPassphrase(typed));
  const material = await crypto.subtle.importKey('raw', plain, 'PBKDF2', false, ['deriveKey']);
  const pbkdf2 = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations };
  return crypto.subtle.deriveKey(pbkdf2, material, { name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
}
