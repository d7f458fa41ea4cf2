import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { toIsoDate } from '@jatidiri/core/kit/date.ts';
import type { ResidentRecord } from '@jatidiri/core/registry/model.ts';
import { isRecorded } from '@jatidiri/core/registry/model.ts';
import { isWajibKtp } from '@jatidiri/core/registry/wajibKtp.ts';
import { syntheticResidents } from '../../../seed/population.ts';
import { readRegions } from '../../../seed/regions.ts';
import { createHandset } from '../testHandset.ts';
import { createOfficer, type TestOfficer } from '../testOfficer.ts';
import { createTestWorld, type TestWorld } from '../testWorld.ts';

const ROUNDS = 150;
const TODAY = toIsoDate('2026-11-22');

/** Two handsets, two desks, one NIK, the same moment. */
describe('one NIK, one handset', () => {
  let world: TestWorld;
  let desks: [TestOfficer, TestOfficer];
  let residents: ResidentRecord[];

  before(async () => {
    const regions = await readRegions();
    residents = syntheticResidents({ seed: 7, size: 3_000, asOf: TODAY, regions })
      .drop(8)
      .filter((r) => r.life.kind === 'present' && isRecorded(r.recording) && isWajibKtp(r, TODAY))
      .take(2 * ROUNDS)
      .toArray();
    world = await createTestWorld({ residents, config: { triesPerAddress: 1_000_000 } });
    desks = [
      await createOfficer(world, 'DEMO-6472-PETUGAS'),
      await createOfficer(world, 'DEMO-6471-PETUGAS'),
    ];
  });
  after(async () => {
    await world.close();
    assert.deepEqual(world.faults, []);
  });

  test(`two desks attest the same NIK at the same moment, ${ROUNDS} times: one active IKD, one refusal that explains`, async () => {
    const outcomes = new Map<string, number>();
    for (let round = 0; round < ROUNDS; round++) {
      const { nik, name } = residents[round]!;
      const handsets = await Promise.all([createHandset(world), createHandset(world)]);
      for (const handset of handsets) {
        await handset.apply({ nik: nik.reveal(), name: name.reveal() });
        await handset.sendSelfie();
      }
      const found = await Promise.all(
        handsets.map(async (handset, i) => desks[i]!.lookUp(await handset.qr())),
      );
      // Every mixture of the two ways to confirm, and now and then one desk a moment later.
      const kinds = [
        round % 2 ? 'confirm' : 'confirmOnDesk',
        round % 3 ? 'confirmOnDesk' : 'confirm',
      ] as const;
      const signed = await Promise.all(
        found.map(({ body }, i) => desks[i]!.attestationOf(body, { kind: kinds[i]! })),
      );
      const answers = await Promise.all(
        signed.map(async (attestation, i) => {
          if (round % 5 === i + 1) await new Promise((soon) => setImmediate(soon));
          return desks[i]!.send(attestation);
        }),
      );

      const done = answers.filter(({ status }) => status === 200);
      const refused = answers.filter(({ status }) => status === 409);
      assert.equal(done.length, 1, `round ${round}: ${JSON.stringify(answers.map(({ body }) => body))}`);
      assert.equal(refused.length, 1);
      const expected =
        done[0]!.body.state === 'active' ? 'active-on-other-handset' : 'attested-on-other-handset';
      assert.equal(refused[0]!.body.code, `activation/${expected}`);
      outcomes.set(expected, (outcomes.get(expected) ?? 0) + 1);
    }
    assert.equal(outcomes.size, 2, 'both ways to lose were seen');
    await assertOneEach();
  });

  test('one handset applies for two NIKs at the same moment: one application, the other is told', async () => {
    for (let round = 0; round < 40; round++) {
      const handset = await createHandset(world);
      const pair = residents.slice(ROUNDS + 2 * round, ROUNDS + 2 * round + 2);
      const answers = await Promise.all(
        pair.map(({ nik, name }) =>
          handset.apply({ id: crypto.randomUUID(), nik: nik.reveal(), name: name.reveal() }),
        ),
      );
      for (const { status, body } of answers)
        assert.ok(status === 201 || body.code === 'activation/handset-busy');
      const { rows } = await world.database.pool.query(
        `select state, count(*)::int as n from activation where device_thumbprint =
           (select device_thumbprint from activation where id = any($1)) group by state`,
        [
          answers
            .filter(({ status }) => status === 201)
            .map(({ body }) => body.id)
            .slice(0, 1),
        ],
      );
      assert.equal(rows.find(({ state }) => state === 'dataVerified')?.n, 1);
    }
  });

  test('the same form, selfie and decision sent many times at once are one of each', async () => {
    const { nik, name } = residents[2 * ROUNDS - 1]!;
    const handset = await createHandset(world);
    const many = <T>(work: () => Promise<T>) => Promise.all(Array.from({ length: 8 }, work));
    const form = { nik: nik.reveal(), name: name.reveal() };
    for (const { status } of await many(() => handset.apply(form))) assert.equal(status, 201);
    for (const { status } of await many(() => handset.sendSelfie())) assert.equal(status, 200);
    const found = await desks[0].lookUp(await handset.qr());
    const signed = await desks[0].attestationOf(found.body, { kind: 'confirmOnDesk' });
    for (const { body } of await many(() => desks[0].send(signed))) assert.equal(body.state, 'active');
    const { rows } = await world.database.pool.query(
      `select kind, count(*)::int as n from ledger_pending where details->>'activation' = $1
         and kind in ('activation/started', 'activation/selfieTaken', 'activation/activated') group by kind`,
      [handset.state.id],
    );
    assert.deepEqual(new Set(rows.map(({ n }) => n)), new Set([1]));
    assert.equal(rows.length, 3);
  });

  async function assertOneEach(): Promise<void> {
    const { rows } = await world.database.pool.query(
      `select max(n)::int as most from (select count(*) n from activation
         where state in ('attested', 'active') group by resident_id) as claims`,
    );
    assert.equal(rows[0].most, 1);
  }
});
