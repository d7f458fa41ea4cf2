import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as oidc from 'openid-client';
import { DEMO_RESIDENTS } from '../../../seed/demoResidents.ts';
import { freePort } from '../freePort.ts';
import { activeHandset } from '../issuance/activeHandset.ts';
import type { TestHandset } from '../testHandset.ts';
import { createTestWorld, type TestWorld, type TestWorldOptions } from '../testWorld.ts';

export const CALLBACK = 'http://localhost:9000/callback';
export const BANK_CALLBACK = 'http://localhost:9100/callback';

export type LoginWorld = Awaited<ReturnType<typeof createLoginWorld>>;

/** The product listening on a port, with the demonstration's partners. */
export async function createLoginWorld(options: TestWorldOptions = {}) {
  const port = await freePort();
  const world = await createTestWorld({ startAt: new Date(), port, ...options });
  await world.app.listen({ port, host: '127.0.0.1' });
  return world;
}

/** A partner's software, which knows our addresses from discovery alone. */
export async function relyingParty(world: Pick<TestWorld, 'config'>, clientId = 'clinic-production') {
  const slug = clientId.replace(/-\w+$/, '');
  const file = join(world.config.dataDir, 'demo-partners', `${slug}.json`);
  const { clients } = JSON.parse(readFileSync(file, 'utf8')) as {
    clients: { client_id: string; jwk: JsonWebKey & { kid: string } }[];
  };
  const { jwk } = clients.find(({ client_id }) => client_id === clientId)!;
  const key = await crypto.subtle.importKey('jwk', jwk, { name: 'ECDSA', namedCurve: 'P-256' }, false, [
    'sign',
  ]);
  const config = await oidc.discovery(
    new URL(world.config.origins.portal),
    clientId,
    undefined,
    oidc.PrivateKeyJwt({ key, kid: jwk.kid }),
    { execute: [oidc.allowInsecureRequests] },
  );
  const DPoP = oidc.getDPoPHandle(config, await oidc.randomDPoPKeyPair('ES256'));
  return { config, DPoP, key, kid: jwk.kid, clientId };
}
export type RelyingParty = Awaited<ReturnType<typeof relyingParty>>;

export interface Begun {
  readonly url: URL;
  readonly checks: { pkceCodeVerifier: string; expectedNonce: string; expectedState: string };
}

/** Pushes the request as FAPI 2.0 wants it; the address for the browser comes back. */
export async function begin(
  { config, DPoP }: RelyingParty,
  wanted: Record<string, string> = {},
): Promise<Begun> {
  const pkceCodeVerifier = oidc.randomPKCECodeVerifier();
  const expectedNonce = oidc.randomNonce();
  const expectedState = oidc.randomState();
  const url = await oidc.buildAuthorizationUrlWithPAR(
    config,
    {
      redirect_uri: CALLBACK,
      scope: 'openid profile',
      code_challenge: await oidc.calculatePKCECodeChallenge(pkceCodeVerifier),
      code_challenge_method: 'S256',
      nonce: expectedNonce,
      state: expectedState,
      ...wanted,
    },
    { DPoP },
  );
  return { url, checks: { pkceCodeVerifier, expectedNonce, expectedState } };
}

export type Browser = ReturnType<typeof createBrowser>;

/** A browser as far as it matters here: it keeps cookies by path and follows redirects on our origin. */
export function createBrowser(portal: string) {
  const jar = new Map<string, { value: string; path: string }>();

  function keep(response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split('; ');
      const path = attributes.find((one) => one.startsWith('path='))?.slice(5) ?? '/';
      const [name = '', value = ''] = pair.split(/=(.*)/s);
      if (value === '') jar.delete(`${path} ${name}`);
      else jar.set(`${path} ${name}`, { value, path });
    }
  }

  async function go(
    to: string | URL,
    form?: Record<string, string>,
  ): Promise<{ url: URL; html: string; status: number; policy: string }> {
    let url = new URL(to, portal);
    let body = form && new URLSearchParams(form);
    for (let hops = 0; hops < 10; hops++) {
      const cookie = [...jar]
        .filter(([, { path }]) => url.pathname.startsWith(path))
        .map(([name, { value }]) => `${name.split(' ')[1]}=${value}`)
        .join('; ');
      const response = await fetch(url, {
        redirect: 'manual',
        headers: { cookie, accept: 'text/html' },
        ...(body ? { method: 'POST', body } : {}),
      });
      keep(response);
      const location = response.headers.get('location');
      const { status } = response;
      const policy = response.headers.get('content-security-policy') ?? '';
      if (!location) return { url, html: await response.text(), status, policy };
      url = new URL(location, url);
      body = undefined;
      if (url.origin !== portal) return { url, html: '', status, policy };
    }
    throw new Error('too many redirects');
  }
  return { go };
}

export const questionIn = (html: string): string => /\/pertanyaan\/([\w-]{22})/.exec(html)![1]!;

/** The resident opens what the page shows, and answers. */
export async function answerInWallet(
  handset: TestHandset,
  question: string,
  answer: object = { decision: 'approve' },
) {
  const opened = await handset.call('GET', `/api/approval/questions/${question}`);
  assert.equal(opened.status, 200, JSON.stringify(opened.body));
  const answered = await handset.call('POST', `/api/approval/questions/${question}/answer`, answer);
  assert.equal(answered.status, 200, JSON.stringify(answered.body));
  return opened.body;
}

/** From the address of the request to the address that the relying party gets called with. */
export async function signIn(
  world: TestWorld,
  handset: TestHandset,
  begun: Pick<Begun, 'url'>,
  answer: object = { decision: 'approve' },
  browser = createBrowser(world.config.origins.portal),
): Promise<URL> {
  const shown = await browser.go(begun.url);
  assert.equal(shown.status, 200, shown.html);
  await answerInWallet(handset, questionIn(shown.html), answer);
  return (await browser.go(shown.url)).url;
}

/** The whole way, tokens included. */
export async function logIn(
  world: TestWorld,
  handset: TestHandset,
  party: RelyingParty,
  wanted: Record<string, string> = {},
  answer: object = { decision: 'approve' },
) {
  const begun = await begin(party, wanted);
  const callback = await signIn(world, handset, begun, answer);
  return oidc.authorizationCodeGrant(party.config, callback, begun.checks, undefined, { DPoP: party.DPoP });
}

type Person = (typeof DEMO_RESIDENTS)[number];
export const [SITI, BUDI, ANDI] = DEMO_RESIDENTS as unknown as [Person, Person, Person];
export const walletOf = (
  world: TestWorld,
  person: Pick<Person, 'nik' | 'name'> = SITI,
): Promise<TestHandset> => activeHandset(world, person);
