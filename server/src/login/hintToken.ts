import type { KeyObject } from 'node:crypto';
import { type JWTHeaderParameters, errors as jose, jwtVerify } from 'jose';
import { type Client, errors, type KoaContextWithOIDC } from 'oidc-provider';

const LONGEST = '5m';
const ALGORITHMS = ['ES256', 'PS256', 'EdDSA', 'Ed25519'];

/**
 * Whom a `login_hint_token` means (OpenID CIBA Core section 7.1): a JWT by the client's own key with `iss` its id, `aud`
 * our issuer, `iat`, `exp` and `nik`. Signed, so that a number in it was really sent by that client.
 */
export async function readHintToken(
  { oidc }: KoaContextWithOIDC,
  token: string | undefined,
): Promise<string> {
  const client = oidc.client!;
  const verified = await jwtVerify(token ?? '', (header) => keyOf(client, header), {
    issuer: client.clientId,
    audience: oidc.issuer,
    maxTokenAge: LONGEST,
    algorithms: ALGORITHMS,
  }).catch((error: unknown) => {
    // What is wanted is named; nothing of the token is repeated.
    if (error instanceof jose.JWTExpired) throw new errors.ExpiredLoginHintToken();
    throw new errors.InvalidRequest(
      'login_hint_token must be a JWT by this client’s key: iss, aud, iat, exp, nik',
    );
  });
  if (typeof verified.payload.nik !== 'string') throw new errors.InvalidRequest('login_hint_token lacks nik');
  return verified.payload.nik;
}

/** The client's keys as the library keeps them for its authentication: fetched by it, guarded against inner addresses. */
interface ClientKeys {
  refresh(): Promise<void>;
  selectForVerify(wanted: { alg: string; kid?: string; use: 'sig' }): readonly object[];
  getKeyObject(key: object): KeyObject;
}

async function keyOf(client: Client, { alg, kid }: JWTHeaderParameters): Promise<KeyObject> {
  const keys = (client as unknown as { asymmetricKeyStore: ClientKeys }).asymmetricKeyStore;
  await keys.refresh();
  const [key] = keys.selectForVerify({ alg, use: 'sig', ...(kid ? { kid } : {}) });
  if (!key) throw new jose.JWKSNoMatchingKey();
  return keys.getKeyObject(key);
}
