import { IKD_CLAIMS } from '@jatidiri/core/issuance/ikdClaims.ts';
import { lang } from '../../shared/i18n.ts';
import { texts } from './texts.ts';

/** Names of data as residents read them. Entries name claims of the IKD (`birth_date`) or parts of the record (`birthDate`). */
export function elementNames(elements: readonly string[]): string {
  return elements.map(nameOf).join(', ');
}

function nameOf(element: string): string {
  const claim = element.replaceAll(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);
  const claims: Readonly<Record<string, { readonly id: string; readonly en: string }>> = IKD_CLAIMS;
  return claims[claim]?.[lang.value] ?? texts().elements[element] ?? element;
}
