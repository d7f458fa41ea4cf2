import { elementName as nameIn } from '@jatidiri/core/rights/entryWords.ts';
import { lang } from '../i18n.ts';

export const elementName = (element: string): string => nameIn(element, lang.value);

/** Names of data as residents read them, in one line. */
export const elementNames = (elements: readonly string[]): string => elements.map(elementName).join(', ');
