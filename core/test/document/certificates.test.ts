import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  type CertifiableEvent,
  certificateOf,
  certificateSeries,
  mayFetch,
} from '@jatidiri/core/document/certificates.ts';
import { coverName, coverNumber } from '@jatidiri/core/document/signedStatement.ts';
import { toIsoDate } from '@jatidiri/core/kit/date.ts';
import type { WilayahCode } from '@jatidiri/core/wilayah/model.ts';

const event = (change: Partial<CertifiableEvent>): CertifiableEvent => ({
  kind: 'birth',
  evidence: 'birthLetter',
  corrected: false,
  parted: false,
  muslim: false,
  ...change,
});

const OUTCOMES: readonly (readonly [Partial<CertifiableEvent>, string])[] = [
  [{}, 'birth'],
  [{ muslim: true }, 'birth'],
  [{ evidence: 'birthCertificate' }, 'document/recorded-elsewhere'],
  [{ corrected: true }, 'document/event-corrected'],
  [{ kind: 'death', evidence: 'deathLetter' }, 'death'],
  [{ kind: 'death', evidence: 'deathCertificate' }, 'document/recorded-elsewhere'],
  [{ kind: 'marriage', evidence: 'religiousLetter' }, 'marriage'],
  [{ kind: 'marriage', evidence: 'courtRuling' }, 'marriage'],
  [{ kind: 'marriage', evidence: 'courtRuling', muslim: true }, 'document/issued-by-kua'],
  [{ kind: 'marriage', evidence: 'marriageBook' }, 'document/issued-by-kua'],
  [{ kind: 'marriage', evidence: 'marriageCertificate' }, 'document/recorded-elsewhere'],
  [{ kind: 'marriage', evidence: 'religiousLetter', parted: true }, 'document/marriage-ended'],
  [{ kind: 'divorce', evidence: 'courtRuling' }, 'divorce'],
  [{ kind: 'divorce', evidence: 'courtRuling', muslim: true }, 'document/issued-by-court'],
  [{ kind: 'divorce', evidence: 'divorceDeed' }, 'document/issued-by-court'],
  [{ kind: 'move', evidence: 'statement' }, 'document/no-certificate'],
];

describe('a certificate', () => {
  for (const [change, outcome] of OUTCOMES)
    it(`${JSON.stringify(change)} gives ${outcome}`, () => {
      const answer = certificateOf(event(change));
      assert.equal(answer.ok ? answer.value : answer.refusal.code, outcome);
    });

  it('is numbered by region, register and day; a birth after sixty days is late', () => {
    const series = (on: string, kind: 'birth' | 'death' = 'birth') =>
      certificateSeries(kind, '64.72' as WilayahCode, toIsoDate(on), toIsoDate('2026-11-22'));
    assert.equal(series('2026-09-23'), '6472-LU-22112026');
    assert.equal(series('2026-09-22'), '6472-LT-22112026');
    assert.equal(series('2020-01-01', 'death'), '6472-KM-22112026');
  });

  it('of a death is fetched by who stood on one card, of a marriage by the two alone', () => {
    assert.deepEqual(
      [mayFetch('death', 'member'), mayFetch('death', 'spouse'), mayFetch('death', 'subject')],
      [true, true, false],
    );
    assert.deepEqual([mayFetch('marriage', 'spouse'), mayFetch('marriage', 'child')], [true, false]);
    assert.deepEqual([mayFetch('birth', 'child'), mayFetch('birth', 'mother')], [true, false]);
  });

  it('shows a stranger a covered number and name', () => {
    assert.equal(coverNumber('6472032211260001'), '************0001');
    assert.equal(coverNumber('6472-LU-22112026-0001'), '****-**-********-0001');
    assert.equal(coverName('SITI CONTOH'), 'S*** C*****');
  });
});
