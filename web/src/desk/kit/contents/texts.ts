import { dictionary } from '../../../shared/i18n.ts';

export const texts = dictionary({
  id: {
    title: 'Isi kit dan cadangan',
    lead: 'Inilah semua yang disimpan kit di perangkat ini. Yang tersandi hanya terbuka selama petugas masuk.',
    sealed: 'tersandi',
    plain: 'terbaca',
    forServer: 'hanya server',
    rows: {
      about: 'Sesi, tempat, hari, dan nama petugas',
      settings: 'Nomor kartu sementara dan sertifikat',
      residents: 'Warga yang dibawa datanya',
      entries: 'Catatan yang ditandatangani',
      photos: 'Foto yang diambil kit',
      copies: 'Salinan untuk server',
      outcomes: 'Jawaban server, tanpa data warga',
      locks: 'Gembok petugas',
    },
    space: (bytes: string) => `Memakai ${bytes} penyimpanan.`,
    endsAt: (time: string) => `Semua yang tersandi dihapus pada ${time}, saat sesi berakhir.`,
    backupTitle: 'Cadangan',
    backupLead:
      'Simpan ke USB setiap sore. Berkas ini hanya dapat dibaca server; siapa pun yang menemukannya tidak dapat membukanya.',
    backup: (count: number) => `Simpan cadangan (${count} catatan)`,
    backupNone: 'Belum ada catatan untuk dicadangkan.',
  },
  en: {
    title: 'Contents and backup',
    lead: 'This is everything that the kit keeps on this device. What is encrypted opens only while an officer is signed in.',
    sealed: 'encrypted',
    plain: 'readable',
    forServer: 'the server alone',
    rows: {
      about: 'Session, place, days and officers’ names',
      settings: 'Places for provisional cards, and certificates',
      residents: 'Residents whose data it carries',
      entries: 'Signed entries',
      photos: 'Photographs by the kit',
      copies: 'Copies for the server',
      outcomes: 'The server’s answers, without residents’ data',
      locks: 'Officers’ locks',
    },
    space: (bytes) => `It uses ${bytes} of storage.`,
    endsAt: (time) => `Everything that is encrypted is erased on ${time}, when the session ends.`,
    backupTitle: 'Backup',
    backupLead:
      'Save it to a USB stick every afternoon. Only the server can read this file; whoever finds it cannot open it.',
    backup: (count) => (count === 1 ? 'Save a backup (1 entry)' : `Save a backup (${count} entries)`),
    backupNone: 'There are no entries to back up yet.',
  },
});
