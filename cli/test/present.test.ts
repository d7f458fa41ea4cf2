import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, test } from 'node:test';
import { webSuite } from '@jatidiri/core/kit/webSuite.ts';
import { SDJwtInstance } from '@sd-jwt/core';
import { decodeJwt } from 'jose';
import { openWallet, type StepReport, type Wallet } from '../openWallet.ts';
import { newAuthority } from './authority.ts';
import { type ForeignIssuer, startForeignIssuer, VCT } from './foreignIssuer.ts';
import { type ForeignVerifier, startForeignVerifier, type Twist } from './foreignVerifier.ts';

let issuer: ForeignIssuer;
let verifier: ForeignVerifier;
let wallet: Wallet;

before(async () => {
  const [authority, stranger] = [await newAuthority('Trusted'), await newAuthority('Unknown')];
  issuer = await startForeignIssuer(authority, stranger);
  verifier = await startForeignVerifier(authority, stranger);
  wallet = openWallet({ anchors: [authority.rootDer], copies: 3, clientId: 'test' });
  assert.equal((await wallet.receive(issuer.offer())).ok, true);
});
after(() => Promise.all([issuer.close(), verifier.close()]));

const card = (claims: object[], more: object = {}) => ({
  credentials: [{ id: 'card', format: 'dc+sd-jwt', meta: { vct_values: [VCT] }, claims, ...more }],
});
const CITY = card([{ path: ['address', 'city'] }]);

function assertPresented(report: StepReport): void {
  assert.equal(report.ok, true, JSON.stringify(report));
}

/** What the other implementation reads in the last answer. */
async function verifiedByThem(): Promise<{
  claims: Record<string, unknown>;
  binding: Record<string, unknown>;
}> {
  const [presentation] = (verifier.answers.at(-1)!.vp_token as { card: string[] }).card;
  const suite = webSuite(crypto.subtle);
  const instance = new SDJwtInstance({
    hasher: (data: string | ArrayBuffer) =>
      new Uint8Array(
        createHash('sha256')
          .update(Buffer.from(data as string))
          .digest(),
      ),
    // The issuer's signature is the wallet's affair here; its own is checked.
    verifier: async () => true,
    kbVerifier: async (data, signature, payload) => {
      const { jwk } = payload.cnf as { jwk: { kty: 'EC'; crv: 'P-256'; x: string; y: string } };
      return suite.verifyEs256(jwk, Buffer.from(data), Buffer.from(signature, 'base64url'));
    },
  });
  const { payload } = await instance.verify(presentation!, { keyBindingNonce: verifier.nonce });
  const binding = decodeJwt(presentation!.slice(presentation!.lastIndexOf('~') + 1));
  return { claims: payload as Record<string, unknown>, binding };
}

test('shows what is asked for and nothing else, by GET and POST, open and encrypted, to either kind of name', async () => {
  for (const clientIdPrefix of ['x509_hash', 'x509_san_dns'] as const) {
    for (const method of ['get', 'post'] as const) {
      for (const mode of ['direct_post', 'direct_post.jwt'] as const) {
        const report = await wallet.present(await verifier.ask(CITY, { method, mode, clientIdPrefix }));
        assertPresented(report);
        assert.equal(verifier.answers.at(-1)!.state, 'st-1');
        const { claims, binding } = await verifiedByThem();
        assert.deepEqual(claims.address, { city: 'Samarinda' });
        assert.equal(claims.member, undefined);
        const audience = clientIdPrefix === 'x509_hash' ? verifier.clientId : 'x509_san_dns:127.0.0.1';
        assert.equal(binding.aud, audience);
        assert.equal(
          'redirectUri' in report && report.redirectUri,
          'https://clinic.example/done#response_code=1',
        );
      }
    }
  }
});

test('takes an unused copy each time, and the least used when all are used', async () => {
  const seen = new Set<string>();
  for (let time = 0; time < 3; time++) {
    assertPresented(await wallet.present(await verifier.ask(CITY)));
    seen.add((verifier.answers.at(-1)!.vp_token as { card: string[] }).card[0]!.split('~')[0]!);
  }
  assert.equal(seen.size, 3);
  assert.equal(wallet.credentials()[0]!.unused, 0);
});

test('signs for a transaction of the type that it knows', async () => {
  const encoded = Buffer.from(
    JSON.stringify({
      type: 'urn:jatidiri:transaction:statement:1',
      credential_ids: ['card'],
      statement: 'Saya setuju.',
    }),
  ).toString('base64url');
  assertPresented(
    await wallet.present(await verifier.ask(CITY, { twist: { claims: { transaction_data: [encoded] } } })),
  );
  const { binding } = await verifiedByThem();
  assert.deepEqual(binding.transaction_data_hashes, [
    createHash('sha256').update(encoded).digest('base64url'),
  ]);
});

test('tells a verifier that nothing fits', async () => {
  const report = await wallet.present(await verifier.ask(card([{ path: ['blood_type'] }])));
  assert.deepEqual(report, { step: 'present', ok: false, error: 'present/nothing-fits' });
  assert.deepEqual(verifier.answers.at(-1), { error: 'access_denied', state: 'st-1' });
});

const statement = (type: string) =>
  Buffer.from(JSON.stringify({ type, credential_ids: ['card'] })).toString('base64url');
const inPayload = (object: string, change: (claims: Record<string, unknown>) => object): string => {
  const [head, body, tail] = object.split('.');
  const claims = JSON.parse(Buffer.from(body!, 'base64url').toString());
  return [head, Buffer.from(JSON.stringify(change(claims))).toString('base64url'), tail].join('.');
};
const unsigned = (object: string) =>
  `${Buffer.from(JSON.stringify({ alg: 'none', typ: 'oauth-authz-req+jwt' })).toString('base64url')}.${object.split('.')[1]}.`;

const REFUSALS: readonly [name: string, Twist, error: string, detail: string][] = [
  [
    'altered on the way',
    { alter: (object) => inPayload(object, (claims) => ({ ...claims, nonce: 'other' })) },
    'present/signature',
    'request/signature',
  ],
  ['unsigned', { alter: unsigned }, 'present/request-malformed', 'request/malformed'],
  ['of another type', { header: { typ: 'JWT' } }, 'present/request-malformed', 'request/type'],
  ['expired', { claims: { exp: Math.floor(Date.now() / 1000) - 1 } }, 'present/expired', 'request/expired'],
  ['from an unknown authority', { isStranger: true }, 'present/verifier-untrusted', 'chain/untrusted'],
  [
    'with another certificate’s hash',
    { claims: { client_id: 'x509_hash:AAAA' }, outerClientId: 'x509_hash:AAAA' },
    'present/client-id',
    'request/client-id-certificate',
  ],
  [
    'with a host that the certificate does not name',
    { claims: { client_id: 'x509_san_dns:bank.example' }, outerClientId: 'x509_san_dns:bank.example' },
    'present/client-id',
    'request/client-id-certificate',
  ],
  [
    'with another client identifier in its link',
    { outerClientId: 'x509_hash:AAAA' },
    'present/client-id',
    'request/client-id-differs',
  ],
  [
    'under a name that nobody can sign',
    {
      claims: { client_id: 'redirect_uri:https://clinic.example/cb' },
      outerClientId: 'redirect_uri:https://clinic.example/cb',
    },
    'present/unsigned',
    'request/unsigned',
  ],
  [
    'to be answered at another host',
    { claims: { response_uri: 'https://elsewhere.example/response' } },
    'present/response-host',
    'request/response-uri',
  ],
  [
    'to be answered without TLS',
    { claims: { response_uri: 'http://clinic.example/response' } },
    'present/response-host',
    'request/response-uri',
  ],
  [
    'with redirect_uri and direct_post',
    { claims: { redirect_uri: 'https://clinic.example/cb' } },
    'present/request-malformed',
    'request/redirect-uri',
  ],
  ['without nonce', { claims: { nonce: undefined } }, 'present/request-malformed', 'request/nonce'],
  [
    'for another wallet',
    { claims: { aud: 'https://wallet.example' } },
    'present/request-malformed',
    'request/audience',
  ],
  [
    'with an unknown transaction',
    { claims: { transaction_data: [statement('urn:example:payment')] } },
    'present/transaction-unknown',
    'request/transaction-data',
  ],
  [
    'with an unknown response mode',
    { claims: { response_mode: 'fragment' } },
    'present/mode-unsupported',
    'request/response-mode',
  ],
  ['for a code', { claims: { response_type: 'code' } }, 'present/request-malformed', 'request/response-type'],
  ['with scope beside the query', { claims: { scope: 'ikd' } }, 'present/request-malformed', 'request/query'],
  [
    'with a query that is none',
    { claims: { dcql_query: { credentials: [] } } },
    'present/request-malformed',
    'request/query',
  ],
  [
    'encrypted, without a key',
    { claims: { response_mode: 'direct_post.jwt' } },
    'present/mode-unsupported',
    'request/encryption',
  ],
];

for (const [name, twist, error, detail] of REFUSALS) {
  test(`refuses a request ${name}`, async () => {
    const before = verifier.answers.length;
    const report = await wallet.present(await verifier.ask(CITY, { twist }));
    assert.deepEqual(report, { step: 'present', ok: false, error, detail });
    const sent = verifier.answers.slice(before).filter((answer) => 'vp_token' in answer);
    assert.deepEqual(sent, []);
  });
}

test('refuses a request object that does not repeat its wallet_nonce, or repeats another', async () => {
  for (const twist of [
    { forgetsWalletNonce: true },
    { forgetsWalletNonce: true, claims: { wallet_nonce: 'x' } },
  ]) {
    const report = await wallet.present(await verifier.ask(CITY, { method: 'post', twist }));
    assert.deepEqual(report, {
      step: 'present',
      ok: false,
      error: 'present/not-for-this-wallet',
      detail: 'request/wallet-nonce',
    });
  }
});

test('refuses links that lead to no signed request', async () => {
  const link = await verifier.ask(CITY);
  const refused = async (request: string) => {
    const report = await wallet.present(request);
    return report.ok ? 'ok' : `${report.error} ${report.detail}`;
  };
  assert.equal(await refused('nothing'), 'present/request-malformed request/malformed');
  assert.equal(await refused('openid4vp://?client_id=x&nonce=1'), 'present/unsigned request/unsigned');
  assert.equal(
    await refused(link.replace('http%3A', 'ftp%3A')),
    'present/request-malformed request/malformed',
  );
  assert.equal(
    await refused(`${link}&request_uri_method=put`),
    'present/mode-unsupported request/uri-method',
  );
  assert.match(await refused(link.replace('%2Frequest', '%2Fgone')), /^present\/request-gone/);
});
