import { entryKinds } from '@jatidiri/core/rights/entryWords.ts';
import { dictionary } from '../i18n.ts';

/** What an entry of the ledger says: to the person it is about, and to the officer who answers for it. */
export const trailWords = dictionary({
  id: {
    kinds: entryKinds.id,
    unknown: 'Data Anda diproses',
    purpose: 'Keperluan',
    data: 'Data',
    purposes: {
      'activation-desk': 'Aktivasi KTP Digital di depan petugas',
      'recording-desk': 'Perekaman KTP-el di depan petugas',
      credential: 'Menerbitkan KTP Digital Anda',
      'family-desk': 'Mencatat peristiwa keluarga di loket',
      'outreach-kit': 'Kunjungan petugas ke tempat tanpa jaringan',
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
      days > 0 ? `Sisa ${days} hari ${hours} jam` : `Sisa ${hours} jam ${minutes} menit`,
  },
  en: {
    kinds: entryKinds.en,
    unknown: 'Your data were processed',
    purpose: 'Purpose',
    data: 'Data',
    purposes: {
      'activation-desk': 'Activation of the digital KTP before an officer',
      'recording-desk': 'KTP-el recording before an officer',
      credential: 'Issuing your digital KTP',
      'family-desk': 'Recording a family event at the desk',
      'outreach-kit': 'A visit of officers where there is no network',
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
    timeLeft: (days, hours, minutes) =>
      days > 0 ? `${days} d ${hours} h left` : `${hours} h ${minutes} min left`,
  },
});
