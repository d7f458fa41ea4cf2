import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { toIsoDate } from '../../src/kit/date.ts';
import { agreementDeed, deedOfText, deedText, memorandum } from '../../src/partner/deeds.ts';
import type { AgreementTerms } from '../../src/partner/model.ts';

const TERMS: AgreementTerms = {
  purposes: [
    { id: 'patients', text: { id: 'Pendaftaran pasien', en: 'Patients' }, attributes: ['nik', 'name'] },
  ],
  scopes: ['match', 'consent'],
  nameThreshold: 85,
  quotaPerMonth: 1_250_000,
  prices: { match: 1_000, read: 1_000, present: 0, login: 0 },
  endsOn: toIsoDate('2028-02-29'),
};

describe('deeds', () => {
  const agreement = agreementDeed({ name: 'Klinik Contoh' }, TERMS);

  it('say the terms in words', () => {
    const text = deedText(agreement);
    for (const part of [
      'Perjanjian Kerja Sama – Klinik Contoh',
      'Pasal 2. Tujuan: Pendaftaran pasien (patients)\nData yang boleh diminta: NIK, Nama.',
      'paling sedikit 85 %',
      'Paling banyak 1.250.000 pemakaian',
      'Pencocokan Rp1.000 per NIK',
      'sampai dengan 29 Februari 2028.',
    ])
      assert.ok(text.includes(part), part);
  });

  it('are found again in their text', () => {
    const application = {
      registrationNumber: '9120001234567',
      taxNumber: '012345678901000',
      domain: 'klinik.example.id',
      purposes: TERMS.purposes,
      scopes: TERMS.scopes,
    };
    for (const deed of [agreement, memorandum({ name: 'Klinik Contoh', application })])
      assert.deepEqual(deedOfText(deedText(deed)), deed);
  });
});
