import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Twist } from './foreignVerifier.ts';
import { askFor, readyWallet } from './readyWallet.ts';

const { wallet, verifier } = await readyWallet();
const CITY = askFor(['address', 'city']);

const statement = (type: string) =>
  Buffer.from(JSON.stringify({ type, credential_ids: ['card'] })).toString('base64url');
const inPayload = (object: string, change: (claims: Record<string, unknown>) => object): string => {
  const [head, body, tail] = object.split('.');
  const claims = JSON.parse(Buffer.from(body!, 'base64url').toString());
  return [head, Buffer.from(JSON.stringify(change(claims))).toString('base64url'), tail].join('.');
};
const unsigned = (object: string) =>
  `${Buffer.from(JSON.stringify({ alg: 'none', typ: 'oauth-authz-req+jwt' })).toString('base64url')}.${object.split('.')[1]}.`;

/** `told`: what the verifier is told, where the request is known to be its own. */
const REFUSALS: readonly [name: string, Twist, error: string, detail: string, told?: string][] = [
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
    'invalid_transaction_data',
  ],
  [
    'with an unknown response mode',
    { claims: { response_mode: 'fragment' } },
    'present/mode-unsupported',
    'request/response-mode',
  ],
  ['for a code', { claims: { response_type: 'code' } }, 'present/request-malformed', 'request/response-type'],
  [
    'with scope beside the query',
    { claims: { scope: 'ikd' } },
    'present/request-malformed',
    'request/query',
    'invalid_request',
  ],
  [
    'with a query that is none',
    { claims: { dcql_query: { credentials: [] } } },
    'present/request-malformed',
    'request/query',
    'invalid_request',
  ],
  [
    'encrypted, without a key',
    { claims: { response_mode: 'direct_post.jwt' } },
    'present/mode-unsupported',
    'request/encryption',
    'invalid_request',
  ],
];

test('refuses to encrypt to a key that is none', async () => {
  const keys = [{ ...verifier.encryptionKey, y: 'A'.repeat(43) }];
  const client_metadata = { vp_formats_supported: { 'dc+sd-jwt': {} }, jwks: { keys } };
  const link = await verifier.ask(CITY, { mode: 'direct_post.jwt', twist: { claims: { client_metadata } } });
  const refused = { error: 'present/mode-unsupported', detail: 'request/encryption' };
  assert.deepEqual(await wallet.present(link), { step: 'present', ok: false, ...refused });
});

for (const [name, twist, error, detail, told] of REFUSALS) {
  test(`refuses a request ${name}`, async () => {
    const before = verifier.answers.length;
    const report = await wallet.present(await verifier.ask(CITY, { twist }));
    assert.deepEqual(report, { step: 'present', ok: false, error, detail });
    assert.deepEqual(verifier.answers.slice(before), told ? [{ error: told, state: 'st-1' }] : []);
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
