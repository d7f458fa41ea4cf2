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
const PATH = '/api/document/signed-at-desk';
const kk = { nik: NIKS.single, document: { kind: 'kk' } };
const certificate = { nik: NIKS.single, document: { kind: 'certificate', event: randomUUID() } };
const OPERATIONS: readonly Operation[] = [
  ['POST', PATH, kk, DESK],
  ['POST', PATH, certificate, DESK],
];

describe('who may draw documents up at a desk', { concurrency: false }, () => {
  let offices: Offices;
  before(async () => {
    offices = await openOffices();
  });
  after(() => offices.town.world.close());

  for (const operation of OPERATIONS) it(nameOf(operation), () => assertServes(offices, operation));

  it('names every address of the room', () => {
    assert.equal(ofOfficers(offices.town, '/api/document/'), new Set(OPERATIONS.map(([, url]) => url)).size);
  });

  it('an office does so for the people of its own region alone, and the attempt is in their trail', async () => {
    const { town, officers } = offices;
    const other = { ...kk, nik: NIKS.mother };
    assert.equal((await officers.elsewhere.call('POST', PATH, other)).body.code, 'document/outside-region');
    assert.equal((await officers.operator.call('POST', PATH, other)).status, 201);
    const { id } = await town.resident(NIKS.mother);
    const { rows } = await town.world.database.pool.query(
      `select kind from ledger_pending where subject = $1 and kind like 'document/%' order by id`,
      [id],
    );
    assert.deepEqual(
      rows.map(({ kind }) => kind),
      ['document/signed-refused', 'document/signed-drawn'],
    );
  });
});
