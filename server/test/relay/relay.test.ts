import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { after, before, describe, test } from 'node:test';
import { callOutside, isInside } from '../../src/platform/http/callOutside.ts';
import { carry } from '../../src/relay/carry.ts';
import { activeHandset } from '../issuance/activeHandset.ts';
import { createHandset, type TestHandset } from '../testHandset.ts';
import { createTestWorld, type TestWorld } from '../testWorld.ts';

describe('the relay carries the two messages of OpenID4VP for a wallet', () => {
  let world: TestWorld;
  let handset: TestHandset;
  let verifier: Server;
  let origin: string;
  const seen: string[] = [];

  before(async () => {
    world = await createTestWorld();
    handset = await activeHandset(world);
    verifier = createServer(async (request, response) => {
      seen.push(`${request.method} ${request.headers.accept} ${await text(request)}`);
      const answers: Record<string, [number, Record<string, string>, string]> = {
        '/request': [200, { 'content-type': 'application/oauth-authz-req+jwt' }, 'a.b.c'],
        '/response': [200, { 'content-type': 'application/json; charset=utf-8' }, '{"redirect_uri":"x"}'],
        '/page': [200, { 'content-type': 'text/html' }, '<h1>Intranet</h1>'],
        '/redirect': [302, { location: '/page', 'content-type': 'text/html' }, 'moved'],
        '/huge': [200, { 'content-type': 'application/json' }, ' '.repeat(300 * 1024)],
      };
      const [status, headers, body] = answers[request.url!]!;
      response.writeHead(status, headers).end(body);
    });
    await new Promise<void>((listening) => verifier.listen(0, '127.0.0.1', listening));
    origin = `http://127.0.0.1:${(verifier.address() as AddressInfo).port}`;
  });
  after(async () => {
    verifier.close();
    await world.close();
    assert.deepEqual(world.faults, []);
  });

  const relay = (body: object) => handset.call('POST', '/api/relay', body);

  test('a request object by GET and POST, and an answer', async () => {
    const fetched = await relay({ operation: 'fetchRequest', url: `${origin}/request` });
    assert.deepEqual(fetched.body, { status: 200, body: 'a.b.c' });
    await relay({ operation: 'fetchRequest', url: `${origin}/request`, form: 'wallet_nonce=1' });
    const sent = await relay({ operation: 'sendAnswer', url: `${origin}/response`, form: 'response=x' });
    assert.deepEqual(sent.body, { status: 200, body: '{"redirect_uri":"x"}' });
    assert.deepEqual(seen, [
      'GET application/oauth-authz-req+jwt ',
      'POST application/oauth-authz-req+jwt wallet_nonce=1',
      'POST application/json response=x',
    ]);
  });

  test('nothing else: no page, no redirect, nothing without bounds', async () => {
    const page = await relay({ operation: 'fetchRequest', url: `${origin}/page` });
    assert.deepEqual(page.body, { status: 200, body: '' });
    const redirect = await relay({ operation: 'fetchRequest', url: `${origin}/redirect` });
    assert.deepEqual(redirect.body, { status: 302, body: '' });
    const huge = await relay({ operation: 'sendAnswer', url: `${origin}/huge`, form: '' });
    assert.equal(huge.body.code, 'relay/unreachable');
  });

  test('only for a handset that holds an identity', async () => {
    const body = { operation: 'fetchRequest', url: `${origin}/request` };
    const nobody = await world.app.inject({ method: 'POST', url: '/api/relay', payload: body });
    assert.equal(nobody.statusCode, 401);
    const empty = await (await createHandset(world)).call('POST', '/api/relay', body);
    assert.equal(empty.body.code, 'relay/no-identity');
  });

  test('not to addresses that are not safe', async () => {
    for (const url of [
      'http://verifier.example/',
      'ftp://verifier.example/',
      'https://user@verifier.example/',
    ]) {
      const answer = await relay({ operation: 'fetchRequest', url });
      assert.equal(answer.body.code, 'relay/address', url);
    }
  });

  test('in earnest never into the network around the server, whatever a name points to', async () => {
    const inEarnest = { demo: false, isCardIssuer: async () => true };
    const plain = await carry(inEarnest, { operation: 'fetchRequest', url: `${origin}/request` });
    assert.deepEqual(plain, { ok: false, refusal: { code: 'relay/address' } });
    const { port } = new URL(origin);
    for (const host of ['127.0.0.1', '[::1]', '[::ffff:127.0.0.1]', 'localhost', '169.254.169.254']) {
      const call = { method: 'GET', headers: {}, maxBytes: 1000, timeoutMs: 2000 } as const;
      const answer = await callOutside({ ...call, url: new URL(`http://${host}:${port}/request`) });
      assert.deepEqual(answer, { ok: false, refusal: { code: 'outside/inner-address' } }, host);
    }
  });

  test('not without end', async () => {
    let answer = await relay({ operation: 'fetchRequest', url: 'ftp://x.example/' });
    for (let calls = 0; calls < 60 && answer.status !== 429; calls++) {
      answer = await relay({ operation: 'fetchRequest', url: 'ftp://x.example/' });
    }
    assert.equal(answer.body.code, 'relay/too-many');
    world.later(16 * 60_000);
    const later = await relay({ operation: 'fetchRequest', url: 'ftp://x.example/' });
    assert.equal(later.body.code, 'relay/address');
  });
});

test('what lies inside is told by address', () => {
  const inside = [
    '10.1.2.3',
    '127.0.0.1',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '::1',
    '::',
    'fd00::1',
    'fe80::1',
    '::ffff:10.0.0.1',
    '64:ff9b::a00:1',
  ];
  for (const address of inside) assert.equal(isInside(address), true, address);
  for (const address of ['8.8.8.8', '172.32.0.1', '2001:4860:4860::8888', '::ffff:8.8.8.8'])
    assert.equal(isInside(address), false, address);
});
