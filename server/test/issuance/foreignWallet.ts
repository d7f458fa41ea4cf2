import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import {
  type CallbackContext,
  clientAuthenticationAnonymous,
  HashAlgorithm,
  type RequestDpopOptions,
} from '@openid4vc/oauth2';
import { Openid4vciClient } from '@openid4vc/openid4vci';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { TestWorld } from '../testWorld.ts';

type Keys = Awaited<ReturnType<typeof newKeys>>;

export async function newKeys() {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = (await exportJWK(publicKey)) as { kty: 'EC'; crv: 'P-256'; x: string; y: string };
  const name = `${jwk.x}.${jwk.y}`;
  return { jwk, privateKey, name };
}

/** The world's HTTP as `fetch`, whatever host the address names. */
export const fetchOf =
  (world: TestWorld) =>
  async (input: string | URL, init: RequestInit = {}) => {
    const { pathname, search } = new URL(input);
    const headers = Object.fromEntries(new Headers(init.headers));
    const payload =
      init.body instanceof URLSearchParams ? init.body.toString() : (init.body as string | undefined);
    if (init.body instanceof URLSearchParams) headers['content-type'] ??= 'application/x-www-form-urlencoded';
    const answer = await world.app.inject({
      method: (init.method ?? 'GET') as 'GET',
      url: `${pathname}${search}`,
      headers,
      ...(payload === undefined ? {} : { payload }),
    });
    const body = [204, 304].includes(answer.statusCode) ? null : answer.body;
    return new Response(body, { status: answer.statusCode, headers: answer.headers as HeadersInit });
  };

export type ForeignWallet = ReturnType<typeof foreignWallet>;

/** A wallet that others wrote (OpenWallet Foundation's client), which knows of us only what an offer says. */
export function foreignWallet(world: TestWorld, more: Partial<CallbackContext> = {}) {
  const keys = new Map<string, Keys>();
  const callbacks = {
    fetch: fetchOf(world) as CallbackContext['fetch'] & {},
    hash: (data: Uint8Array, algorithm: HashAlgorithm) => {
      assert.equal(algorithm, HashAlgorithm.Sha256);
      return createHash('sha256').update(data).digest();
    },
    generateRandom: (length: number) => randomBytes(length),
    clientAuthentication: clientAuthenticationAnonymous(),
    signJwt: async (
      signer: Parameters<CallbackContext['signJwt']>[0],
      { header, payload }: Parameters<CallbackContext['signJwt']>[1],
    ) => {
      if (signer.method !== 'jwk') throw new TypeError('only keys by their JWK');
      const jwk = signer.publicJwk;
      const known = keys.get(`${jwk.x}.${jwk.y}`)!;
      // The library takes the time of this machine; the world has its own.
      const at = Math.floor(world.clock.now.getTime() / 1000);
      const timed = {
        ...payload,
        ...(payload.iat === undefined ? {} : { iat: at }),
        ...(payload.exp === undefined ? {} : { exp: at + 300 }),
      };
      const jwt = await new SignJWT(timed)
        .setProtectedHeader(header as { alg: string })
        .sign(known.privateKey);
      return { jwt, signerJwk: jwk };
    },
    ...more,
  };
  const client = new Openid4vciClient({ callbacks });

  async function makeKeys(count: number): Promise<Keys[]> {
    const made = await Promise.all(Array.from({ length: count }, newKeys));
    for (const one of made) keys.set(one.name, one);
    return made;
  }
  const signerOf = ({ jwk }: Keys) => ({ method: 'jwk', publicJwk: jwk, alg: 'ES256' }) as const;

  return {
    client,
    callbacks,
    makeKeys,
    signerOf,
    async dpop(): Promise<RequestDpopOptions> {
      const [key] = await makeKeys(1);
      return { signer: signerOf(key!) };
    },
    async resolve(offer: string) {
      const credentialOffer = await client.resolveCredentialOffer(offer);
      const issuerMetadata = await client.resolveIssuerMetadata(credentialOffer.credential_issuer);
      return { credentialOffer, issuerMetadata };
    },
    async proofs(
      issuerMetadata: Awaited<ReturnType<Openid4vciClient['resolveIssuerMetadata']>>,
      credentialConfigurationId: string,
      holders: readonly Keys[],
      nonce: string,
    ) {
      const made = holders.map((holder) =>
        client.createCredentialRequestJwtProof({
          issuerMetadata,
          credentialConfigurationId,
          nonce,
          signer: signerOf(holder),
        }),
      );
      return (await Promise.all(made)).map(({ jwt }) => jwt) as [string, ...string[]];
    },
  };
}

/** Copies as a foreign wallet gets them for a demonstration resident, by the door. */
export async function takeCopies(
  world: TestWorld,
  {
    nik,
    configuration = 'ikd-sd-jwt',
    count = 2,
  }: { nik?: string; configuration?: string; count?: number } = {},
) {
  const body = { ids: [configuration], ...(nik && { nik }) };
  const made = await world.app.inject({ method: 'POST', url: '/control/offer', payload: body });
  assert.equal(made.statusCode, 200, made.body);
  const wallet = foreignWallet(world);
  const { credentialOffer, issuerMetadata } = await wallet.resolve(made.json().offer);
  const { accessTokenResponse } = await wallet.client.retrievePreAuthorizedCodeAccessTokenFromOffer({
    credentialOffer,
    issuerMetadata,
  });
  const { c_nonce } = await wallet.client.requestNonce({ issuerMetadata });
  const holders = await wallet.makeKeys(count);
  const { credentialResponse } = await wallet.client.retrieveCredentials({
    issuerMetadata,
    accessToken: accessTokenResponse.access_token,
    credentialConfigurationId: configuration,
    proofs: { jwt: await wallet.proofs(issuerMetadata, configuration, holders, c_nonce) },
  });
  const credentials = credentialResponse.credentials!.map(
    (one) => (one as { credential: string }).credential,
  );
  return { credentials, holders, session: made.json().session as string };
}
