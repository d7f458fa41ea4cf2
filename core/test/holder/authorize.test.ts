import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { askForCode } from '@jatidiri/core/holder/authorize.ts';
import type { HttpRequest } from '@jatidiri/core/holder/http.ts';
import type { Bytes } from '@jatidiri/core/kit/bytes.ts';
import { webSuite } from '@jatidiri/core/kit/webSuite.ts';
import { crypto } from '../chain/issuerFixture.ts';

const SERVER = {
  issuer: 'https://login.example',
  token_endpoint: 'https://login.example/token',
  authorization_endpoint: 'https://login.example/authorize',
  authorization_details_types_supported: ['openid_credential'],
  authorization_response_iss_parameter_supported: true,
  'pre-authorized_grant_anonymous_access_supported': false,
};
const REDIRECT_URI = 'https://wallet.example/back';
const proofs = { jwt: { proof_signing_alg_values_supported: ['ES256'] } };
const configuration = { format: 'dc+sd-jwt', vct: 'x', proof_types_supported: proofs };

type Back = (asked: URLSearchParams) => string | undefined;

/** One attempt: what was pushed or asked for, and what came of it. */
async function attempt(back: Back, { pushed = false, scope }: { pushed?: boolean; scope?: string } = {}) {
  const sent: URLSearchParams[] = [];
  const tools = {
    suite: webSuite(crypto.subtle),
    subtle: crypto.subtle,
    send: async () => undefined,
    now: () => new Date(),
    random: (size: number) => new Uint8Array(randomBytes(size)) as Bytes,
  };
  const server = pushed
    ? { ...SERVER, pushed_authorization_request_endpoint: 'https://login.example/par' }
    : SERVER;
  const push = async ({ body = '' }: HttpRequest) => {
    sent.push(new URLSearchParams(body));
    return { status: 201, headers: {}, body: '{"request_uri":"urn:pushed:1","expires_in":60}' };
  };
  const visited: URL[] = [];
  const signIn = {
    redirectUri: REDIRECT_URI,
    async visit(address: string) {
      visited.push(new URL(address));
      return back(sent[0] ?? visited[0]!.searchParams);
    },
  };
  const configurations = new Map([['card', { ...configuration, ...(scope && { scope }) }]]);
  const wanted = { clientId: 'wallet', issuer: 'https://cards.example', configurations };
  const grant = { kind: 'authorizationCode', issuerState: 'st' } as const;
  const outcome = await askForCode(tools, push, server, signIn, wanted, grant);
  return { outcome, asked: sent[0] ?? visited[0]!.searchParams, visited: visited[0]! };
}

const answer = (asked: URLSearchParams, more: Record<string, string> = {}) =>
  `${REDIRECT_URI}?${new URLSearchParams({ code: 'c1', state: asked.get('state')!, iss: SERVER.issuer, ...more })}`;

test('asks with PKCE, by scope where there is one, pushed where the server can', async () => {
  const { outcome, asked, visited } = await attempt(answer, { pushed: true, scope: 'library' });
  assert.ok(outcome.ok);
  assert.equal(outcome.value.code, 'c1');
  const challenge = createHash('sha256').update(outcome.value.codeVerifier).digest('base64url');
  assert.deepEqual(
    [
      asked.get('code_challenge'),
      asked.get('code_challenge_method'),
      asked.get('scope'),
      asked.get('issuer_state'),
    ],
    [challenge, 'S256', 'library', 'st'],
  );
  assert.deepEqual([...visited.searchParams.keys()].toSorted(), ['client_id', 'request_uri']);
});

test('asks by authorization details where there is no scope', async () => {
  const { outcome, asked } = await attempt(answer);
  assert.ok(outcome.ok);
  assert.deepEqual(JSON.parse(asked.get('authorization_details')!), [
    { type: 'openid_credential', credential_configuration_id: 'card', locations: ['https://cards.example'] },
  ]);
});

test('refuses answers to another request, of another server, and of nobody', async () => {
  const refusals: [Back, string | undefined][] = [
    [(asked) => answer(asked, { state: 'other' }), 'mix_up'],
    [(asked) => answer(asked, { iss: 'https://evil.example' }), 'mix_up'],
    [(asked) => answer(asked).replace(/&iss=[^&]*/, ''), 'mix_up'],
    [(asked) => answer(asked).replace('code=c1', 'error=access_denied'), undefined],
    [(asked) => answer(asked).replace('wallet.example', 'evil.example'), undefined],
    [() => undefined, undefined],
  ];
  for (const [back, error] of refusals) {
    const { outcome } = await attempt(back);
    assert.deepEqual(outcome, {
      ok: false,
      refusal: { code: 'receive/sign-in-failed', ...(error && { error }) },
    });
  }
});
