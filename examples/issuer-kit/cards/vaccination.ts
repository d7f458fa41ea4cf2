import type { CardType } from '../cardType.ts';
import { register } from './register.ts';

/** A clinic's vaccination record. All people are synthetic. */
export const vaccination: CardType = {
  id: 'vaksin',
  institution: 'Klinik Contoh Sehat',
  name: { id: 'Kartu vaksinasi', en: 'Vaccination record' },
  vct: 'https://klinik.contoh.invalid/kartu/vaksin',
  colour: '#1c7a5b',
  claims: {
    name: { id: 'Nama', en: 'Name' },
    birth_date: { id: 'Tanggal lahir', en: 'Date of birth' },
    vaccine: { id: 'Vaksin', en: 'Vaccine' },
    dose: { id: 'Dosis', en: 'Dose' },
    given_on: { id: 'Tanggal', en: 'Given on' },
    batch: { id: 'Nomor batch', en: 'Batch' },
    record_number: { id: 'Nomor catatan', en: 'Record number' },
  },
  numberIn: 'record_number',
  validDays: 365,
  claimsOf: (person) =>
    register(person, (number) => ({
      vaccine: 'Influenza',
      dose: '1',
      given_on: '2026-09-14',
      batch: 'CONTOH-4711',
      record_number: `VAKSIN-CONTOH-${number}`,
    })),
};
