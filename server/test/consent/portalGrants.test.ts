import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEMO_RESIDENTS } from '../../../seed/demoResidents.ts';
import { activeHandset } from '../issuance/activeHandset.ts';
import { testPartner } from '../partner/testPartner.ts';
import { testRepresentative } from '../partner/testRepresentative.ts';
import { createTestWorld } from '../testWorld.ts';
import { grantFor, read } from './testConsent.ts';

test('the portal lists the own standing grants with their reads, and never whose they are', async () => {
  const world = await createTestWorld();
  const siti = DEMO_RESIDENTS[0]!;
  const clinic = await testPartner(world);
  const grant = await grantFor(clinic, await activeHandset(world, siti), siti.nik, { periodDays: 30 });
  await read(clinic, grant);

  const [ofClinic, ofBank] = [testRepresentative(world), testRepresentative(world)];
  await ofClinic.enrol('DEMO-CLINIC');
  await ofBank.enrol('DEMO-BANK');
  const { body } = await ofClinic.call('GET', '/api/consent/portal-grants');
  assert.deepEqual(
    body.grants.map(({ id, purpose, reads }: { id: string; purpose: string; reads: object[] }) => [
      id,
      purpose,
      reads.length,
    ]),
    [[grant, 'Pendaftaran pasien', 1]],
  );
  for (const secret of [siti.nik, siti.name]) assert.ok(!JSON.stringify(body).includes(secret));
  assert.deepEqual((await ofBank.call('GET', '/api/consent/portal-grants')).body, { grants: [] });
  assert.deepEqual(world.faults, []);
  await world.close();
});
