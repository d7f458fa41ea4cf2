import type { CardType } from '../cardType.ts';
import { register } from './register.ts';

/** Membership of the national health insurance. All people are synthetic. */
export const bpjs: CardType = {
  id: 'bpjs',
  institution: 'BPJS Kesehatan (contoh)',
  name: { id: 'Kartu BPJS Kesehatan', en: 'BPJS Kesehatan membership' },
  vct: 'https://bpjs.contoh.invalid/kartu/peserta',
  colour: '#0b6e3b',
  claims: {
    name: { id: 'Nama', en: 'Name' },
    birth_date: { id: 'Tanggal lahir', en: 'Date of birth' },
    member_number: { id: 'Nomor peserta', en: 'Membership number' },
    class: { id: 'Kelas rawat', en: 'Class of ward' },
    facility: { id: 'Faskes tingkat pertama', en: 'First facility' },
  },
  numberIn: 'member_number',
  validDays: 90,
  claimsOf: (person) =>
    register(person, (number) => ({
      member_number: `00099000${number}`,
      class: '2',
      facility: 'Puskesmas Contoh',
    })),
};
