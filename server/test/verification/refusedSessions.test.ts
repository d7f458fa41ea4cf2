import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { JsonObject } from '@jatidiri/core/jose/encodedJson.ts';
import { createResponse } from '@jatidiri/core/openid4vp/response.ts';
import { createTestWorld } from '../testWorld.ts';
import { dcql, openForeignCards } from './foreignCards.ts';
import { webCrypto } from './testWallet.ts';

// Whatever must be refused is refused over HTTP, with a 400 and never a 500.

const cards = await openForeignCards();
const { foreign, world, wallet, ask, stateOf, bound } = cards;
after(cards.close);

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
    const answer = await wallet.post(two.request.responseUri!, parameters);
    assert.deepEqual(
      [answer.status, answer.body.error],
      [400, 'invalid_request'],
      JSON.stringify(answer.body),
    );
    assert.equal((await stateOf(two.session)).state, 'fetched');
  }
  // Bound to the first request, encrypted and sent for the second.
  const relayed = await wallet.answer(two.request, { card: [first] });
  assert.equal(relayed.body.error_description, 'sdjwt/key-binding-nonce (card)');

  const good = await createResponse(webCrypto, one.request, new Map([['card', [first]]]));
  assert.equal((await wallet.post(one.request.responseUri!, good)).status, 200);
  const replay = await wallet.post(one.request.responseUri!, good);
  assert.deepEqual([replay.status, replay.body.error_description], [400, 'answer/not-awaited']);
  assert.equal(
    (await wallet.post('http://localhost/verification/responses/AAAAAAAAAAAAAAAAAAAAAA', good)).status,
    404,
  );
  assert.equal((await wallet.post('http://localhost/verification/responses/x', good)).status, 404);
  const late = await ask();
  world.later(10 * 60_000);
  const answer = await wallet.answer(late.request, { card: [await bound(late.request, sdJwt)] });
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
    Array.from({ length: 8 }, () => wallet.post(request.responseUri!, response)),
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
