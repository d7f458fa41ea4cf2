import { signal } from '@preact/signals';
import { recall, remember } from './remember.ts';

export type Lang = 'id' | 'en';

const KEY = 'lang';

/** The language of the interface: Indonesian until the person chooses English. */
export const lang = signal<Lang>(recall(KEY) === 'en' ? 'en' : 'id');

export function setLang(next: Lang): void {
  remember(KEY, next);
  lang.value = next;
}

/**
 * The texts of an entry in both languages. English must have exactly the keys of Indonesian, or it does not compile.
 * Called inside a component, the answer follows the language: `const t = dictionary({ id, en }); … t().title`.
 */
export function dictionary<Texts extends object>(texts: { id: Texts; en: NoInfer<Texts> }): () => Texts {
  return () => texts[lang.value];
}
