import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { tokenIn } from '../mailTrap.ts';
import { createOfficer } from '../testOfficer.ts';
import { createTestWorld, type TestWorld } from '../testWorld.ts';
import { lackingIn } from './shape.ts';
import { KEPT_HEADERS, type Step, type Transcript } from './transcript.ts';

// A wallet that was never renewed keeps working for two years: what each version sent is sent to today's server, byte
// for byte, with the clock set to the time that its handset signed. The answers still hold what that version reads.

const FILES = globSync('transcripts/*.json', { cwd: import.meta.dirname });
const parse = (file: string): Transcript => JSON.parse(readFileSync(join(import.meta.dirname, file), 'utf8'));

describe('old wallets', () => {
  assert.ok(FILES.length > 0);
  for (const file of FILES) {
    const { wallet, steps } = parse(file);
    test(`version ${wallet} of the wallet, from the form to the release`, async () => {
      const world = await createTestWorld({ startAt: new Date(Date.parse(steps[0]!.at) - 60_000) });
      try {
        for (const step of steps) {
          world.clock.now = new Date(step.at);
          await replay(world, step);
        }
        assert.deepEqual(world.faults, []);
      } finally {
        await world.close();
      }
    });
  }
});

test('an answer that lacks a member, or has another kind or state, is noticed; more members are not', () => {
  const shape = { state: '= active', office: 'string', entries: [{ at: 'string' }] };
  const answer = { state: 'active', office: 'Samarinda', entries: [{ at: 'now', more: 1 }], more: true };
  assert.deepEqual(lackingIn(answer, shape), []);
  assert.deepEqual(lackingIn({ ...answer, state: 'ended' }, shape), ['answer.state: = active expected']);
  assert.deepEqual(lackingIn({ ...answer, office: null }, shape), ['answer.office: string expected']);
  assert.deepEqual(lackingIn({ ...answer, entries: [{}] }, shape), ['answer.entries[0].at: string expected']);
});

async function replay(world: TestWorld, step: Step): Promise<void> {
  if (step.kind === 'officer') {
    const decided = await (await createOfficer(world)).decide(step.qr, { kind: step.decision });
    assert.equal(decided.status, 200, 'an officer reads the QR of an old wallet');
    await world.runJobs();
    return;
  }
  const { method, path, headers, status, answer: shape } = step;
  const answer = await world.app.inject({ method, url: path, headers, payload: bodyOf(world, step) });
  const what = `${method} ${path.replace(/[0-9a-f-]{36}/, '{id}')}`;
  assert.equal(answer.statusCode, status, `${what}: ${answer.body}`);
  if (shape !== null) assert.deepEqual(lackingIn(answer.json(), shape), [], what);
  assert.deepEqual(
    Object.keys(headers).filter((name) => !KEPT_HEADERS.includes(name)),
    [],
  );
}

function bodyOf(world: TestWorld, { body }: Extract<Step, { kind: 'request' }>): Buffer | undefined {
  if (!body) return undefined;
  if ('base64' in body) return Buffer.from(body.base64, 'base64');
  const mail = world.mails.at(-1);
  return Buffer.from(mail ? body.json.replace('{mail}', tokenIn(mail)) : body.json);
}
