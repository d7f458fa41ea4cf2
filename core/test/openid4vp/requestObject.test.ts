import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { JsonObject } from '@jatidiri/core/jose/encodedJson.ts';
import { encodeJson } from '@jatidiri/core/jose/encodedJson.ts';
import { signJws } from '@jatidiri/core/jose/jws.ts';
import { dnsClientId } from '@jatidiri/core/openid4vp/requestObject.ts';
import { encodeStatement } from '@jatidiri/core/openid4vp/transactionData.ts';
import { verifyRequestObject } from '@jatidiri/core/openid4vp/verifyRequestObject.ts';
import { NOW } from '../chain/issuerFixture.ts';
import {
  arrival,
  encryptTo,
  HOST,
  newVerifier,
  outcomeOf,
  request,
  terms,
  trust,
  verifier,
} from './verifierFixture.ts';

const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
const stranger = await newVerifier();

/** The Request Object with members replaced, and signed anew by the same verifier. */
async function resigned(changes: JsonObject, header: JsonObject = {}): Promise<string> {
  const [, payload] = (await request({ encryptTo, responseMode: 'direct_post.jwt' })).split('.');
  const claims = JSON.parse(Buffer.from(payload!, 'base64url').toString()) as JsonObject;
  const head = { typ: 'oauth-authz-req+jwt', x5c: verifier.x5c, ...header };
  return signJws(verifier.sign, head, JSON.parse(JSON.stringify({ ...claims, ...changes })));
}

test('a wallet learns who asks, for what, why, and how to answer', async () => {
  const statement = { credentialIds: ['ikd'], statement: 'Saya setuju dirawat inap.', reference: 'RI-7' };
  const jws = await request({
    responseMode: 'direct_post.jwt',
    encryptTo,
    transactionData: [encodeStatement(statement)],
    purpose: 'Pendaftaran rawat inap',
  });
  const outcome = await verifyRequestObject(jws, arrival, trust);
  assert.ok(outcome.ok);
  const { verifier: asker, query, transactionData, ...rest } = outcome.value;
  assert.match(asker.subject, /RS Contoh/);
  assert.deepEqual(
    query.credentials[0]?.claims?.map(({ path }) => path[0]),
    ['name', 'age_over_17'],
  );
  assert.deepEqual(transactionData, [
    { encoded: encodeStatement(statement), ...statement, namesAlgorithm: true },
  ]);
  assert.deepEqual(rest, {
    clientId: terms.clientId,
    audience: terms.clientId,
    nonce: terms.nonce,
    state: terms.state,
    responseMode: 'direct_post.jwt',
    responseUri: terms.responseUri,
    encryption: { recipient: encryptTo, enc: 'A128GCM' },
    purpose: 'Pendaftaran rawat inap',
  });
});

test('a verifier may name itself by its host, and then answers there alone', async () => {
  const clientId = dnsClientId(HOST);
  assert.equal(await outcomeOf(request({ clientId }), { clientId }), 'ok');
  const elsewhere = request({ clientId, responseUri: 'https://lain.example/response' });
  assert.equal(await outcomeOf(elsewhere, { clientId }), 'request/response-uri');
  const other = dnsClientId('lain.example');
  assert.equal(
    await outcomeOf(request({ clientId: other }), { clientId: other }),
    'request/client-id-certificate',
  );
});

const unsigned = `${encodeJson({ alg: 'none', typ: 'oauth-authz-req+jwt' })}.${encodeJson({})}.`;
const cases: [string, () => string | Promise<string>, string][] = [
  ['no JWS', () => 'abc', 'request/malformed'],
  ['without a signature', () => unsigned, 'request/malformed'],
  ['of another type', () => resigned({}, { typ: 'JWT' }), 'request/type'],
  ['by a verifier that nobody certified', () => request({}, stranger), 'chain/signature'],
  [
    'with a certificate of another key',
    () => request({}, { ...verifier, sign: stranger.sign }),
    'request/signature',
  ],
  ['without a certificate', () => resigned({}, { x5c: undefined }), 'chain/malformed'],
  ['without client_id', () => resigned({ client_id: undefined }), 'request/client-id-prefix'],
  ['expired', () => request({ expiresAt: NOW }), 'request/expired'],
  ['of the future', () => request({ issuedAt: later(61) }), 'request/from-the-future'],
  ['not valid before later', () => resigned({ nbf: later(61).getTime() / 1000 }), 'request/from-the-future'],
  ['with a time that is none', () => resigned({ exp: 'besok' }), 'request/malformed'],
  ['for another wallet', () => resigned({ aud: 'https://wallet.example' }), 'request/audience'],
  ['for another response type', () => resigned({ response_type: 'code' }), 'request/response-type'],
  ['for another response mode', () => resigned({ response_mode: 'fragment' }), 'request/response-mode'],
  ['for a browser', () => resigned({ response_mode: 'dc_api' }), 'request/response-mode'],
  [
    'with redirect_uri as well',
    () => resigned({ redirect_uri: `https://${HOST}/cb` }),
    'request/redirect-uri',
  ],
  ['without response_uri', () => resigned({ response_uri: undefined }), 'request/response-uri'],
  ['to another host', () => request({ responseUri: 'https://lain.example/r' }), 'request/response-uri'],
  ['to plain http', () => request({ responseUri: `http://${HOST}/r` }), 'request/response-uri'],
  [
    'to a host with a user',
    () => request({ responseUri: `https://${HOST}@lain.example/r` }),
    'request/response-uri',
  ],
  ['without nonce', () => resigned({ nonce: undefined }), 'request/nonce'],
  ['with an unsafe nonce', () => resigned({ nonce: 'a b' }), 'request/nonce'],
  ['with an unsafe state', () => resigned({ state: 'a&b' }), 'request/state'],
  ['without a query', () => resigned({ dcql_query: undefined }), 'request/query'],
  ['with a scope as well', () => resigned({ scope: 'ikd' }), 'request/query'],
  ['with metadata that are none', () => resigned({ client_metadata: 'x' }), 'request/client-metadata'],
  ['encrypted without metadata', () => resigned({ client_metadata: undefined }), 'request/encryption'],
  ['for formats that we do not have', () => formats({ jwt_vc_json: {} }), 'request/formats'],
  [
    'for algorithms that we do not have',
    () => formats({ 'dc+sd-jwt': { 'sd-jwt_alg_values': ['EdDSA'] } }),
    'request/formats',
  ],
  ['encrypted to nobody', () => request({ responseMode: 'direct_post.jwt' }), 'request/encryption'],
  [
    'with transaction data of an unknown type',
    () => transaction({ type: 'urn:example:payment' }),
    'request/transaction-data',
  ],
  ['with an unknown field in them', () => transaction({ amount: 5 }), 'request/transaction-data'],
  [
    'with transaction data for another credential',
    () => transaction({ credential_ids: ['x'] }),
    'request/transaction-data',
  ],
  [
    'with another hash',
    () => transaction({ transaction_data_hashes_alg: ['sha-512'] }),
    'request/transaction-data',
  ],
  [
    'with a sentence that turns around as it is shown',
    () => transaction({ statement: 'Saya berutang Rp\u202e000.1' }),
    'request/transaction-data',
  ],
  [
    'with a sentence whose end is out of sight',
    () => transaction({ statement: `Saya datang.${'\n'.repeat(60)}Rumah saya jaminannya.` }),
    'request/transaction-data',
  ],
  ['with empty transaction data', () => resigned({ transaction_data: [] }), 'request/transaction-data'],
  [
    'with transaction data that are no JSON',
    () => resigned({ transaction_data: ['?'] }),
    'request/transaction-data',
  ],
];
const formats = (supported: JsonObject) =>
  resigned({ response_mode: 'direct_post', client_metadata: { vp_formats_supported: supported } });
const transaction = (changes: JsonObject) => {
  const data = JSON.parse(
    Buffer.from(encodeStatement({ credentialIds: ['ikd'], statement: 'x' }), 'base64url').toString(),
  );
  return resigned({ transaction_data: [encodeJson({ ...data, ...changes })] });
};
for (const [what, make, expected] of cases) {
  test(`a request ${what} is refused: ${expected}`, async () =>
    assert.equal(await outcomeOf(make()), expected));
}

test('what is signed anew without a change passes, so that the table above shows what it says', async () => {
  assert.equal(await outcomeOf(resigned({})), 'ok');
  const plain = { response_mode: 'direct_post', client_metadata: undefined };
  assert.equal(await outcomeOf(resigned(plain)), 'ok');
  assert.equal(await outcomeOf(resigned({ colour: 'merah', iss: 'x' })), 'ok');
  assert.equal(await outcomeOf(formats({ mso_mdoc: { issuerauth_alg_values: [-7] } })), 'ok');
  assert.equal(await outcomeOf(transaction({})), 'ok');
  assert.equal(await outcomeOf(transaction({ transaction_data_hashes_alg: undefined })), 'ok');
});

test('the link and the request must name one client', async () => {
  assert.equal(await outcomeOf(request(), { clientId: stranger.clientId }), 'request/client-id-differs');
  const { clientId } = stranger;
  assert.equal(await outcomeOf(request({ clientId }), { clientId }), 'request/client-id-certificate');
  for (const unsignable of [`redirect_uri:${terms.responseUri}`, 'did:example:1', 'pre-registered']) {
    const refusal = unsignable.startsWith('redirect') ? 'request/unsigned' : 'request/client-id-prefix';
    assert.equal(await outcomeOf(request({ clientId: unsignable }), { clientId: unsignable }), refusal);
  }
});

test('a hash of a certificate that names no host binds the answer to where the request came from', async () => {
  const nameless = await newVerifier([]);
  const { clientId, verifyChain } = nameless;
  const at = (requestUri: string | undefined) =>
    outcomeOf(request({ clientId }, nameless), { clientId, requestUri }, { verifyChain });
  assert.equal(await at(`https://${HOST}/elsewhere`), 'ok');
  assert.equal(await at('https://lain.example/r'), 'request/response-uri');
  assert.equal(await at(undefined), 'request/response-uri');
});

test('the wallet finds its nonce again, or stops', async () => {
  const walletNonce = 'qPmxiNFCR3QTm19POc8u';
  assert.equal(await outcomeOf(request({ walletNonce }), { walletNonce }), 'ok');
  assert.equal(await outcomeOf(request(), { walletNonce }), 'request/wallet-nonce');
  assert.equal(await outcomeOf(request({ walletNonce: 'lain' }), { walletNonce }), 'request/wallet-nonce');
  assert.equal(await outcomeOf(request({ walletNonce })), 'ok');
});

test('a browser request is for the page that asks, and is answered to it', async () => {
  const origin = `https://${HOST}`;
  const jws = await request({ responseMode: 'dc_api.jwt', encryptTo, expectedOrigins: [origin] });
  const from = (page: string) => verifyRequestObject(jws, { kind: 'browser', origin: page }, trust);
  const outcome = await from(origin);
  assert.ok(outcome.ok);
  assert.equal(outcome.value.audience, `origin:${origin}`);
  assert.equal(outcome.value.responseUri, undefined);
  const elsewhere = await from('https://lain.example');
  assert.equal(elsewhere.ok || elsewhere.refusal.code, 'request/origin');
  const posted = await verifyRequestObject(await request(), { kind: 'browser', origin }, trust);
  assert.equal(posted.ok || posted.refusal.code, 'request/origin');
});

test('no altered character of a request passes', async () => {
  const jws = await request();
  for (let at = 0; at < jws.length; at += 13) {
    const altered = jws.slice(0, at) + (jws[at] === 'A' ? 'B' : 'A') + jws.slice(at + 1);
    assert.notEqual(await outcomeOf(altered), 'ok', `character ${at}`);
  }
});
