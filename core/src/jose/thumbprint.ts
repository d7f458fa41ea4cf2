import { toBase64url, utf8 } from '../kit/bytes.ts';
import type { PublicJwk, Suite } from '../kit/suite.ts';

/** The JWK thumbprint (RFC 7638), base64url: the name of a device key everywhere in the product. */
export async function thumbprint(
  suite: Pick<Suite, 'sha256'>,
  { crv, kty, x, y }: PublicJwk,
): Promise<string> {
  return toBase64url(await suite.sha256(utf8(JSON.stringify({ crv, kty, x, y }))));
}
