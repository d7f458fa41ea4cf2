import { IKD_CLAIMS } from '@jatidiri/core/issuance/ikdClaims.ts';
import { lang } from '../i18n.ts';
import { trailWords } from './trailWords.ts';

/** Names of data as residents read them. Entries name claims of the IKD (`birth_date`) or parts of the record (`birthDate`). */
export function elementNames(elements: readonly string[]): string {
  return elements.map(elementName).join(', ');
}

/** One that this page does not know yet keeps its own name. */
export function elementName(element: string): string {
  const claim = element.replaceAll(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);
  const claims: Readonly<Record<string, { readonly id: string; readonly en: string }>> = IKD_CLAIMS;
  return claims[claim]?.[lang.value] ?? trailWords().elements[element] ?? element;
}
