import { isNewHandsetQr } from '@jatidiri/core/recovery/newHandsetQr.ts';

const MAX_CHARACTERS = 8_192;

/**
 * The page that a scanned code leads to: a presentation request or a credential offer of any scheme, by the parameters
 * that each must have, a new handset's, or a link into this wallet. Undefined for any other code.
 */
export function pageForCode(code: string): string | undefined {
  const text = code.trim();
  if (text.length > MAX_CHARACTERS || !/^[a-z][a-z0-9+.-]*:/i.test(text)) return undefined;
  if (isNewHandsetQr(text)) return `/pindah-ponsel?${new URLSearchParams({ qr: text })}`;
  if (text.startsWith(`${location.origin}/`)) return text.slice(location.origin.length);
  const at = text.indexOf('?');
  if (at < 0) return undefined;
  const query = new URLSearchParams(text.slice(at + 1));
  if (query.has('client_id')) return `/tunjukkan-ke?${query}`;
  return query.has('credential_offer') || query.has('credential_offer_uri')
    ? `/terima-kartu?${query}`
    : undefined;
}
