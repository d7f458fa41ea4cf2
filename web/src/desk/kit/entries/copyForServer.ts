import type { BackupContent } from '@jatidiri/core/field/wire.ts';
import { encryptJwe, type JweRecipient } from '@jatidiri/core/jose/jwe.ts';
import { type Bytes, toBase64url, utf8 } from '@jatidiri/core/kit/bytes.ts';

/**
 * An entry and its photograph as a JWE to the server: written together with the entry, so that a backup needs no key,
 * and so that what was not sent outlives the kit's keys at the end of the session.
 * @param digest of the photograph
 */
export function copyForServer(
  recipient: JweRecipient,
  signed: string,
  photo?: { readonly digest: string; readonly image: Bytes },
): Promise<string> {
  const content: BackupContent = {
    entries: [signed],
    photos: photo ? { [photo.digest]: toBase64url(photo.image) } : {},
  };
  const random = (size: number) => crypto.getRandomValues(new Uint8Array(size));
  return encryptJwe({ subtle: crypto.subtle, random }, recipient, 'A256GCM', utf8(JSON.stringify(content)));
}
