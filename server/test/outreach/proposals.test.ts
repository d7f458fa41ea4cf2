import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { toIsoDate } from '@jatidiri/core/kit/date.ts';
import type { HostKind } from '@jatidiri/core/outreach/model.ts';
import type { Proposal, ProposalReply } from '@jatidiri/core/outreach/proposalWire.ts';
import type { WilayahCode } from '@jatidiri/core/wilayah/model.ts';
import { syntheticResidents } from '../../../seed/population.ts';
import { readRegions } from '../../../seed/regions.ts';
import { officesByWilayah } from '../../src/office/index.ts';
import { takeEarlierSession } from '../../src/outreach/index.ts';
import { statement } from '../../src/platform/db/database.ts';
import { createOfficer, type TestOfficer } from '../testOfficer.ts';
import { createTestWorld, type TestWorld } from '../testWorld.ts';

describe('where next', () => {
  let world: TestWorld;
  let head: TestOfficer;
  before(async () => {
    const asOf = toIsoDate('2026-11-22');
    const regions = await readRegions();
    const residents = [...syntheticResidents({ seed: 5, size: 3_000, asOf, regions })];
    world = await createTestWorld({
      residents: residents.filter(({ domicile }) => domicile.startsWith('64.72.')),
    });
    head = await createOfficer(world, 'DEMO-6472-KEPALA');
    await world.settle();
  });
  after(async () => {
    assert.deepEqual(world.faults, []);
    await world.close();
  });

  const MEANS = { from: '2026-12-01', days: 2, officers: 4, team: 2, vehicles: 2, usualHours: 0.5 };
  const WISHES = { travel: [], remoteFloor: 0, pins: [], strikes: [] };
  const ask = (change: object = {}) =>
    head.call('POST', '/api/outreach/proposals', { ...MEANS, ...WISHES, ...change });
  async function plan(change: object = {}): Promise<ProposalReply> {
    const { status, body } = await ask(change);
    assert.equal(status, 200, JSON.stringify(body));
    return body;
  }
  const spot = ({ wilayah, host }: Proposal) => ({ wilayah, host });
  async function held(host: HostKind, day: string, activations: number, officers: number | null) {
    const office = (await officesByWilayah(world.database.read)).get('64.72')!;
    const days = { from: toIsoDate(day), to: toIsoDate(day) };
    const session = { place: 'Contoh', wilayah: '64.72.03' as WilayahCode, host, kits: null, team: [] };
    const source = `artikel ${host} ${day}`;
    await world.database.write((sql) =>
      takeEarlierSession(world.tracing, sql, {
        plan: { ...session, ...days, officers },
        office,
        activations,
        source,
      }),
    );
  }

  it('says that nothing can be expected while no session is over', async () => {
    const { status, body } = await ask();
    assert.deepEqual([status, body.code], [409, 'outreach/no-history']);
  });

  it('proposes what brings the most, says why, and shows what the last period really brought', async () => {
    await held('campus', '2026-11-10', 20, 2);
    await held('fair', '2026-11-12', 8, null);
    await held('fair', '2024-01-09', 6, null);
    const reply = await plan();
    assert.ok(reply.proved);
    assert.equal(reply.planned.activations, reply.withoutFloor);
    assert.ok(reply.planned.sessions > 0 && reply.planned.officerDays <= 2 * 4);
    assert.ok(
      reply.proposals.every(({ host }) => host === 'campus'),
      'twenty a day beat seven; nothing is proposed of a kind that never was',
    );
    for (const { from, to, why, regionName, activations, without } of reply.proposals) {
      assert.ok(from >= '2026-12-01' && to <= '2026-12-02');
      assert.ok(activations <= without);
      assert.match(
        why.id,
        new RegExp(`^Kampus di ${regionName} diperkirakan memberi ${activations} aktivasi`),
      );
      assert.match(why.en, /from the daily mean of 1 such sessions/);
    }
    assert.deepEqual(reply.lastPeriod, {
      from: '2026-10-24',
      to: '2026-11-22',
      sessions: 2,
      activations: 28,
      officerDays: 2,
      withoutOfficers: 1,
    });
    assert.ok(reply.kecamatan.some(({ name }) => name === 'Samarinda Ulu'));
  });

  it('keeps a pin, leaves out a strike, and tells what a floor for remote kecamatan costs', async () => {
    const free = await plan();
    const first = free.proposals[0]!;
    const struck = await plan({ strikes: [spot(first)] });
    assert.ok(
      !struck.proposals.some(({ wilayah, host }) => wilayah === first.wilayah && host === first.host),
    );
    const fair = { wilayah: first.wilayah, host: 'fair' };
    const pinned = await plan({ pins: [fair] });
    const kept = pinned.proposals.find(({ wilayah }) => wilayah === first.wilayah)!;
    assert.deepEqual([kept.host, kept.pinned], ['fair', true]);
    assert.match(kept.why.id, /disematkan oleh Anda/);
    assert.ok(pinned.planned.activations <= free.planned.activations);

    const farAway = { travel: [{ wilayah: first.wilayah, hours: 3 }] };
    const fair2 = await plan({ ...farAway, remoteFloor: 1 });
    const remote = fair2.proposals.filter((one) => one.remote);
    assert.deepEqual(
      remote.map(({ wilayah, days }) => [wilayah, days]),
      [[first.wilayah, 2]],
    );
    assert.ok(fair2.planned.activations <= fair2.withoutFloor);
  });

  it('says what cannot be', async () => {
    const code = async (change: object) => (await ask(change)).body.code;
    const spots = (await plan()).proposals.map(spot);
    assert.equal(await code({ remoteFloor: 1 }), 'outreach/plan-impossible', 'nothing is remote');
    assert.equal(await code({ officers: 1, pins: [spots[0]] }), 'outreach/plan-impossible');
    assert.equal(await code({ pins: [spots[0]], strikes: [spots[0]] }), 'outreach/pin-impossible');
    assert.equal(await code({ pins: [{ ...spots[0], host: 'school' }] }), 'outreach/pin-impossible');
    assert.equal(await code({ pins: [{ wilayah: '64.71.01', host: 'campus' }] }), 'outreach/pin-impossible');
    assert.equal(await code({ from: '2026-11-21' }), 'outreach/days-over');
    assert.deepEqual((await plan({ officers: 1 })).proposals, [], 'one officer is no team of two');
    for (const wrong of [{ days: 0 }, { days: 15 }, { usualHours: -1 }, { team: 0 }, { more: 1 }])
      assert.equal((await ask(wrong)).status, 422, JSON.stringify(wrong));
  });

  it('leaves officers to the sessions that are planned already', async () => {
    const free = await plan();
    assert.equal(free.taken, 0);
    const session = {
      id: randomUUID(),
      place: 'Kantor contoh',
      wilayah: '64.72.03',
      host: 'office',
      from: '2026-12-01',
      to: '2026-12-02',
      officers: MEANS.officers,
      kits: 1,
      team: [],
    };
    assert.equal((await head.call('POST', '/api/outreach/sessions', session)).status, 204);
    const busy = await plan();
    assert.deepEqual([busy.taken, busy.proposals], [1, []]);
    const { id, ...later } = { ...session, from: '2026-12-20', to: '2026-12-20' };
    assert.equal((await head.call('PUT', `/api/outreach/sessions/${id}`, later)).status, 204);
    assert.deepEqual((await plan()).planned, free.planned);
  });

  it('keeps what the office can send out, once, for its own officers', async () => {
    const { from: _, ...means } = { ...MEANS, travel: [{ wilayah: '64.72.03', hours: 2.5 }], remoteFloor: 1 };
    const kept = async () => (await head.call('GET', '/api/outreach/means')).body.means;
    assert.equal(await kept(), null);
    for (let i = 0; i < 2; i++)
      assert.equal((await head.call('PUT', '/api/outreach/means', means)).status, 204);
    assert.deepEqual(await kept(), means);
    const entries = await world.database.read.query(
      statement('test.means', `select 1 from ledger_pending where kind = 'outreach/means-kept'`),
    );
    assert.equal(entries.length, 1);
  });

  it('becomes a planned session as any other', async () => {
    const { wilayah, host, from, to, regionName } = (await plan()).proposals[0]!;
    const team = { officers: MEANS.team, kits: MEANS.team, team: [] };
    const session = { id: randomUUID(), place: regionName, wilayah, host, from, to, ...team };
    assert.equal((await head.call('POST', '/api/outreach/sessions', session)).status, 204);
    const { sessions } = (await head.call('GET', '/api/outreach/sessions')).body;
    assert.ok(
      sessions.some((one: { id: string; state: string }) => one.id === session.id && one.state === 'planned'),
    );
  });
});
