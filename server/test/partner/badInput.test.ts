import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { chainVerifier } from '@jatidiri/core/chain/verifyChain.ts';
import { certificateRequest } from '../../../core/test/chain/requestFixture.ts';
import { fetchPublicJson } from '../../src/platform/http/fetchPublicJson.ts';
import { createTestWorld, type TestWorld } from '../testWorld.ts';
import { type TestRepresentative, testRepresentative } from './testRepresentative.ts';

const jwk = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' });

/** A partner's web server, which answers as each test wants. */
async function keyServer() {
  const answers: Record<string, [number, string]> = {
    '/good': [200, JSON.stringify({ keys: [jwk] })],
    '/private': [200, JSON.stringify({ keys: [{ ...jwk, d: 'x' }] })],
    '/html': [200, '<html>'],
    '/missing': [404, '{}'],
    '/large': [200, JSON.stringify({ keys: [jwk], pad: 'x'.repeat(70_000) })],
    '/moved': [302, ''],
  };
  const server: Server = createServer((request, response) => {
    const [status, body] = answers[request.url ?? ''] ?? [404, ''];
    response.writeHead(status, status === 302 ? { location: '/good' } : {}).end(body);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as { port: number };
  return { at: (path: string) => `http://localhost:${port}${path}`, close: () => server.close() };
}

describe('bad input to the portal', () => {
  let world: TestWorld;
  let sari: TestRepresentative;
  let partnerServer: Awaited<ReturnType<typeof keyServer>>;
  before(async () => {
    partnerServer = await keyServer();
    world = await createTestWorld();
    sari = testRepresentative(world);
    await sari.enrol('DEMO-CLINIC');
  });
  after(async () => {
    partnerServer.close();
    assert.deepEqual(world.faults, []);
    await world.close();
  });

  const register = (changed: object) =>
    sari.call('POST', '/api/partner/clients', {
      environment: 'sandbox',
      name: 'Uji',
      keys: { kind: 'jwks', jwks: { keys: [jwk] } },
      redirectUris: [],
      scopes: ['match'],
      ...changed,
    });
  const withUri = async (uri: string) => (await register({ keys: { kind: 'uri', uri } })).body.code;

  it('about the address of keys', async () => {
    assert.equal((await register({ keys: { kind: 'uri', uri: partnerServer.at('/good') } })).status, 201);
    assert.equal(await withUri(partnerServer.at('/private')), 'partner/key-private');
    for (const path of ['/html', '/missing', '/large', '/moved'])
      assert.equal(await withUri(partnerServer.at(path)), 'partner/keys-unreachable', path);
    assert.equal(await withUri('http://localhost:1/'), 'partner/keys-unreachable');
    for (const uri of [
      'http://example.com/jwks',
      'ftp://example.com',
      'file:///etc/passwd',
      'not an address',
    ])
      assert.equal(await withUri(uri), 'partner/keys-address', uri);
  });

  it('about redirect addresses', async () => {
    for (const uri of [
      'http://clinic.example/cb',
      'https://clinic.example/cb#x',
      'javascript:alert(1)',
      'clinic',
      'https://u@clinic.example/',
    ])
      assert.equal((await register({ redirectUris: [uri] })).body.code, 'partner/redirect-malformed', uri);
    assert.equal((await register({ redirectUris: ['https://clinic.example/cb'] })).status, 201);
  });

  it('about certificate requests: only one that its own P-256 key signed', async () => {
    const send = (csr: string) => sari.call('POST', '/api/partner/access-certificates', { csr });
    const good = await certificateRequest('P-256');
    const bent = Uint8Array.from(good, (byte, index) => (index === good.length - 1 ? byte ^ 1 : byte));
    const pem = (der: Uint8Array) =>
      `-----BEGIN CERTIFICATE REQUEST-----\n${Buffer.from(der).toString('base64')}\n-----END CERTIFICATE REQUEST-----`;
    for (const csr of ['x', pem(bent), pem(await certificateRequest('P-384'))])
      assert.equal((await send(csr)).body.code, 'partner/csr-malformed');
    assert.deepEqual(await send(pem(good)), { status: 204, body: undefined });

    const [certificate] = (await sari.overview()).certificates;
    const { roots } = (await world.app.inject({ method: 'GET', url: '/api/partner/trust' })).json();
    const der = (text: string) => Buffer.from(text.replaceAll(/-----[^-]+-----|\s/g, ''), 'base64');
    const verified = await chainVerifier(roots.map(der), crypto)(
      [der(certificate.pem).toString('base64')],
      world.clock.now,
    );
    assert.ok(verified.ok);
    // The name that was approved, not the one that was asked for.
    assert.equal(verified.value.subject, 'CN=Klinik Contoh Sehat, O=Klinik Contoh Sehat, C=ID');
    assert.deepEqual(verified.value.dnsNames, ['clinic.localhost']);

    assert.equal((await send(pem(await certificateRequest('P-256')))).status, 204);
    const { revoked } = (await world.app.inject({ method: 'GET', url: '/api/partner/trust' })).json();
    assert.deepEqual(revoked, [Buffer.from(certificate.sha256, 'hex').toString('base64url')]);
  });

  it('names paths and never values', async () => {
    const secret = 'sari@rahasia.example';
    const answer = await sari.call('POST', '/api/partner/applications', { name: secret, taxNumber: 5 });
    assert.equal(answer.status, 422);
    assert.ok(!JSON.stringify(answer.body).includes(secret));
    const large = await sari.send('POST', '/api/partner/documents/akta.pdf', Buffer.alloc(6_000_000), {
      'content-type': 'application/pdf',
    });
    assert.equal(large.json().code, 'platform/body-too-large');
  });

  it('lets nobody register without end from one address, until an hour has passed', async () => {
    const stranger = testRepresentative(world);
    const person = { name: 'Sari Contoh', email: 'sari@rs-mulia.example.id' };
    const begin = async () => (await stranger.call('POST', '/api/partner/enrolments/options', person)).status;
    const answers = [];
    for (let i = 0; i < 70; i++) answers.push(await begin());
    assert.equal(answers[0], 200);
    assert.equal(answers.at(-1), 429);
    world.later(3_600_001);
    assert.equal(await begin(), 200);
  });
});

describe('fetching from an address that somebody named', () => {
  for (const address of [
    'https://localhost/jwks',
    'https://127.0.0.1/jwks',
    'https://10.0.0.1/',
    'https://169.254.169.254/latest/meta-data',
    'https://192.168.1.1/',
    'https://[::1]/',
    'https://[fd00::1]/',
    'https://[::ffff:10.0.0.1]/',
    'https://[::10.0.0.1]/',
    'https://[64:ff9b:1::a00:1]/',
    'https://[2002:a00:1::]/',
    'https://[fec0::1]/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://user:password@example.com/',
    'http://example.com/',
  ]) {
    it(`refuses ${address}`, async () => {
      const fetched = await fetchPublicJson(address, { loopback: false });
      assert.deepEqual(fetched, { ok: false, refusal: { code: 'fetch/address' } });
    });
  }
});
