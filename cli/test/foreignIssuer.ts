import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import {
  CompactEncrypt,
  calculateJwkThumbprint,
  compactDecrypt,
  decodeProtectedHeader,
  EmbeddedJWK,
  exportJWK,
  generateKeyPair,
  importJWK,
  type CryptoKey as JoseKey,
  type JWK,
  jwtVerify,
} from 'jose';
import type { Authority, CertifiedKey } from './authority.ts';
import { type CardFormat, issueMdoc, issueSdJwt } from './foreignCards.ts';
import { CONFIGURATION, issuerMetadata } from './foreignMetadata.ts';
import { type Answer, type Received, startServer } from './httpServer.ts';

/** What this issuer does wrong, or differently from the plainest way. */
export type Twist =
  | 'deferred'
  | 'encrypted'
  | 'open-answer'
  | 'other-key'
  | 'key-repeated'
  | 'bad-signature'
  | 'untrusted'
  | 'other-type'
  | 'expired'
  | 'too-many'
  | 'other-issuer'
  | 'other-server'
  | 'attestation'
  | 'other-format'
  | 'redirect';

export interface ForeignIssuer {
  readonly origin: string;
  /** By value, or by reference from a host. */
  readonly offer: (more?: { txCode?: object; ids?: string[] }) => string;
  readonly offerAt: (host: string) => string;
  readonly events: string[];
  readonly close: () => Promise<void>;
}

export const TX_CODE = '4711';
const CODE = 'pre-authorized-once';

/** A credential issuer on jose and @sd-jwt/core: DPoP with nonces, batches, and whatever the twist says. */
export async function startForeignIssuer(
  authority: Authority,
  stranger: Authority,
  twist?: Twist,
  format: CardFormat = 'dc+sd-jwt',
): Promise<ForeignIssuer> {
  const events: string[] = [];
  const requestKeys = await generateKeyPair('ECDH-ES', { crv: 'P-256', extractable: true });
  const requestJwk = { ...(await exportJWK(requestKeys.publicKey)), kid: 'r1', alg: 'ECDH-ES', use: 'enc' };
  const isEncrypted = twist === 'encrypted' || twist === 'open-answer';
  let token: { value: string; thumbprint: string } | undefined;
  let deferred: { keys: JWK[]; encryption?: Encryption } | undefined;
  let signer: CertifiedKey;

  async function proven(request: Received, wanted: string): Promise<string | Answer> {
    const { payload, protectedHeader } = await jwtVerify(request.headers.dpop ?? '', EmbeddedJWK, {
      typ: 'dpop+jwt',
    });
    assert.equal(payload.htm, request.method);
    assert.equal(payload.htu, request.url);
    if (payload.nonce === wanted) return calculateJwkThumbprint(protectedHeader.jwk!);
    const challenge = { 'dpop-nonce': wanted, 'www-authenticate': 'DPoP error="use_dpop_nonce"' };
    return {
      status: wanted === 'as-nonce' ? 400 : 401,
      headers: challenge,
      body: { error: 'use_dpop_nonce' },
    };
  }

  async function giveToken(request: Received): Promise<Answer> {
    const thumbprint = await proven(request, 'as-nonce');
    if (typeof thumbprint !== 'string') return thumbprint;
    const form = new URLSearchParams(request.body);
    if (form.get('pre-authorized_code') !== CODE) return invalid('invalid_grant');
    if ((form.get('tx_code') ?? TX_CODE) !== TX_CODE) return invalid('invalid_grant');
    token = { value: randomBytes(16).toString('hex'), thumbprint };
    return { body: { access_token: token.value, token_type: 'DPoP' } };
  }

  async function requireToken(request: Received): Promise<Answer | undefined> {
    const thumbprint = await proven(request, 'rs-nonce');
    if (typeof thumbprint !== 'string') return thumbprint;
    const isOurs =
      request.headers.authorization === `DPoP ${token?.value}` && thumbprint === token?.thumbprint;
    return isOurs ? undefined : { status: 401, body: { error: 'invalid_token' } };
  }

  async function readMessage(request: Received): Promise<Message> {
    if (!isEncrypted) return JSON.parse(request.body);
    assert.equal(decodeProtectedHeader(request.body).kid, 'r1');
    const { plaintext } = await compactDecrypt(request.body, requestKeys.privateKey);
    return JSON.parse(new TextDecoder().decode(plaintext));
  }

  async function giveCredential(request: Received, origin: string): Promise<Answer> {
    const message = await readMessage(request);
    assert.equal(message.credential_configuration_id, CONFIGURATION);
    const keys = await Promise.all(message.proofs.jwt.map((proof) => verifyProof(proof, `${origin}/cards`)));
    assert.equal(new Set(keys.map(({ x }) => x)).size, keys.length);
    const encryption = message.credential_response_encryption;
    if (twist === 'deferred') {
      deferred = { keys, encryption };
      return { status: 202, body: { transaction_id: 't1', interval: 1 } };
    }
    return sealed(encryption, await issued(keys, origin));
  }

  async function issued(keys: JWK[], origin: string) {
    const chosen = await chooseKeys(keys);
    const issue = (jwk: JWK) =>
      format === 'mso_mdoc'
        ? issueMdoc(signer, jwk, twist)
        : issueSdJwt(signer, `${origin}/cards`, jwk, twist);
    const credentials = await Promise.all(chosen.map(async (jwk) => ({ credential: await issue(jwk) })));
    return { credentials, notification_id: 'n1' };
  }

  async function chooseKeys(keys: JWK[]): Promise<JWK[]> {
    if (twist === 'key-repeated') return [keys[0]!, keys[0]!];
    if (twist === 'too-many') return [...keys, keys[0]!];
    if (twist !== 'other-key') return keys;
    const others = await generateKeyPair('ES256');
    return [await exportJWK(others.publicKey)];
  }

  async function sealed(encryption: Encryption | undefined, body: object): Promise<Answer> {
    if (!encryption || twist === 'open-answer') return { body };
    const key = (await importJWK(encryption.jwk, 'ECDH-ES')) as JoseKey;
    const jwe = await new CompactEncrypt(new TextEncoder().encode(JSON.stringify(body)))
      .setProtectedHeader({ alg: 'ECDH-ES', enc: encryption.enc })
      .encrypt(key);
    return { body: jwe };
  }

  const server = await startServer(async (request, origin) => {
    switch (`${request.method} ${request.path}`) {
      case 'GET /.well-known/openid-credential-issuer/cards':
        return { body: issuerMetadata(origin, { twist, format, ...(isEncrypted && { requestJwk }) }) };
      case 'GET /.well-known/oauth-authorization-server/login':
        return {
          body: {
            issuer: twist === 'other-server' ? `${origin}/other` : `${origin}/login`,
            token_endpoint: `${origin}/token`,
            dpop_signing_alg_values_supported: ['ES256'],
          },
        };
      case 'GET /offer':
        return { body: offerOf(origin, {}) };
      case 'POST /token':
        return twist === 'redirect'
          ? { status: 307, headers: { location: '/elsewhere' } }
          : giveToken(request);
      case 'POST /nonce':
        assert.equal(request.headers.authorization, undefined);
        return { body: { c_nonce: 'c-nonce' } };
      case 'POST /credential':
        return (await requireToken(request)) ?? giveCredential(request, origin);
      case 'POST /deferred':
        return (
          (await requireToken(request)) ?? sealed(deferred?.encryption, await issued(deferred!.keys, origin))
        );
      case 'POST /notification':
        events.push(JSON.parse(request.body).event);
        return (await requireToken(request)) ?? { status: 204 };
      default:
        return { status: 404 };
    }
  });
  const { origin } = server;
  signer = await (twist === 'untrusted' ? stranger : authority).certifyIssuer(`${origin}/cards`);
  return {
    origin,
    offer: (more = {}) => linkTo({ credential_offer: JSON.stringify(offerOf(origin, more)) }),
    offerAt: (host) => linkTo({ credential_offer_uri: `${origin.replace('127.0.0.1', host)}/offer` }),
    events,
    close: server.close,
  };
}

interface Encryption {
  readonly jwk: JWK;
  readonly enc: string;
}

interface Message {
  readonly credential_configuration_id: string;
  readonly proofs: { readonly jwt: readonly string[] };
  readonly credential_response_encryption?: Encryption;
}

const linkTo = (query: Record<string, string>) => `openid-credential-offer://?${new URLSearchParams(query)}`;
const invalid = (error: string): Answer => ({ status: 400, body: { error } });

const offerOf = (origin: string, { txCode, ids = [CONFIGURATION] }: { txCode?: object; ids?: string[] }) => ({
  credential_issuer: `${origin}/cards`,
  credential_configuration_ids: ids,
  grants: {
    'urn:ietf:params:oauth:grant-type:pre-authorized_code': {
      'pre-authorized_code': CODE,
      ...(txCode && { tx_code: txCode }),
    },
  },
});

async function verifyProof(proof: string, audience: string): Promise<JWK> {
  const { payload, protectedHeader } = await jwtVerify(proof, EmbeddedJWK, {
    typ: 'openid4vci-proof+jwt',
    audience,
    algorithms: ['ES256'],
    maxTokenAge: 60,
  });
  assert.equal(payload.nonce, 'c-nonce');
  return protectedHeader.jwk!;
}
