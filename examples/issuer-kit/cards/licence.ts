import type { CardType } from '../cardType.ts';
import { register } from './register.ts';

/** A health worker's registration (STR) and licence to practise (SIP). All people are synthetic. */
export const licence: CardType = {
  id: 'sip-str',
  institution: 'Konsil Tenaga Kesehatan Contoh',
  name: { id: 'STR dan SIP', en: 'Registration and licence to practise' },
  vct: 'https://konsil.contoh.invalid/kartu/str-sip',
  colour: '#7a2e8c',
  claims: {
    name: { id: 'Nama', en: 'Name' },
    birth_date: { id: 'Tanggal lahir', en: 'Date of birth' },
    profession: { id: 'Profesi', en: 'Profession' },
    str_number: { id: 'Nomor STR', en: 'STR number' },
    sip_number: { id: 'Nomor SIP', en: 'SIP number' },
    place: { id: 'Tempat praktik', en: 'Place of practice' },
  },
  numberIn: 'str_number',
  validDays: 180,
  claimsOf: (person) =>
    register(person, (number) => ({
      profession: 'Perawat',
      str_number: `STR-CONTOH-${number}`,
      sip_number: `SIP-CONTOH-${number}`,
      place: 'Klinik Contoh Sehat',
    })),
};
