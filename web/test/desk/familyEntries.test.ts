import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { EVIDENCE_FOR } from '@jatidiri/core/family/evidence.ts';
import { LIFE_EVENT_KINDS } from '@jatidiri/core/family/model.ts';
import { EventRequest, type FamilyReply } from '@jatidiri/core/family/wire.ts';
import * as v from 'valibot';
import {
  checkEntries,
  type Entries,
  type EventKind,
  entriesFor,
  toEvent,
} from '../../src/desk/family/entries.ts';

const member = (nik: string, differing: Partial<FamilyReply['person']>): FamilyReply['person'] => ({
  nik,
  name: `WARGA ${nik.slice(-1)}`,
  relation: 'child',
  sex: 'female',
  birthDate: '2015-05-02',
  maritalStatus: 'neverMarried',
  life: 'present',
  kiaUntil: null,
  ...differing,
});
const mother = member('6472035204880001', { relation: 'spouse', maritalStatus: 'married' });
const father = member('6472031703850002', { relation: 'head', maritalStatus: 'married', sex: 'male' });
const child = member('6472034205150003', {});
const family: FamilyReply = {
  person: mother,
  noKk: '6472032211260001',
  address: 'JL. CONTOH',
  domicile: '64.72.03.1001',
  domicileName: 'Teluk Lerong Ilir',
  members: [father, mother, child],
  guardians: [],
  events: [],
};

/** What an officer fills in, whatever the event. */
const FILLED: Partial<Entries> = {
  on: '2026-11-20',
  evidenceNumber: '474/1',
  name: 'WARGA CONTOH',
  sex: 'male',
  birthPlace: 'SAMARINDA',
  birthDate: '1990-01-01',
  maritalStatus: 'neverMarried',
  religion: 'ISLAM',
  occupation: 'PETANI',
  nik: '3578014101700001',
  father: '6472 0317 0385 0002',
  other: '6472030101900001',
  guardian: '6472030101900001',
  ground: 'court',
  retired: '6472031703850009',
  leaver: father.nik,
  address: 'JL. BARU',
};
const filled = (kind: EventKind): Entries => ({
  ...entriesFor(kind, family),
  ...FILLED,
  evidence: EVIDENCE_FOR[kind][0]!,
});

describe('the form of a life event', () => {
  for (const kind of LIFE_EVENT_KINDS)
    it(`${kind}: what is filled in is what the service takes`, () => {
      assert.deepEqual(checkEntries(kind, filled(kind)), []);
      const { on, evidence, evidenceNumber } = filled(kind);
      const body = {
        id: '0192f0c1-7a3b-7000-8000-000000000001',
        on,
        evidence: { kind: evidence, number: evidenceNumber },
        event: toEvent(kind, filled(kind), family),
      };
      assert.ok(v.safeParse(EventRequest, body).success, JSON.stringify(body));
      assert.ok(checkEntries(kind, entriesFor(kind, family)).length > 0, 'an empty form is not sent');
    });

  it('knows the parents of a newborn, and who stays when one of a couple leaves', () => {
    const { mother: herself, father: him } = entriesFor('birth', family);
    assert.deepEqual([herself, him], [mother.nik, father.nik]);
    const divorce = toEvent('divorce', filled('divorce'), family);
    assert.deepEqual(divorce.kind === 'divorce' && [divorce.stays, divorce.leaves], [mother.nik, father.nik]);
  });

  it('asks for a street, or says that there is none', () => {
    const without = { ...filled('move'), address: ' ' };
    assert.deepEqual(checkEntries('move', without), ['address']);
    const homeless = { ...without, homeless: ['yes'] };
    assert.deepEqual(checkEntries('move', homeless), []);
    const event = toEvent('move', homeless, family);
    assert.ok(event.kind === 'move' && event.to.kind === 'new' && event.to.at.address === null);
  });
});
