import { concat, toBase64url, utf8 } from '../kit/bytes.ts';
import type { Suite } from '../kit/suite.ts';

export const DOCUMENT_PATH = '/dokumen';
export const DOCUMENT_SECRET_BYTES = 16;
const REFERENCE_BYTES = 16;

/** What a signed document's QR says: an address of the portal, whose fragment no browser sends (RFC 3986 section 3.5). */
export function documentAddress(portalOrigin: string, secret: Uint8Array): string {
  return `${portalOrigin}${DOCUMENT_PATH}#${toBase64url(secret)}`;
}

/**
 * Under which name the server keeps a document: it follows from the secret in the QR and does not lead back to it, so
 * that nobody who has the database can draw a QR that passes. Base64url.
 */
export async function documentReference(
  secret: Uint8Array,
  { sha256 }: Pick<Suite, 'sha256'>,
): Promise<string> {
  const digest = await sha256(concat(utf8('jatidiri document reference '), secret));
  return toBase64url(digest.subarray(0, REFERENCE_BYTES));
}
