import { dictionary } from '../shared/i18n.ts';
import type { DeskRefusal } from './desk.ts';

const noStorageId: Record<DeskRefusal['code'], string> = {
  'storage/forbidden':
    'Peramban ini tidak mengizinkan penyimpanan. Buka halaman ini di jendela biasa (bukan jendela privat).',
  'storage/blocked': 'Halaman ini terbuka di tab lain dengan versi lama. Tutup tab itu, lalu coba lagi.',
  'desk/insecure': 'Halaman ini harus dibuka melalui sambungan aman (https). Periksa alamatnya.',
};

const noStorageEn: Record<DeskRefusal['code'], string> = {
  'storage/forbidden':
    'This browser does not allow storage. Open this page in an ordinary, not a private, window.',
  'storage/blocked': 'This page is open in another tab in an older version. Close that tab and try again.',
  'desk/insecure': 'This page must be opened through a secure connection (https). Check the address.',
};

/** What every page of the desk may say. */
export const texts = dictionary({
  id: {
    service: 'Meja petugas',
    opening: 'Membuka meja petugas',
    unreachable: 'Layanan tidak dapat dihubungi',
    again: 'Coba lagi',
    noStorageTitle: 'Meja petugas tidak dapat dibuka',
    noStorage: noStorageId,
    greeting: (name: string) => `Selamat bertugas, ${name}`,
    roles: { operator: 'Petugas', headOfOffice: 'Kepala kantor', ministry: 'Kementerian' },
    groups: {
      identity: 'Identitas digital',
      documents: 'Dokumen',
      residents: 'Dari warga',
      outside: 'Di luar kantor',
      office: 'Kantor dan program',
    },
    scan: 'Pindai QR pendaftaran',
    scanHint: 'Minta pemohon membuka halaman “Temui petugas Dukcapil” di ponselnya.',
    movingHint: 'IKD pindah saat itu juga, tanpa aktivasi ulang; warga dari daerah mana pun.',
    ending: 'Lepaskan IKD dari ponsel lain',
    endingHint: 'Ponsel pemohon hilang, atau IKD-nya tidak dapat dibuka lagi.',
    holding: 'Tangguhkan atau pulihkan IKD',
    holdingHint: 'Ponsel pemohon hilang dan mungkin ditemukan lagi, atau sudah ditemukan.',
    objections: 'Keberatan warga',
    objectionsHint: 'Jawab keberatan atas pemrosesan data, dalam 3 × 24 jam.',
    staff: 'Petugas kantor ini',
    staffHint: 'Undang petugas baru, beri kode perangkat, atau nonaktifkan akun.',
    partners: 'Lembaga mitra',
    partnersHint: 'Periksa permohonan, tetapkan syarat PKS, atau hentikan akses seketika.',
    signOut: 'Keluar',
    waitingTitle: (count: number) => `${count} keputusan belum terkirim`,
    waiting:
      'Keputusan sudah ditandatangani dan tersimpan di perangkat ini. Keputusan dikirim sendiri begitu tersambung.',
    sendNow: 'Kirim sekarang',
    refusedTitle: 'Keputusan tidak diterima',
    refusedAt: (time: string) => `Keputusan ${time}:`,
    understood: 'Mengerti',
  },
  en: {
    service: 'Desk',
    opening: 'Opening the officers’ desk',
    unreachable: 'The service cannot be reached',
    again: 'Try again',
    noStorageTitle: 'The officers’ desk cannot be opened',
    noStorage: noStorageEn,
    greeting: (name) => `Welcome, ${name}`,
    roles: { operator: 'Officer', headOfOffice: 'Head of office', ministry: 'Ministry' },
    groups: {
      identity: 'Digital identity',
      documents: 'Documents',
      residents: 'From residents',
      outside: 'Outside the office',
      office: 'Office and programme',
    },
    scan: 'Scan a registration QR',
    scanHint: 'Ask the applicant to open the page “Meet a Dukcapil officer” on their phone.',
    movingHint: 'The IKD moves at once, without a new activation; residents of any region.',
    ending: 'Release an IKD from another phone',
    endingHint: 'The applicant’s phone is lost, or its IKD cannot be opened any more.',
    holding: 'Put an IKD on hold, or resume it',
    holdingHint: 'The applicant’s phone is lost and may be found again, or has been found.',
    objections: 'Objections of residents',
    objectionsHint: 'Answer objections to the processing of data, within 3 × 24 hours.',
    staff: 'Officers of this office',
    staffHint: 'Invite a new officer, give a code for a device, or suspend an account.',
    partners: 'Partner institutions',
    partnersHint: 'Review applications, set the terms of an agreement, or stop access at once.',
    signOut: 'Sign out',
    waitingTitle: (count) => (count === 1 ? '1 decision not sent yet' : `${count} decisions not sent yet`),
    waiting: 'It is signed and kept on this device, and is sent by itself as soon as there is a connection.',
    sendNow: 'Send now',
    refusedTitle: 'A decision was not accepted',
    refusedAt: (time) => `Decision of ${time}:`,
    understood: 'Understood',
  },
});
