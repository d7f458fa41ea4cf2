import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { newAuthority } from './authority.ts';
import { VCT } from './foreignCards.ts';
import { type ForeignIssuer, startForeignIssuer, TX_CODE } from './foreignIssuer.ts';
import { type ForeignVerifier, startForeignVerifier } from './foreignVerifier.ts';

const WALLET = fileURLToPath(new URL('../wallet.ts', import.meta.url));
const QUERY = {
  credentials: [
    { id: 'card', format: 'dc+sd-jwt', meta: { vct_values: [VCT] }, claims: [{ path: ['member'] }] },
  ],
};

let folder: string;
let ca: string;
let issuer: ForeignIssuer;
let verifier: ForeignVerifier;

before(async () => {
  const [authority, stranger] = [await newAuthority('Trusted'), await newAuthority('Unknown')];
  folder = await mkdtemp(join(tmpdir(), 'jatidiri-wallet-'));
  ca = join(folder, 'ca.pem');
  await writeFile(ca, authority.rootPem);
  issuer = await startForeignIssuer(authority, stranger);
  verifier = await startForeignVerifier(authority, stranger);
});
after(async () => {
  await Promise.all([issuer.close(), verifier.close()]);
  await rm(folder, { recursive: true });
});

const start = (...args: string[]): ChildProcess =>
  spawn(process.execPath, [WALLET, '--trust', ca, ca, ...args]);

async function run(...args: string[]): Promise<{ code: number; lines: Record<string, unknown>[] }> {
  const child = start(...args);
  const [output, [code]] = await Promise.all([text(child.stdout!), once(child, 'exit')]);
  const lines = output.split('\n').filter(Boolean);
  return { code, lines: lines.map((line) => JSON.parse(line)) };
}

test('says one line a step, and ends with 0 only when all of them succeeded', async () => {
  const offer = issuer.offer({ txCode: {} });
  const request = await verifier.ask(QUERY);
  const good = await run('--offer', offer, '--tx-code', TX_CODE, '--request', request);
  assert.deepEqual(
    good.lines.map(({ step, ok }) => ({ step, ok })),
    [
      { step: 'receive', ok: true },
      { step: 'present', ok: true },
    ],
  );
  assert.deepEqual(good.lines[1]!.shown, { card: [[['member']]] });
  assert.equal(good.code, 0);

  const bad = await run('--offer', offer, '--tx-code', '0000', '--request', request);
  assert.deepEqual(bad.lines[0], {
    step: 'receive',
    ok: false,
    error: 'receive/access-refused',
    detail: 'invalid_grant',
  });
  assert.equal(bad.lines[1]!.error, 'present/nothing-fits');
  assert.equal(bad.code, 1);
});

test('cannot be started without anything to do, or with a code that belongs to no offer', async () => {
  for (const args of [[], ['--tx-code', '1'], ['--offr', 'x'], ['--serve', 'soon']]) {
    assert.deepEqual(await run(...args), { code: 2, lines: [] });
  }
});

test('serves a test suite over HTTP', async () => {
  const child = start('--serve', '0');
  try {
    const [first] = (await once(createInterface(child.stdout!), 'line')) as [string];
    const { port } = JSON.parse(first) as { port: number };
    const post = (path: string, body: object) =>
      fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', body: JSON.stringify(body) });

    const received = await post('/receive', { offer: issuer.offer({ txCode: {} }), txCode: TX_CODE });
    assert.equal(((await received.json()) as { ok: boolean }).ok, true);
    const presented = await post('/present', { request: await verifier.ask(QUERY) });
    assert.equal(((await presented.json()) as { ok: boolean }).ok, true);
    const refused = await post('/present', { request: 'openid4vp://?client_id=x' });
    assert.equal(((await refused.json()) as { error: string }).error, 'present/unsigned');
    assert.equal((await post('/present', {})).status, 400);

    const held = await fetch(`http://127.0.0.1:${port}/credentials`);
    const [card] = (await held.json()) as { type: string; copies: number; unused: number }[];
    assert.deepEqual({ ...card, type: card!.type, copies: card!.copies, unused: card!.unused }, card);
    assert.equal(card!.unused, card!.copies - 1);
  } finally {
    child.kill();
  }
});
