import { nameForm } from './nameForm.ts';

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/**
 * How alike two names are, in whole percent, rounded down: 100 means the same after `nameForm`, and one letter
 * missing, added, exchanged or swapped with its neighbour costs its share of the longer name. Two names without a
 * letter are not alike.
 *
 * The measure is the optimal string alignment distance (Damerau 1964, with each substring edited once at most) over
 * the longer length. It is symmetric, and each further edit can only lower it by what one edit costs: a partner's
 * threshold of 85 % means "at most one letter in six or seven", which a clerk can be told. Jaro–Winkler rewards a
 * common beginning, and half of the province begins with Muhammad or Siti.
 */
export function nameSimilarity(one: string, other: string): number {
  if (one === other && LETTER_OR_DIGIT.test(one)) return 100;
  const a = nameForm(one);
  const b = nameForm(other);
  const longer = Math.max(a.length, b.length);
  if (longer === 0) return 0;
  return a === b ? 100 : Math.floor((100 * (longer - distance(a, b))) / longer);
}

/** The fewest insertions, deletions, exchanges and swaps of neighbours that turn one text into the other. */
function distance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const exchange = last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      let least = Math.min(last[j]! + 1, row[j - 1]! + 1, exchange);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) least = Math.min(least, beforeLast[j - 2]! + 1);
      row.push(least);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length]!;
}
