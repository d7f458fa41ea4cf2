import type { Bytes } from '../kit/bytes.ts';

const CERTIFICATE = /-----BEGIN CERTIFICATE-----([\sA-Za-z0-9+/=]+)-----END CERTIFICATE-----/g;

/** The certificates in a PEM file (RFC 7468 section 5), in their order, as DER; whatever stands between them is passed over. */
export function certificatesInPem(text: string): readonly Bytes[] {
  return [...text.matchAll(CERTIFICATE)].map(([, base64 = '']) =>
    Uint8Array.from(atob(base64.replaceAll(/\s/g, '')), (character) => character.charCodeAt(0)),
  );
}
