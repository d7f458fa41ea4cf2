import {
  COMMON_SPELLING,
  SHORT_FIRST_NAMES,
  TITLES_AFTER,
  TITLES_BEFORE,
  TITLES_LIKE_NAMES,
} from './nameWords.ts';
import { newSpelling } from './newSpelling.ts';

interface Word {
  readonly letters: string;
  /** Written like an abbreviation (`M.A.`), or behind a comma. */
  readonly marked: boolean;
}

const LONGEST_TITLE_IN_WORDS = 3;

/**
 * A name reduced to what two writings of it have in common, for measuring how far two names are apart: titles fall
 * away, common abbreviations are written out, old spelling becomes new, and case, spacing, punctuation, marks and
 * doubled letters do not count. The order of the names does. Empty when there is no letter at all.
 *
 * For comparing only: it may turn one name into another (Jani, Yani), which is right for a person who wrote both.
 */
export function nameForm(name: string): string {
  const bare = withoutTitles(wordsOf(name)).map(({ letters }) => letters);
  const spelled = bare.map((word, at) => inCommonSpelling(word, at === 0 && bare.length > 1));
  return withoutDoubled(once(spelled).join(''));
}

function wordsOf(name: string): Word[] {
  const plain = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toUpperCase();
  return plain.split(',').flatMap((part, at) =>
    part.split(/[\s/()-]+/u).flatMap((chunk): Word[] => {
      const letters = chunk.replaceAll(/[^\p{L}\p{N}]/gu, '');
      return letters === '' ? [] : [{ letters, marked: at > 0 || /\p{L}\./u.test(chunk) }];
    }),
  );
}

function withoutTitles(words: readonly Word[]): readonly Word[] {
  let rest = words;
  while (rest.length > 1 && TITLES_BEFORE.has(rest[0]!.letters)) rest = rest.slice(1);
  for (;;) {
    const length = titleAtEnd(rest, rest.at(-1) !== words.at(-1));
    if (length === 0) return rest;
    rest = rest.slice(0, -length);
  }
}

/**
 * How many words the title at the end takes (`S. Kom` takes two); 0 without one. A name is never all title. What
 * stands before a title (`beforeTitle`) may be one where it would be a name by itself: `SE, MM`.
 */
function titleAtEnd(words: readonly Word[], beforeTitle: boolean): number {
  for (let length = Math.min(LONGEST_TITLE_IN_WORDS, words.length - 1); length > 0; length--) {
    const last = words.slice(-length);
    const title = last.map(({ letters }) => letters).join('');
    const isMarked = beforeTitle || last.every(({ marked }) => marked);
    if (TITLES_LIKE_NAMES.has(title) ? isMarked : TITLES_AFTER.has(title)) return length;
  }
  return 0;
}

function inCommonSpelling(word: string, beforeAnother: boolean): string {
  const short = beforeAnother ? SHORT_FIRST_NAMES[word] : undefined;
  const single = withoutDoubled(word);
  return newSpelling(short ?? COMMON_SPELLING.get(single) ?? single);
}

/** Forms that demand two names make people with one name write it twice. */
function once(words: readonly string[]): readonly string[] {
  return words.length === 2 && words[0] === words[1] ? words.slice(1) : words;
}

function withoutDoubled(letters: string): string {
  return letters.replaceAll(/(\p{L})\1+/gu, '$1');
}
