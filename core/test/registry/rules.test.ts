import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type IsoDate, toIsoDate } from '@jatidiri/core/kit/date.ts';
import { Personal } from '@jatidiri/core/kit/personal.ts';
import {
  isRecorded,
  RECORDING_STATES,
  type RecordingState,
  type Resident,
  type ResidentChange,
  type ResidentId,
} from '@jatidiri/core/registry/model.ts';
import { changeOf } from '@jatidiri/core/registry/rules.ts';
import type { WilayahCode } from '@jatidiri/core/wilayah/model.ts';
import fc from 'fast-check';

const TODAY = toIsoDate('2026-03-02');
const YESTERDAY = toIsoDate('2026-03-01');

/** A synthetic person, 15 years and 364 days old yesterday. */
const child: Resident = {
  id: '00000000-0000-7000-8000-000000000001' as ResidentId,
  nik: new Personal('6471010203100001'),
  noKk: new Personal('6471010101200001'),
  relation: 'child',
  name: new Personal('WARGA CONTOH'),
  sex: 'male',
  birthPlace: new Personal('BALIKPAPAN'),
  birthDate: new Personal<IsoDate, 'birthDate'>(toIsoDate('2010-03-02')),
  maritalStatus: 'neverMarried',
  firstMarriedOn: null,
  religion: new Personal('ISLAM'),
  occupation: 'PELAJAR/MAHASISWA',
  bloodType: null,
  citizenship: { kind: 'wni' },
  address: new Personal('JL. CONTOH NO. 1'),
  domicile: '64.71.01.1003' as WilayahCode,
  recording: 'unregistered',
  recordedOn: null,
  kia: null,
  life: { kind: 'present' },
  validFrom: toIsoDate('2025-01-01'),
};
const adult: Resident = { ...child, birthDate: new Personal<IsoDate, 'birthDate'>(toIsoDate('1990-08-17')) };

function refusalOf(resident: Resident, change: ResidentChange): string | undefined {
  const result = changeOf(resident, change, TODAY);
  return result.ok ? undefined : result.refusal.code;
}

function after(resident: Resident, change: ResidentChange): Resident {
  const result = changeOf(resident, change, TODAY);
  assert.ok(result.ok);
  return result.value;
}

const advance = (to: RecordingState, on = TODAY): ResidentChange => ({ kind: 'recordingAdvanced', on, to });

test('recording is allowed from 16, printing from 17 or once married', () => {
  assert.equal(refusalOf(child, advance('bioCaptured', YESTERDAY)), 'registry/recording-too-young');
  const captured = after(child, advance('bioCaptured'));
  assert.equal(captured.recordedOn, TODAY);

  const ready: Resident = { ...captured, recording: 'printReady' };
  assert.equal(refusalOf(ready, advance('printed')), 'registry/not-wajib-ktp');
  const married = after(ready, { kind: 'married', on: TODAY, family: null });
  assert.equal(after(married, advance('printed')).recording, 'printed');
});

test('from every state recording reaches the hand-over, and never skips the capture', () => {
  for (const from of RECORDING_STATES) {
    const reached = new Set<RecordingState>([from]);
    for (const state of reached) {
      for (const to of RECORDING_STATES) {
        if (!refusalOf({ ...adult, recording: state }, advance(to))) {
          // Of two who look alike, the capture is there: an officer's word lets it go on.
          if (!isRecorded(state) && state !== 'searchFailure') assert.equal(to, 'bioCaptured');
          reached.add(to);
        }
      }
    }
    assert.ok(reached.has('handedOver'), from);
  }
});

test('a failed enrolment is no longer recorded', () => {
  const sent: Resident = { ...adult, recording: 'receivedAtCentral', recordedOn: YESTERDAY };
  const alike = after(sent, advance('searchFailure'));
  assert.equal(alike.recordedOn, null);
  assert.equal(after(alike, advance('printReady')).recordedOn, TODAY);
});

test('a recording that is withdrawn is recorded anew, from every state in which there is one', () => {
  for (const from of RECORDING_STATES) {
    const withdrawn = { kind: 'recordingWithdrawn', on: TODAY } as const;
    const resident: Resident = { ...adult, recording: from, recordedOn: YESTERDAY };
    if (!isRecorded(from)) {
      assert.equal(refusalOf(resident, withdrawn), 'registry/recording-step-impossible', from);
      continue;
    }
    const next = after(resident, withdrawn);
    assert.equal(next.recordedOn, null);
    assert.equal(refusalOf(next, advance('bioCaptured')), undefined);
    assert.equal(refusalOf(next, advance('printed')), 'registry/recording-step-impossible');
  }
});

test('a death ends everything but its own correction', () => {
  const dead = after(adult, { kind: 'died', on: YESTERDAY });
  assert.deepEqual(dead.life, { kind: 'deceased', on: YESTERDAY });
  assert.equal(refusalOf(dead, { kind: 'married', on: TODAY, family: null }), 'registry/resident-deceased');
  assert.equal(refusalOf(dead, { kind: 'died', on: TODAY }), 'registry/resident-deceased');
  assert.deepEqual(after(dead, { kind: 'deathCorrected', on: TODAY }).life, { kind: 'present' });
  assert.equal(refusalOf(adult, { kind: 'deathCorrected', on: TODAY }), 'registry/resident-not-deceased');
});

test('who moved out is changed by another registry', () => {
  const gone = after(adult, { kind: 'movedOut', on: TODAY });
  assert.equal(refusalOf(gone, advance('bioCaptured')), 'registry/resident-moved-out');
});

test('marriage, divorce and a second marriage keep the day of the first', () => {
  const family = { noKk: new Personal<string, 'noKk'>('6471010203260001'), relation: 'head' as const };
  const first = after(adult, { kind: 'married', on: YESTERDAY, family });
  assert.equal(first.noKk, family.noKk);
  assert.equal(refusalOf(first, { kind: 'married', on: TODAY, family: null }), 'registry/already-married');
  const again = after(after(first, { kind: 'divorced', on: TODAY, family: null }), {
    kind: 'married',
    on: TODAY,
    family: null,
  });
  assert.equal(again.firstMarriedOn, YESTERDAY);
  assert.equal(refusalOf(adult, { kind: 'widowed', on: TODAY, family: null }), 'registry/not-married');
});

test('a marriage without a date keeps the day on which it was first written down', () => {
  const married: Resident = { ...adult, maritalStatus: 'married' };
  const moved = after(married, {
    kind: 'moved',
    on: TODAY,
    domicile: '64.72.01.1001' as WilayahCode,
    address: new Personal('JL. BARU NO. 2'),
    family: null,
  });
  assert.equal(moved.firstMarriedOn, married.validFrom);
  assert.equal(moved.noKk, married.noKk);
  assert.equal(moved.validFrom, TODAY);
});

test('a permit is for foreigners, and does not end before it begins', () => {
  const renewal = { kind: 'permitRenewed', on: TODAY, permit: 'itap', permitFrom: TODAY } as const;
  const until2031 = { ...renewal, permitUntil: toIsoDate('2031-03-01') };
  assert.equal(refusalOf(adult, until2031), 'registry/not-foreigner');
  const { permitFrom, permitUntil } = until2031;
  const foreigner: Resident = {
    ...adult,
    citizenship: { kind: 'wna', permit: 'itas', permitFrom: YESTERDAY, permitUntil: TODAY },
  };
  assert.deepEqual(after(foreigner, until2031).citizenship, {
    kind: 'wna',
    permit: 'itap',
    permitFrom,
    permitUntil,
  });
  const backwards = { ...renewal, permitUntil: YESTERDAY };
  assert.equal(refusalOf(foreigner, backwards), 'registry/date-contradictory');
});

test('a name can be corrected, but not into itself', () => {
  const corrected = after(adult, { kind: 'nameCorrected', on: TODAY, name: new Personal('WARGA BARU') });
  assert.equal(corrected.name.reveal(), 'WARGA BARU');
  const same: ResidentChange = { kind: 'nameCorrected', on: TODAY, name: new Personal('WARGA CONTOH') };
  assert.equal(refusalOf(adult, same), 'registry/nothing-changes');
});

test('nothing happens in the future or before birth; a refused change changes nothing', () => {
  const kinds = fc.constantFrom<ResidentChange['kind']>('died', 'movedOut', 'deathCorrected');
  fc.assert(
    fc.property(kinds, fc.constantFrom('2026-03-03', '1990-08-16'), (kind, day) => {
      const change = { kind, on: toIsoDate(day) } as ResidentChange;
      assert.ok(refusalOf(adult, change));
      assert.deepEqual(adult.life, { kind: 'present' });
    }),
  );
});
