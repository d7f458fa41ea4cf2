import type { Personal } from '../kit/personal.ts';

/** Modifier letters (Lm) are left out: one of them is an apostrophe. */
const NOT_LETTER_OR_DIGIT = /[^\p{Lu}\p{Ll}\p{Lt}\p{Lo}\p{M}\p{N}]/gu;

/**
 * A name reduced to what must agree when somebody types it from the card: compatibility forms, case, spacing,
 * punctuation and apostrophes do not count (`Ma’ruf  Amin, S.H.` and `MA'RUF AMIN SH` are one). Academic titles
 * do count, as the card prints them.
 */
export function normaliseName(name: string): string {
  // Capitals may come out decomposed, and marks may meet where something was left out: composed once more at the end.
  return name.normalize('NFKC').toUpperCase().replace(NOT_LETTER_OR_DIGIT, '').normalize('NFKC');
}

/** False for two names without a single letter: nothing agrees with nothing. */
export function sameName(one: Personal<string, 'name'>, other: Personal<string, 'name'>): boolean {
  const normalised = normaliseName(one.reveal());
  return normalised !== '' && normalised === normaliseName(other.reveal());
}
