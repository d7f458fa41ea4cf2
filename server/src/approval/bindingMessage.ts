import { randomInt } from 'node:crypto';

/** `K4 71`: shown on both screens, so that the resident sees that they belong together. No letter reads as a digit. */
export function newBindingMessage(): string {
  const letters = 'ACDEFGHJKLMNPRTUVWXY';
  return `${letters[randomInt(letters.length)]}${randomInt(2, 10)} ${randomInt(10, 100)}`;
}
