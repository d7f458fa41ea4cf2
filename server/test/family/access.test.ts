import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { statement } from '../../src/platform/db/database.ts';
import {
  assertServes,
  nameOf,
  type Offices,
  type Operation,
  ofOfficers,
  openOffices,
  type Who,
} from './permissions.ts';
import { NIKS } from './town.ts';

const DESK: readonly Who[] = ['operator', 'head', 'elsewhere'];
const event = () => ({
  id: randomUUID(),
  on: '2026-11-20',
  evidence: { kind: 'deathLetter', number: '1' },
  event: { kind: 'death', person: NIKS.single, remaining: null },
});
const correction = { id: randomUUID(), evidence: { kind: 'statement', number: '1' } };
const OPERATIONS: readonly Operation[] = [
  ['POST', '/api/family/lookups', { nik: NIKS.single }, DESK],
  ['POST', '/api/family/previews', event(), DESK],
  ['POST', '/api/family/events', event(), DESK],
  ['POST', `/api/family/events/${randomUUID()}/correction`, correction, ['head', 'elsewhere']],
  ['POST', `/api/family/events/${randomUUID()}/correction/preview`, correction, ['head', 'elsewhere']],
];

describe('who may record life events', { concurrency: false }, () => {
  let offices: Offices;
  before(async () => {
    offices = await openOffices();
  });
  after(() => offices.town.world.close());

  for (const operation of OPERATIONS) it(nameOf(operation), () => assertServes(offices, operation));

  it('names every address of the room', () => {
    assert.equal(ofOfficers(offices.town, '/api/family/'), OPERATIONS.length);
  });

  it('an office records for the people of its own region alone, where the installation says so', async () => {
    const { town, officers } = offices;
    for (const [url, body] of [
      ['/api/family/lookups', { nik: NIKS.mother }],
      ['/api/family/previews', event()],
      ['/api/family/events', event()],
    ] as const)
      assert.equal((await officers.elsewhere.call('POST', url, body)).body.code, 'family/outside-region');
    const { rows: tried } = await town.world.database.pool.query(
      `select details ->> 'code' as code from ledger_pending
       where kind = 'family/event-refused' and subject = $1 order by id desc limit 2`,
      [(await town.resident(NIKS.single)).id],
    );
    assert.deepEqual(tried, Array(2).fill({ code: 'family/outside-region' }));
    const noted = await town.world.database.read.query<{ n: number }>(
      statement(
        'test.noted',
        `select count(*)::int as n from ledger_pending where kind = 'family/lookup-refused' and subject = $1`,
      ),
      [(await town.resident(NIKS.mother)).id],
    );
    assert.deepEqual(noted, [{ n: 1 }], 'whoever looks without an outcome is written down too');
    assert.equal((await town.resident(NIKS.single)).life.kind, 'deceased', 'its own office recorded it');
  });

  it('nobody is given a name that turns around or hides as it is shown', async () => {
    const { town } = offices;
    for (const name of ['BAYI \u202eHOTNOC', 'BAYI\u200b CONTOH', 'BAYI\u2028CONTOH']) {
      const { status } = await town.send(town.entered(town.birth({ name }), 'birthLetter', town.today()));
      assert.equal(status, 422);
    }
  });

  it('what another office recorded is not told to whoever knows its id', async () => {
    const { town, officers } = offices;
    const birth = await town.happened(town.birth({ name: 'BAYI CONTOH' }), 'birthLetter');
    const theirs = { ...event(), id: birth.id };
    const { body } = await officers.elsewhere.call('POST', '/api/family/events', theirs);
    assert.deepEqual([body.code, body.people], ['family/event-unknown', undefined]);
    const again = { ...correction, id: randomUUID() };
    const url = `/api/family/events/${birth.id}/correction`;
    assert.equal((await officers.head.call('POST', url, again)).status, 200);
    assert.equal((await officers.head.call('POST', url, again)).status, 200, 'sent again');
    assert.equal((await officers.elsewhere.call('POST', url, again)).body.code, 'family/event-corrected');
  });
});
