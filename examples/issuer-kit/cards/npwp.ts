import type { CardType } from '../cardType.ts';

/** The tax number; for residents it is the NIK (PMK 112/2022). All people are synthetic. */
export const npwp: CardType = {
  id: 'npwp',
  institution: 'Kantor Pajak Contoh',
  name: { id: 'Kartu NPWP', en: 'Tax number (NPWP)' },
  vct: 'https://pajak.contoh.invalid/kartu/npwp',
  colour: '#1f3c88',
  claims: {
    name: { id: 'Nama', en: 'Name' },
    birth_date: { id: 'Tanggal lahir', en: 'Date of birth' },
    npwp: { id: 'NPWP', en: 'NPWP' },
    office: { id: 'KPP', en: 'Tax office' },
    registered_on: { id: 'Terdaftar sejak', en: 'Registered on' },
  },
  numberIn: 'npwp',
  validDays: 365,
  asksNik: true,
  claimsOf: (person) =>
    person.nik === undefined
      ? undefined
      : {
          name: person.name,
          birth_date: person.born,
          npwp: person.nik,
          office: 'KPP Pratama Samarinda Contoh',
          registered_on: '2019-02-01',
        },
};
