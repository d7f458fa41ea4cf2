import { dictionary } from '../../shared/i18n.ts';
import type { ListAgeDays, ProvisionalAnswer } from './settings.ts';

const daysId = {
  '1': { label: 'Satu hari', hint: 'Untuk tempat yang setiap hari tersambung' },
  '7': { label: 'Tujuh hari', hint: 'Untuk kebanyakan loket' },
  '30': { label: 'Tiga puluh hari', hint: 'Untuk tempat tanpa jaringan; pencabutan terlambat diketahui' },
} satisfies Record<ListAgeDays, { label: string; hint: string }>;

const daysEn = {
  '1': { label: 'One day', hint: 'For places that are online every day' },
  '7': { label: 'Seven days', hint: 'For most counters' },
  '30': { label: 'Thirty days', hint: 'For places without a network; revocations become known late' },
} satisfies Record<ListAgeDays, { label: string; hint: string }>;

type Answers = Record<ProvisionalAnswer, { label: string; hint: string }>;
const provisionalId: Answers = {
  refuse: { label: 'Tolak', hint: 'Untuk layanan yang harus pasti, misalnya bank' },
  accept: { label: 'Terima, dengan tanda SEMENTARA', hint: 'Untuk layanan yang dapat menunggu pengesahan' },
};
const provisionalEn: Answers = {
  refuse: { label: 'Refuse', hint: 'For services that must be certain, such as a bank' },
  accept: { label: 'Accept, marked PROVISIONAL', hint: 'For services that can wait for the confirmation' },
};

export const texts = dictionary({
  id: {
    title: 'Pengaturan',
    maxAge: 'Berapa lama daftar pencabutan boleh dipakai?',
    maxAgeHint: 'Daftar yang lebih lama dari ini tidak dipakai: hasilnya “belum pasti”.',
    days: daysId as Record<ListAgeDays, { label: string; hint: string }>,
    provisional: 'Kartu sementara dari kunjungan petugas?',
    provisionalHint:
      'Dibuat petugas di tempat tanpa sinyal setelah melihat orangnya; data kependudukan baru mengesahkannya kemudian.',
    provisionalAnswers: provisionalId,
    lists: 'Daftar di perangkat ini',
    listsNone: 'Belum ada. Sambungkan ke internet.',
    listsSigned: (time: string) => `Ditandatangani ${time}.`,
    roots: 'Akar kepercayaan',
    rootsHint: 'Sidik jari (SHA-256) dari sertifikat akar yang dipercaya perangkat ini:',
    offered: 'Sertifikat akar baru, belum dipercaya:',
    offeredHint:
      'Terima hanya bila sidik jari ini sama dengan yang diumumkan oleh Dukcapil melalui jalan lain.',
    accept: 'Sidik jarinya sama: terima',
    renew: 'Perbarui sekarang',
  },
  en: {
    title: 'Settings',
    maxAge: 'For how long may a revocation list be used?',
    maxAgeHint: 'An older list is not used: the result is “not certain”.',
    days: daysEn,
    provisional: 'Provisional cards from officers’ visits?',
    provisionalHint:
      'Made by officers without a signal, who have seen the person; the population records confirm it later.',
    provisionalAnswers: provisionalEn,
    lists: 'Lists on this device',
    listsNone: 'None yet. Connect to the internet.',
    listsSigned: (time) => `Signed on ${time}.`,
    roots: 'Root of trust',
    rootsHint: 'Fingerprint (SHA-256) of the root certificate that this device trusts:',
    offered: 'A new root certificate, not trusted yet:',
    offeredHint: 'Accept it only when Dukcapil has announced the same fingerprint in another way.',
    accept: 'The fingerprint is the same: accept',
    renew: 'Renew now',
  },
});
