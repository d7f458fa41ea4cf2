import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { createIssuer, toX5c } from '@jatidiri/core/chain/createCertificate.ts';
import { decodeTaggedCbor } from '@jatidiri/core/cose/cbor.ts';
import { encodeCbor } from '@jatidiri/core/cose/encodeCbor.ts';
import { encodeJson, type JsonObject } from '@jatidiri/core/jose/encodedJson.ts';
import { signJws } from '@jatidiri/core/jose/jws.ts';
import { toBase64url } from '@jatidiri/core/kit/bytes.ts';
import { createDeviceResponse } from '@jatidiri/core/mdoc/createDeviceResponse.ts';
import { openId4VpTranscript } from '@jatidiri/core/mdoc/sessionTranscript.ts';
import type { VerifiedRequest } from '@jatidiri/core/openid4vp/model.ts';
import { createResponse } from '@jatidiri/core/openid4vp/response.ts';
import { digestOf, encodePropertyDisclosure } from '@jatidiri/core/sdjwt/disclosure.ts';
import { bindToHolder, type KeyBindingContext } from '@jatidiri/core/sdjwt/present.ts';
import {
  crypto,
  newKeys,
  newSerial,
  newSigner,
  VALID_FROM,
  VALID_TO,
} from '../../../core/test/chain/issuerFixture.ts';
import { suite } from '../issuance/activeHandset.ts';
import { createTestWorld, type TestWorld } from '../testWorld.ts';
import { DOCTYPE, foreignIssuer, VCT } from './foreignIssuer.ts';
import { presentSdJwt, testWallet, webCrypto } from './testWallet.ts';

const START = new Date('2026-11-22T04:00:00Z');
const dcql = {
  credentials: [
    { id: 'card', format: 'dc+sd-jwt', meta: { vct_values: [VCT] }, claims: [{ path: ['name'] }] },
    {
      id: 'mdoc',
      format: 'mso_mdoc',
      meta: { doctype_value: DOCTYPE },
      claims: [{ path: [DOCTYPE, 'name'] }],
    },
  ],
  credential_sets: [{ options: [['card'], ['mdoc']] }],
};

describe('whatever must be refused is refused over HTTP, with a 400 and never a 500', () => {
  let world: TestWorld;
  let foreign: Awaited<ReturnType<typeof foreignIssuer>>;
  before(async () => {
    foreign = await foreignIssuer(START);
    const config = { trustedIssuers: [foreign.pem], statusHosts: [foreign.host] };
    world = await createTestWorld({ startAt: START, config });
  });
  after(async () => {
    await foreign.close();
    await world.close();
    assert.deepEqual(world.faults, []);
  });

  const wallet = () => testWallet(world);
  async function ask(responseMode = 'direct_post.jwt') {
    const payload = { dcql, responseMode };
    const asked = await world.app.inject({ method: 'POST', url: '/control/request', payload });
    assert.equal(asked.statusCode, 200, asked.body);
    const { request: link, session } = asked.json();
    return { session, request: await wallet().open(link) };
  }
  const stateOf = async (session: string) => (await world.app.inject(`/control/request/${session}`)).json();

  const bound = (
    request: VerifiedRequest,
    sdJwt: string,
    changes: Partial<KeyBindingContext> = {},
    by = foreign.holder,
  ) =>
    presentSdJwt(request, { sdJwt, sign: by.sign, shown: ['name', 'secret'], now: world.clock.now }, changes);

  /** With every disclosure, whatever it is. */
  const whole = ({ audience, nonce }: VerifiedRequest, sdJwt: string) =>
    bindToHolder(foreign.holder.sign, suite, sdJwt, { audience, nonce, now: world.clock.now });

  /** Sends one presentation, and says how it ended: for the wallet and for whoever asked. */
  async function sent(make: (request: VerifiedRequest) => Promise<string>, id = 'card'): Promise<string> {
    const { request, session } = await ask();
    const answer = await wallet().answer(request, { [id]: [await make(request)] });
    const { state, error, claims } = await stateOf(session);
    if (answer.status === 200) {
      assert.equal(state, 'verified');
      return JSON.stringify(claims);
    }
    assert.deepEqual([answer.status, answer.body.error, state], [400, 'invalid_request', 'refused']);
    assert.equal(answer.body.error_description.replace(` (${id})`, ''), error);
    assert.equal(claims, undefined);
    return error;
  }
  const expectSent = async (make: Parameters<typeof sent>[0], expected: string, id?: string) =>
    assert.equal(await sent(make, id), expected);

  test('a foreign credential that is in order is accepted', async () => {
    await expectSent(
      async (request) => bound(request, await foreign.sdJwt()),
      '{"card":[{"name":"Warga Contoh"}]}',
    );
  });

  test('an mdoc that is in order is accepted', async () => {
    await expectSent(presentMdoc(), `{"mdoc":[{"${DOCTYPE}":{"name":"Warga Contoh"}}]}`, 'mdoc');
  });

  test('disclosures: unreferenced, repeated, their digests twice, misplaced', async () => {
    const extra = encodePropertyDisclosure('c2FsdHNhbHRzYWx0c2FsdA', 'secret', 1);
    await expectSent(
      async (r) => bound(r, `${await foreign.sdJwt()}${extra}~`),
      'sdjwt/disclosure-unreferenced',
    );
    await expectSent(async (r) => bound(r, await raw({ digests: 1, sent: 2 })), 'sdjwt/disclosure-repeated');
    await expectSent(async (r) => bound(r, await raw({ digests: 2, sent: 1 })), 'sdjwt/digest-repeated');
    await expectSent(async (r) => whole(r, `${await foreign.sdJwt()}bm9uZQ~`), 'sdjwt/disclosure-malformed');
  });

  /** An SD-JWT that the issuer signed wrongly: its one digest so often, its disclosure sent so often. */
  async function raw({ digests, sent }: { digests: number; sent: number }): Promise<string> {
    const disclosure = encodePropertyDisclosure('c2FsdHNhbHRzYWx0c2FsdA', 'name', 'Warga Contoh');
    const digest = await digestOf(suite, disclosure);
    const payload = {
      ...foreign.open(),
      _sd: Array.from({ length: digests }, () => digest),
      _sd_alg: 'sha-256',
    };
    const jwt = await signJws(foreign.issuer.sign, foreign.header, payload);
    return `${[jwt, ...Array.from({ length: sent }, () => disclosure)].join('~')}~`;
  }

  test('the holder’s proof: missing, by another key, for another request, too old, too new, over other disclosures', async () => {
    const sdJwt = await foreign.sdJwt();
    const stranger = await newSigner();
    const at = (seconds: number) => ({ now: new Date(world.clock.now.getTime() + seconds * 1000) });
    await expectSent(async () => sdJwt, 'sdjwt/key-binding-missing');
    await expectSent((r) => bound(r, sdJwt, {}, stranger), 'sdjwt/key-binding-signature');
    await expectSent((r) => bound(r, sdJwt, { nonce: 'lain' }), 'sdjwt/key-binding-nonce');
    await expectSent((r) => bound(r, sdJwt, { audience: 'x509_hash:lain' }), 'sdjwt/key-binding-audience');
    await expectSent((r) => bound(r, sdJwt, at(-301)), 'sdjwt/key-binding-time');
    await expectSent((r) => bound(r, sdJwt, at(301)), 'sdjwt/key-binding-time');
    await expectSent(async (r) => {
      const [jwt, , ...rest] = (await bound(r, sdJwt)).split('~');
      return [jwt, ...rest].join('~');
    }, 'sdjwt/key-binding-digest');
    await expectSent(
      (r) => bound(r, sdJwt, { transaction: { transaction_data_hashes: ['AAAA'] } }),
      'transaction/not-authorised',
    );
  });

  test('algorithms: none, HMAC with the public key, another name', async () => {
    for (const alg of ['none', 'HS256', 'ES384', 'es256']) {
      await expectSent(async (r) => {
        const [jwt = '', ...rest] = (await bound(r, await foreign.sdJwt())).split('~');
        const [, payload, signature] = jwt.split('.');
        return [`${encodeJson({ ...foreign.header, alg })}.${payload}.${signature}`, ...rest].join('~');
      }, 'sdjwt/malformed');
    }
  });

  test('issuers: of nobody, a leaf that acts as an authority, a chain that is none', async () => {
    const stranger = await foreignIssuer(START);
    await stranger.close();
    await expectSent(
      async (r) => bound(r, await stranger.sdJwt({ cnf: { jwk: foreign.holder.publicJwk } })),
      'chain/signature',
    );
    const keys = await newKeys();
    const below = await createIssuer(
      {
        subject: 'CN=Palsu',
        serial: newSerial(),
        publicKey: keys.publicKey,
        uri: 'https://palsu.example',
        notBefore: VALID_FROM,
        notAfter: VALID_TO,
      },
      { der: foreign.issuer.der, privateKey: foreign.issuer.keys.privateKey },
      crypto,
    );
    const x5c = [toX5c(below), ...foreign.issuer.x5c];
    await expectSent(
      async (r) => bound(r, await foreign.sdJwt({}, { ...foreign.header, x5c })),
      'chain/not-an-authority',
    );
    await expectSent(
      async (r) => bound(r, await foreign.sdJwt({}, { ...foreign.header, x5c: [] })),
      'chain/malformed',
    );
  });

  test('credentials: expired, of another type, of another issuer’s name, without the claim', async () => {
    const with_ = (changes: JsonObject) => async (r: VerifiedRequest) =>
      bound(r, await foreign.sdJwt(changes));
    await expectSent(with_({ exp: 1_700_000_000 }), 'sdjwt/expired');
    await expectSent(with_({ vct: 'lain' }), 'sdjwt/credential-type');
    await expectSent(with_({ iss: 'https://lain.example' }), 'sdjwt/issuer-mismatch');
    await expectSent(
      async (r) =>
        presentSdJwt(r, { sdJwt: await foreign.sdJwt(), sign: foreign.holder.sign, shown: [], now: START }),
      'dcql/mismatch',
    );
  });

  test('status lists: revoked, suspended, another subject, another type, a bomb, moved, flooding, missing, elsewhere', async () => {
    const { lists, uriOf, statusToken } = foreign;
    lists.set('/status/1', await statusToken(uriOf('1')));
    lists.set('/status/other', await statusToken(uriOf('1')));
    lists.set('/status/bomb', await statusToken(uriOf('bomb'), 32 * 1024 * 1024));
    lists.set(
      '/status/typ',
      await signJws(foreign.issuer.sign, { typ: 'JWT', x5c: foreign.issuer.x5c }, { sub: uriOf('typ') }),
    );
    const stranger = await newSigner();
    lists.set('/status/forged', await statusToken(uriOf('forged'), 16, stranger.sign));
    const at =
      (name: string, idx = 0) =>
      async (r: VerifiedRequest) =>
        bound(r, await foreign.sdJwt(foreign.statusOf(name, idx)));

    await expectSent(at('1'), '{"card":[{"name":"Warga Contoh"}]}');
    await expectSent(at('1', 1), 'sdjwt/revoked');
    await expectSent(at('1', 2), 'sdjwt/suspended');
    await expectSent(at('1', 1_000_000), 'sdjwt/status-unknown');
    for (const name of ['other', 'typ', 'bomb', 'forged', 'moved', 'flood', 'missing'])
      await expectSent(at(name), 'sdjwt/status-unknown');
    const elsewhere = (uri: string) => async (r: VerifiedRequest) =>
      bound(r, await foreign.sdJwt({ status: { status_list: { uri, idx: 0 } } }));
    for (const uri of [
      'http://127.0.0.1:1/status/1',
      'http://169.254.169.254/latest',
      'https://localhost/x',
      'file:///etc/passwd',
      'x',
    ])
      await expectSent(elsewhere(uri), 'sdjwt/status-unknown');
  });

  const presentMdoc =
    (alter: (response: Map<string, unknown>) => void = () => {}, changes: object = {}) =>
    async (request: VerifiedRequest): Promise<string> => {
      const { clientId, nonce, responseUri, encryption } = request;
      const transcript = await openId4VpTranscript(suite, {
        clientId,
        nonce,
        responseUri: responseUri!,
        encryptionKey: encryption?.recipient.jwk,
        ...changes,
      });
      const shown = { [DOCTYPE]: ['name', 'member'] };
      const mdoc = { issuerSigned: await foreign.mdoc(), shown, sign: foreign.holder.sign };
      const response = decodeTaggedCbor(await createDeviceResponse([mdoc], transcript)) as Map<
        string,
        unknown
      >;
      alter(response);
      return toBase64url(encodeCbor(response));
    };
  const issuerSigned = (response: Map<string, unknown>) =>
    (
      (response.get('documents') as Map<string, unknown>[])[0]!.get('issuerSigned') as Map<
        string,
        Map<string, unknown[]>
      >
    ).get('nameSpaces')!;

  test('mdocs: another session, an unencrypted one, namespaces moved, elements moved or repeated, not base64url', async () => {
    await expectSent(presentMdoc(undefined, { nonce: 'lain' }), 'mdoc/device-signature', 'mdoc');
    await expectSent(
      presentMdoc(undefined, { responseUri: 'https://lain.example' }),
      'mdoc/device-signature',
      'mdoc',
    );
    await expectSent(presentMdoc(undefined, { encryptionKey: undefined }), 'mdoc/device-signature', 'mdoc');
    await expectSent(
      presentMdoc((response) => {
        const spaces = issuerSigned(response);
        spaces.set('lain', spaces.get(DOCTYPE)!);
        spaces.delete(DOCTYPE);
      }),
      'mdoc/namespace-unknown',
      'mdoc',
    );
    await expectSent(
      presentMdoc((response) => {
        const items = issuerSigned(response).get(DOCTYPE)!;
        items.push(items[0]);
      }),
      'mdoc/digest-repeated',
      'mdoc',
    );
    await expectSent(async () => 'a+b', 'mdoc/malformed', 'mdoc');
    await expectSent(async (r) => bound(r, await foreign.sdJwt()), 'mdoc/malformed', 'mdoc');
  });

  test('sessions: mixed up, replayed, late, unknown; whoever sends rubbish changes nothing', async () => {
    const [one, two] = [await ask(), await ask()];
    const sdJwt = await foreign.sdJwt();
    const first = await bound(one.request, sdJwt);
    // The answer to one request, posted to the other: neither its state nor its key fit.
    const mixed = await createResponse(webCrypto, one.request, new Map([['card', [first]]]));
    const rubbish: JsonObject[] = [
      mixed,
      {},
      { response: 'a.b.c.d.e' },
      { response: 'x' },
      { vp_token: JSON.stringify({ card: [first] }), state: two.request.state! },
      { error: 'access_denied', state: 'lain' },
    ];
    for (const parameters of rubbish) {
      const answer = await wallet().post(two.request.responseUri!, parameters);
      assert.deepEqual(
        [answer.status, answer.body.error],
        [400, 'invalid_request'],
        JSON.stringify(answer.body),
      );
      assert.equal((await stateOf(two.session)).state, 'fetched');
    }
    // Bound to the first request, encrypted and sent for the second.
    const relayed = await wallet().answer(two.request, { card: [first] });
    assert.equal(relayed.body.error_description, 'sdjwt/key-binding-nonce (card)');

    const good = await createResponse(webCrypto, one.request, new Map([['card', [first]]]));
    assert.equal((await wallet().post(one.request.responseUri!, good)).status, 200);
    const replay = await wallet().post(one.request.responseUri!, good);
    assert.deepEqual([replay.status, replay.body.error_description], [400, 'answer/not-awaited']);
    assert.equal(
      (await wallet().post('http://localhost/verification/responses/AAAAAAAAAAAAAAAAAAAAAA', good)).status,
      404,
    );
    assert.equal((await wallet().post('http://localhost/verification/responses/x', good)).status, 404);
    const late = await ask();
    world.later(10 * 60_000);
    const answer = await wallet().answer(late.request, { card: [await bound(late.request, sdJwt)] });
    assert.equal(answer.body.error_description, 'answer/not-awaited');
  });

  test('two answers at the same moment: one counts', async () => {
    const { request, session } = await ask();
    const response = await createResponse(
      webCrypto,
      request,
      new Map([['card', [await bound(request, await foreign.sdJwt())]]]),
    );
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => wallet().post(request.responseUri!, response)),
    );
    assert.equal(answers.filter(({ status }) => status === 200).length, 1);
    assert.equal(answers.filter(({ status }) => status === 400).length, 7);
    assert.equal((await stateOf(session)).state, 'verified');
  });

  test('parameters that cannot be read', async () => {
    const { request } = await ask('direct_post');
    const url = new URL(request.responseUri!).pathname;
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const bodies: [string, Record<string, string>, number][] = [
      [`vp_token=%7B&state=${request.state}`, form, 400],
      ['state=a&state=b', form, 400],
      ['vp_token=%FF', form, 400],
      ['x'.repeat(1024 * 1024 + 1), form, 413],
      ['{}', { 'content-type': 'application/json' }, 400],
      ['<x/>', { 'content-type': 'text/xml' }, 415],
    ];
    for (const [payload, headers, status] of bodies) {
      const answer = await world.app.inject({ method: 'POST', url, headers, payload });
      assert.equal(answer.statusCode, status, payload.slice(0, 40));
    }
    const fetchUrl = url.replace('responses', 'requests');
    for (const payload of [
      'wallet_nonce=a%20b',
      'wallet_metadata=%7B',
      `wallet_nonce=${'a'.repeat(513)}`,
      'wallet_nonce=a&wallet_nonce=b',
    ]) {
      const answer = await world.app.inject({ method: 'POST', url: fetchUrl, headers: form, payload });
      assert.equal(answer.statusCode, 400, payload.slice(0, 40));
    }
  });
});

test('outside a demonstration there are no doors, and no counter page unless somebody wants one', async () => {
  const world = await createTestWorld({ config: { demo: false, counterPage: false } });
  try {
    const post = async (url: string, payload: object) =>
      (await world.app.inject({ method: 'POST', url, payload })).statusCode;
    assert.equal(await post('/control/request', { dcql }), 404);
    assert.equal((await world.app.inject('/control/request/AAAAAAAAAAAAAAAAAAAAAA')).statusCode, 404);
    assert.equal(await post('/api/verification/counter', { question: 'over-17' }), 404);
  } finally {
    await world.close();
  }
});
