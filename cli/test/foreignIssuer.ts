import assert from 'node:assert/strict';
import { createHash, KeyObject, randomBytes, sign as signWithNode } from 'node:crypto';
import { SDJwtInstance } from '@sd-jwt/core';
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

export const VCT = 'https://cards.example/library';
export const TX_CODE = '4711';
const CODE = 'pre-authorized-once';
const CONFIGURATION = 'library-card';
const BATCH_SIZE = 3;

/** A credential issuer on jose and @sd-jwt/core: DPoP with nonces, batches, and whatever the twist says. */
export async function startForeignIssuer(
  authority: Authority,
  stranger: Authority,
  twist?: Twist,
): Promise<ForeignIssuer> {
  const events: string[] = [];
  const requestKeys = await generateKeyPair('ECDH-ES', { crv: 'P-256', extractable: true });
  const requestJwk = { ...(await exportJWK(requestKeys.publicKey)), kid: 'r1', alg: 'ECDH-ES', use: 'enc' };
  const isEncrypted = twist === 'encrypted' || twist === 'open-answer';
  let token: { value: string; thumbprint: string } | undefined;
  let deferred: { keys: JWK[]; encryption?: Encryption } | undefined;
  let signer: CertifiedKey;

  const metadata = (origin: string) => ({
    credential_issuer: twist === 'other-issuer' ? 'https://other.example' : `${origin}/cards`,
    authorization_servers: [`${origin}/login`],
    credential_endpoint: `${origin}/credential`,
    nonce_endpoint: `${origin}/nonce`,
    deferred_credential_endpoint: `${origin}/deferred`,
    notification_endpoint: `${origin}/notification`,
    batch_credential_issuance: { batch_size: BATCH_SIZE },
    ...(isEncrypted && {
      credential_request_encryption: {
        jwks: { keys: [requestJwk] },
        enc_values_supported: ['A256GCM'],
        encryption_required: true,
      },
      credential_response_encryption: {
        alg_values_supported: ['ECDH-ES'],
        enc_values_supported: ['A256GCM'],
        encryption_required: true,
      },
    }),
    credential_configurations_supported: {
      [CONFIGURATION]: {
        format: twist === 'other-format' ? 'jwt_vc_json' : 'dc+sd-jwt',
        vct: VCT,
        scope: 'library',
        cryptographic_binding_methods_supported: ['jwk'],
        proof_types_supported: {
          jwt: {
            proof_signing_alg_values_supported: ['ES256'],
            ...(twist === 'attestation' && { key_attestations_required: {} }),
          },
        },
      },
    },
  });

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
    const credentials = await Promise.all(
      chosen.map(async (jwk) => ({ credential: await issueCard(signer, `${origin}/cards`, jwk, twist) })),
    );
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
        return { body: metadata(origin) };
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

async function issueCard(signer: CertifiedKey, iss: string, jwk: JWK, twist?: Twist): Promise<string> {
  const key = KeyObject.from(signer.privateKey as Parameters<typeof KeyObject.from>[0]);
  const instance = new SDJwtInstance({
    signAlg: 'ES256',
    signer: (data) => {
      const text = twist === 'bad-signature' ? `${data}x` : data;
      return signWithNode('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }).toString(
        'base64url',
      );
    },
    hashAlg: 'sha-256',
    hasher: (data: string | ArrayBuffer) =>
      new Uint8Array(
        createHash('sha256')
          .update(Buffer.from(data as string))
          .digest(),
      ),
    saltGenerator: () => randomBytes(16).toString('base64url'),
  });
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    iss,
    vct: twist === 'other-type' ? 'https://cards.example/other' : VCT,
    iat: now - 100,
    exp: twist === 'expired' ? now - 90 : now + 86_400,
    cnf: { jwk: { kty: jwk.kty, crv: jwk.crv, x: jwk.x, y: jwk.y } },
    member: 'Warga Contoh',
    address: { street: 'Jl. Contoh 1', city: 'Samarinda' },
  };
  const frame = { _sd: ['member', 'address'], address: { _sd: ['street', 'city'] } };
  return instance.issue(claims, frame as Parameters<typeof instance.issue<typeof claims>>[1], {
    header: { typ: 'dc+sd-jwt', x5c: signer.x5c },
  });
}
