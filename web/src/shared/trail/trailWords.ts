import { dictionary } from '../i18n.ts';
import { kindsEn, kindsId } from './kinds.ts';

/** What an entry of the ledger says: to the person it is about, and to the officer who answers for it. */
export const trailWords = dictionary({
  id: {
    kinds: kindsId as Record<string, string>,
    unknown: 'Data Anda diproses',
    purpose: 'Keperluan',
    data: 'Data',
    purposes: {
      'activation-desk': 'Aktivasi KTP Digital di depan petugas',
      credential: 'Menerbitkan KTP Digital Anda',
    } as Record<string, string>,
    elements: {
      domicile: 'Wilayah tempat tinggal',
      recording: 'Status perekaman KTP-el',
      life: 'Status hidup',
    } as Record<string, string>,
    actors: {
      resident: 'Anda sendiri',
      officer: 'Petugas Dukcapil',
      partner: 'Lembaga pengguna data',
      stranger: 'Orang yang tidak dikenal',
      system: 'Sistem',
    },
    reasons: {
      notMine: 'Saya tidak pernah berurusan dengan pihak ini',
      wrongPurpose: 'Keperluannya tidak benar',
      tooMuch: 'Data yang diambil terlalu banyak',
      other: 'Lainnya',
    },
    timeLeft: (days: number, hours: number, minutes: number) =>
      `Sisa ${days > 0 ? `${days} hari ` : ''}${hours} jam ${minutes} menit`,
  },
  en: {
    kinds: kindsEn,
    unknown: 'Your data were processed',
    purpose: 'Purpose',
    data: 'Data',
    purposes: {
      'activation-desk': 'Activation of the digital KTP before an officer',
      credential: 'Issuing your digital KTP',
    },
    elements: {
      domicile: 'Region of residence',
      recording: 'State of KTP-el recording',
      life: 'Whether alive',
    },
    actors: {
      resident: 'Yourself',
      officer: 'Dukcapil officer',
      partner: 'Institution',
      stranger: 'Somebody unknown',
      system: 'The system',
    },
    reasons: {
      notMine: 'I never had to do with them',
      wrongPurpose: 'The purpose is not true',
      tooMuch: 'They took too much data',
      other: 'Something else',
    },
    timeLeft: (days, hours, minutes) => `${days > 0 ? `${days} d ` : ''}${hours} h ${minutes} min left`,
  },
});
