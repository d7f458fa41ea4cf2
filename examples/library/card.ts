import type { CardType } from '../issuer-kit/cardType.ts';

// A card that is no part of the kit: copy this file to where your own code lives and change it.
// `npm run example:issuer -- examples/library/card.ts`

/** What a library knows of its members; in earnest its own database, asked in `claimsOf`. All people are synthetic. */
const MEMBERS = [
  { name: 'SITI CONTOH RAHMAWATI', born: '1991-03-12', number: 'P-0001', since: '2024-05-02' },
];

export const card: CardType = {
  id: 'pustaka',
  institution: 'Perpustakaan Daerah Contoh',
  name: { id: 'Kartu anggota perpustakaan', en: 'Library card' },
  vct: 'https://pustaka.contoh.invalid/kartu/anggota',
  colour: '#7a4a12',
  claims: {
    name: { id: 'Nama', en: 'Name' },
    member_number: { id: 'Nomor anggota', en: 'Membership number' },
    member_since: { id: 'Anggota sejak', en: 'Member since' },
  },
  numberIn: 'member_number',
  validDays: 365,
  async claimsOf({ name, born }) {
    const member = MEMBERS.find((one) => one.name === name && one.born === born);
    return member && { name, member_number: member.number, member_since: member.since };
  },
};
