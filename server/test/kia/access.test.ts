import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import {
  assertServes,
  nameOf,
  type Offices,
  type Operation,
  ofOfficers,
  openOffices,
  type Who,
} from '../family/permissions.ts';
import { NIKS } from '../family/town.ts';

const DESK: readonly Who[] = ['operator', 'head', 'elsewhere'];
const HEADS: readonly Who[] = ['head', 'elsewhere'];
const days = { from: '2026-01-01', to: '2026-12-31' };
const partner = { id: randomUUID(), name: 'Contoh', region: '64.72', agreement: 'PKS/1', ...days };
const offer = { id: randomUUID(), title: 'Contoh', terms: 'Contoh.', band: 'any', ...days };
const one = `/api/kia/partners/${partner.id}`;
const OPERATIONS: readonly Operation[] = [
  ['POST', '/api/kia/cards', { nik: NIKS.son, photograph: null }, DESK],
  ['POST', '/api/kia/cards/drawing', { id: randomUUID(), nik: NIKS.daughter }, DESK],
  ['GET', '/api/kia/cards', undefined, DESK],
  ['POST', '/api/kia/cards/search', { nik: NIKS.son }, DESK],
  ['POST', `/api/kia/cards/${randomUUID()}/steps`, { to: 'printed' }, DESK],
  ['GET', '/api/kia/due?within=64.72&kind=missing', undefined, DESK],
  ['GET', '/api/kia/partners', undefined, HEADS],
  ['POST', '/api/kia/partners', partner, HEADS],
  ['POST', `${one}/counter`, undefined, HEADS],
  ['POST', `${one}/offers`, offer, HEADS],
  ['POST', `/api/kia/offers/${offer.id}/withdrawal`, undefined, HEADS],
  ['POST', `${one}/end`, undefined, HEADS],
];

describe('who may do what with KIA', { concurrency: false }, () => {
  let offices: Offices;
  before(async () => {
    offices = await openOffices();
  });
  after(() => offices.town.world.close());

  for (const operation of OPERATIONS) it(nameOf(operation), () => assertServes(offices, operation));

  it('names every address of the room', () => {
    const { town } = offices;
    assert.equal(ofOfficers(town, '/api/kia/'), OPERATIONS.length);
    const open = town.world.app.endpoints.filter(
      ({ path, caller }) => path.startsWith('/api/kia/') && caller === 'anyone',
    );
    assert.deepEqual(
      open.map(({ path }) => path),
      ['/api/kia/offers', '/api/kia/counters', '/api/kia/uses'],
    );
  });

  it('an office serves its own region alone', async () => {
    const { call } = offices.officers.elsewhere;
    const codes = [
      await call('POST', '/api/kia/cards', { nik: NIKS.young, photograph: null }),
      await call('GET', '/api/kia/due?within=64.72&kind=missing'),
      await call('POST', '/api/kia/partners', { ...partner, id: randomUUID() }),
      await call('POST', `${one}/end`),
    ].map(({ body }) => body.code);
    assert.deepEqual(codes, [
      'kia/outside-region',
      'kia/outside-region',
      'kia/region-not-yours',
      'kia/region-not-yours',
    ]);
    const taken = await call('POST', '/api/kia/partners', { ...partner, region: '64.71' });
    assert.equal(taken.body.code, 'kia/region-not-yours', 'nor is their counter given another code');
    const twice = { ...offer, id: randomUUID(), to: '2027-01-01' };
    assert.equal(
      (await offices.town.head.call('POST', `${one}/offers`, twice)).body.code,
      'kia/days-contradictory',
    );
  });

  it('an agreement that is sent twice at the same moment is one', async () => {
    const { call } = offices.officers.head;
    for (let round = 0; round < 4; round++) {
      const again = { ...partner, id: randomUUID() };
      const answers = await Promise.all(
        Array.from({ length: 8 }, () => call('POST', '/api/kia/partners', again)),
      );
      assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([200]));
    }
  });

  it('what families read is a line that reads as it looks', async () => {
    const { call } = offices.officers.head;
    const turned = { ...partner, id: randomUUID(), name: 'Toko \u202erudeskat' };
    assert.equal((await call('POST', '/api/kia/partners', turned)).status, 422);
    const again = { ...partner, id: randomUUID() };
    await call('POST', '/api/kia/partners', again);
    const lines = { ...offer, id: randomUUID(), terms: 'Sabtu.\nBukan hari libur.' };
    assert.equal((await call('POST', `/api/kia/partners/${again.id}/offers`, lines)).status, 204);
    const { partners } = (await call('GET', '/api/kia/partners')).body;
    const kept = partners.find(({ id }: { id: string }) => id === again.id);
    assert.equal(kept.offers[0].terms, 'Sabtu. Bukan hari libur.');
    const hidden = { ...offer, id: randomUUID(), title: 'Gratis\u200b' };
    assert.equal((await call('POST', `${one}/offers`, hidden)).status, 422);
  });

  it('whoever tries a NIK without an outcome is written down', async () => {
    const { town, officers } = offices;
    const { id } = await town.resident(NIKS.son);
    await officers.elsewhere.call('POST', '/api/kia/cards', { nik: NIKS.son, photograph: null });
    await officers.elsewhere.call('POST', '/api/kia/cards/drawing', { id: randomUUID(), nik: NIKS.son });
    const { rows } = await town.world.database.pool.query(
      `select details ->> 'code' as code from ledger_pending where kind = 'kia/refused' and subject = $1
       union all
       select details ->> 'code' from ledger_entry where kind = 'kia/refused' and subject = $1`,
      [id],
    );
    assert.deepEqual(
      rows.slice(-2).map(({ code }) => code),
      ['kia/outside-region', 'kia/outside-region'],
    );
  });
});
