import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Personal } from '@jatidiri/core/kit/personal.ts';
import { DEMO_RESIDENTS } from '../../../seed/demoResidents.ts';
import { trailOf } from '../../src/ledger/index.ts';
import { idsOf } from '../../src/registry/index.ts';
import { activeHandset } from '../issuance/activeHandset.ts';
import type { TestHandset } from '../testHandset.ts';
import { createTestWorld, type TestWorld } from '../testWorld.ts';
import { downloadCopy } from './downloadCopy.ts';

const { nik, name } = DEMO_RESIDENTS[0]!;

describe('a copy of one’s own data', () => {
  let world: TestWorld;
  let siti: TestHandset;
  before(async () => {
    world = await createTestWorld();
    siti = await activeHandset(world, DEMO_RESIDENTS[0]!);
  });
  after(async () => {
    await world.close();
    assert.deepEqual(world.faults, []);
  });

  test('one file holds record, contact data and the whole trail, for people and for machines', async () => {
    const [id] = await idsOf(world.database.read, [new Personal(nik)]);
    const { html, content } = await downloadCopy(world, siti);
    assert.match(html, new RegExp(`<td>${nik}</td>`));
    assert.ok(html.includes(`<td>${name}</td>`));
    assert.match(html, /<img alt="Foto wajah" src="data:image\//);
    assert.doesNotMatch(html, /<script(?! type="application\/json")/);

    assert.equal(content.records[0].nik, nik);
    assert.equal(content.identity.phone, '+6281234567890');
    const whole = await trailOf(world.database.read, id!, 1000);
    assert.deepEqual(
      content.trail.map((entry: { id: string }) => entry.id),
      whole.map((entry) => entry.id),
    );
    assert.equal(content.trail[0].kind, 'rights/exported');
  });

  test('pages of the trail join without a gap', async () => {
    for (let count = 0; count < 60; count++) await downloadCopy(world, siti);
    const first = (await siti.trail()).body;
    assert.equal(first.hasOlder, true);
    const rest = (await siti.call('GET', `/api/rights/trail/before/${first.entries.at(-1).id}`)).body;
    assert.equal(rest.hasOlder, false);
    const { content } = await downloadCopy(world, siti);
    assert.deepEqual(
      [...first.entries, ...rest.entries].map(({ id }) => id),
      content.trail.slice(1).map((entry: { id: string }) => entry.id),
    );
  });

  test('nothing that somebody wrote becomes markup', async () => {
    const { content: before } = await downloadCopy(world, siti);
    const read = before.trail.find(({ kind }: { kind: string }) => kind === 'registry/read');
    const note = '</script><script>alert(1)</script>';
    const id = '0b6ff4d4-9b4e-4b39-9f43-1f3a4f8f0c11';
    const sent = await siti.call('POST', '/api/rights/objections', {
      id,
      entry: read.id,
      reason: 'other',
      note,
    });
    assert.equal(sent.status, 201);
    const { html, content } = await downloadCopy(world, siti);
    assert.ok(!html.includes('<script>alert'));
    assert.equal(content.objections[0].note, note);
  });
});
