import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { compactDecrypt, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import type { Authority, CertifiedKey } from './authority.ts';
import { type Answer, type Received, startServer } from './httpServer.ts';

/** How a request differs from a good one; each is something that a wallet must refuse. */
export interface Twist {
  /** Members of the signed request object that are replaced, or left out when undefined. */
  readonly claims?: Readonly<Record<string, unknown>>;
  /** Done to the signed request object on its way. */
  readonly alter?: (object: string) => string;
  readonly header?: Readonly<Record<string, unknown>>;
  /** Signed by a certificate of an authority that the wallet does not know. */
  readonly isStranger?: boolean;
  /** The link's own client identifier. */
  readonly outerClientId?: string;
  readonly forgetsWalletNonce?: boolean;
}

export interface ForeignVerifier {
  readonly origin: string;
  readonly clientId: string;
  readonly ask: (dcql: object, terms?: Terms) => Promise<string>;
  /** What was posted to `response_uri`, decrypted. */
  readonly answers: Readonly<Record<string, unknown>>[];
  readonly nonce: string;
  readonly encryptionKey: object;
  readonly close: () => Promise<void>;
}

interface Terms {
  readonly method?: 'get' | 'post';
  readonly mode?: 'direct_post' | 'direct_post.jwt';
  readonly clientIdPrefix?: 'x509_hash' | 'x509_san_dns';
  readonly twist?: Twist;
}

type Certifier = Pick<Authority, 'certifyVerifier'>;

/** A verifier on jose: signed request objects, both response modes. */
export async function startForeignVerifier(
  authority: Certifier,
  stranger: Certifier,
): Promise<ForeignVerifier> {
  const answers: Record<string, unknown>[] = [];
  const nonce = randomBytes(16).toString('base64url');
  const keys = await generateKeyPair('ECDH-ES', { crv: 'P-256', extractable: true });
  const encryptionKey = { ...(await exportJWK(keys.publicKey)), kid: 'e1', alg: 'ECDH-ES', use: 'enc' };
  let current: { claims: JWTPayload; signer: CertifiedKey; twist: Twist };

  async function giveRequest(request: Received): Promise<Answer> {
    const { claims, signer, twist } = current;
    const walletNonce = new URLSearchParams(request.body).get('wallet_nonce');
    const object = await new SignJWT({
      ...claims,
      ...(walletNonce && !twist.forgetsWalletNonce && { wallet_nonce: walletNonce }),
    })
      .setProtectedHeader({ alg: 'ES256', typ: 'oauth-authz-req+jwt', x5c: [...signer.x5c], ...twist.header })
      .sign(signer.privateKey);
    const headers = { 'content-type': 'application/oauth-authz-req+jwt' };
    return { headers, body: twist.alter?.(object) ?? object };
  }

  async function takeAnswer(request: Received): Promise<Answer> {
    const form = Object.fromEntries(new URLSearchParams(request.body));
    if (form.response === undefined) {
      answers.push({ ...form, ...(form.vp_token && { vp_token: JSON.parse(form.vp_token) }) });
    } else {
      const { plaintext, protectedHeader } = await compactDecrypt(form.response, keys.privateKey);
      assert.equal(protectedHeader.kid, 'e1');
      answers.push(JSON.parse(new TextDecoder().decode(plaintext)));
    }
    return { body: { redirect_uri: 'https://clinic.example/done#response_code=1' } };
  }

  const server = await startServer(async (request) => {
    if (request.path === '/request') return giveRequest(request);
    return request.path === '/response' ? takeAnswer(request) : { status: 404 };
  });
  const { origin } = server;
  const known = await authority.certifyVerifier(['127.0.0.1', 'clinic.example']);
  const unknown = await stranger.certifyVerifier(['127.0.0.1']);
  const hashOf = ({ der }: CertifiedKey) =>
    `x509_hash:${createHash('sha256').update(der).digest('base64url')}`;

  return {
    origin,
    clientId: hashOf(known),
    answers,
    nonce,
    encryptionKey,
    close: server.close,
    async ask(dcql, { method = 'get', mode = 'direct_post', clientIdPrefix = 'x509_hash', twist = {} } = {}) {
      const signer = twist.isStranger ? unknown : known;
      const clientId = clientIdPrefix === 'x509_hash' ? hashOf(signer) : 'x509_san_dns:127.0.0.1';
      const now = Math.floor(Date.now() / 1000);
      const claims = {
        aud: 'https://self-issued.me/v2',
        iat: now,
        exp: now + 60,
        client_id: clientId,
        response_type: 'vp_token',
        response_mode: mode,
        response_uri: `${origin}/response`,
        nonce,
        state: 'st-1',
        dcql_query: dcql,
        client_metadata: {
          vp_formats_supported: { 'dc+sd-jwt': {}, mso_mdoc: {} },
          ...(mode === 'direct_post.jwt' && { jwks: { keys: [encryptionKey] } }),
        },
        ...twist.claims,
      };
      current = { claims, signer, twist };
      const query = new URLSearchParams({
        client_id: twist.outerClientId ?? clientId,
        request_uri: `${origin}/request`,
        ...(method === 'post' && { request_uri_method: 'post' }),
      });
      return `openid4vp://?${query}`;
    },
  };
}
