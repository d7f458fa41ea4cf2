import type { BadgeRefusalCode } from '@jatidiri/core/badge/model.ts';
import { dictionary } from '../i18n.ts';

type Warnings = Record<BadgeRefusalCode, { what: string; next: string }>;

const GIVE_NOTHING_ID =
  'Jangan beri NIK, foto, kode, atau uang kepada orang ini. Pergilah, lalu laporkan ke kantor Dukcapil.';
const GIVE_NOTHING_EN =
  'Give this person no NIK, photo, code or money. Walk away and report it to the Dukcapil office.';

const warningsId: Warnings = {
  'badge/other-code': {
    what: 'Bukan lencana petugas',
    next: `QR ini tidak membuktikan siapa pun. Minta lencana di layar petugas atau poster resmi. Tidak ada? ${GIVE_NOTHING_ID}`,
  },
  'badge/unreadable': {
    what: 'Lencana ini rusak',
    next: `Minta orang itu menampilkannya sekali lagi. Tetap begini? ${GIVE_NOTHING_ID}`,
  },
  'badge/not-genuine': { what: 'AWAS: lencana palsu', next: GIVE_NOTHING_ID },
  'badge/too-old': {
    what: 'AWAS: lencana lama, mungkin hanya foto',
    next: `Lencana asli berganti setiap 20 detik. Minta orang itu mengetik angka dari layar Anda pada lencananya, lalu pindai lagi. Tidak mau? ${GIVE_NOTHING_ID}`,
  },
  'badge/from-the-future': {
    what: 'Jam ponsel dan jam petugas berbeda',
    next: 'Minta petugas mengetik angka dari layar Anda pada lencananya, lalu pindai lagi.',
  },
  'badge/number-differs': {
    what: 'AWAS: lencana ini dibuat untuk orang lain',
    next: `Minta petugas mengetik angka yang sekarang ada di layar Anda, lalu pindai lagi. Tidak mau? ${GIVE_NOTHING_ID}`,
  },
  'badge/not-its-day': {
    what: 'AWAS: tidak berlaku hari ini',
    next: `Petugas tidak bertugas di sini hari ini, atau jam ponsel Anda keliru. ${GIVE_NOTHING_ID}`,
  },
};

const warningsEn: Warnings = {
  'badge/other-code': {
    what: 'No officer’s badge',
    next: `This QR code proves nobody. Ask for the badge on the officer’s screen or the official poster. There is none? ${GIVE_NOTHING_EN}`,
  },
  'badge/unreadable': {
    what: 'This badge is damaged',
    next: `Ask for it to be shown once more. Still so? ${GIVE_NOTHING_EN}`,
  },
  'badge/not-genuine': { what: 'WARNING: a false badge', next: GIVE_NOTHING_EN },
  'badge/too-old': {
    what: 'WARNING: an old badge, perhaps only a photo',
    next: `A genuine badge changes every 20 seconds. Ask the person to type the number on your screen into the badge, then scan again. Refused? ${GIVE_NOTHING_EN}`,
  },
  'badge/from-the-future': {
    what: 'Your phone’s clock and the officer’s differ',
    next: 'Ask the officer to type the number on your screen into the badge, then scan again.',
  },
  'badge/number-differs': {
    what: 'WARNING: this badge was made for somebody else',
    next: `Ask the officer to type the number that your screen shows now, then scan again. Refused? ${GIVE_NOTHING_EN}`,
  },
  'badge/not-its-day': {
    what: 'WARNING: not valid today',
    next: `Officers do not work here today, or your phone’s date is wrong. ${GIVE_NOTHING_EN}`,
  },
};

export const officerWords = dictionary({
  id: {
    lead: 'Pindai lencana pada layar petugas, atau poster kunjungan. Anda tidak perlu memberi apa pun.',
    askNumber: 'Supaya pasti bukan foto: minta petugas mengetik angka ini pada lencananya.',
    point: 'Arahkan kamera ke QR lencana atau poster',
    again: 'Periksa sekali lagi',
    genuineBadge: 'Benar, ini petugas Dukcapil',
    genuinePoster: 'Poster ini asli',
    officer: 'Nama',
    office: 'Kantor',
    place: 'Tempat bertugas',
    days: 'Tanggal',
    compare: 'Cocokkan sendiri',
    samePlace: (place: string) => `Apakah Anda sedang berada di ${place}? Jika tidak, jangan percaya.`,
    sameName: (name: string) => `Apakah ${name} orang yang berdiri di depan Anda? Tanyakan namanya.`,
    posterOnly: 'Poster tidak membuktikan siapa orangnya. Pindai juga lencana petugas.',
    stillUnsure: 'Masih ragu? Ulangi, dan minta petugas mengetik angka dari layar Anda.',
    never: 'Petugas tidak pernah meminta PIN, kode, atau uang.',
    itsDays: (place: string, days: string) => `Yang tertulis di sini: ${place}, ${days}.`,
    schedule: {
      named: 'Jadwal resmi memuat kunjungan ini dan nama petugasnya.',
      confirmed: 'Jadwal resmi memuat kunjungan ini.',
      unreachable:
        'Jadwal resmi belum dapat ditanya karena tidak ada internet. Tanda tangannya sudah diperiksa.',
    },
    officeWarnings: {
      withdrawn: { what: 'AWAS: kantor sudah mencabut lencana ini', next: GIVE_NOTHING_ID },
      notAnnounced: {
        what: 'AWAS: tidak ada (lagi) pada jadwal resmi',
        next: `Kunjungan ini tidak diumumkan, atau sudah dibatalkan. ${GIVE_NOTHING_ID}`,
      },
    },
    warnings: warningsId,
  },
  en: {
    lead: 'Scan the badge on the officer’s screen, or the poster of the visit. You need not give anything.',
    askNumber: 'To be sure that it is no photo: ask the officer to type this number into the badge.',
    point: 'Point the camera at the QR code of the badge or poster',
    again: 'Check once more',
    genuineBadge: 'Yes, this is a Dukcapil officer',
    genuinePoster: 'This poster is genuine',
    officer: 'Name',
    office: 'Office',
    place: 'Place of work',
    days: 'Date',
    compare: 'Compare yourself',
    samePlace: (place) => `Are you at ${place} now? If not, do not believe it.`,
    sameName: (name) => `Is ${name} the person before you? Ask for the name.`,
    posterOnly: 'A poster does not prove who the person is. Scan the officer’s badge as well.',
    stillUnsure: 'Still in doubt? Repeat it, and ask the officer to type the number on your screen.',
    never: 'Officers never ask for a PIN, a code or money.',
    itsDays: (place, days) => `What it says: ${place}, ${days}.`,
    schedule: {
      named: 'The official schedule has this visit, with the officer’s name.',
      confirmed: 'The official schedule has this visit.',
      unreachable:
        'The official schedule could not be asked without internet. The signature has been checked.',
    },
    officeWarnings: {
      withdrawn: { what: 'WARNING: the office has withdrawn this badge', next: GIVE_NOTHING_EN },
      notAnnounced: {
        what: 'WARNING: not (or no longer) on the official schedule',
        next: `This visit was not announced, or has been cancelled. ${GIVE_NOTHING_EN}`,
      },
    },
    warnings: warningsEn,
  },
});
