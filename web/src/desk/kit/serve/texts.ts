import { dictionary } from '../../../shared/i18n.ts';
import type { Concern } from './serving.ts';

const concernsId: Record<Concern, string> = {
  nameDiffers: 'Nama pada ponsel berbeda dari data kependudukan.',
  notRecorded: 'KTP-el orang ini belum direkam; server akan menolaknya.',
  activeElsewhere: 'KTP Digital orang ini sudah aktif di ponsel lain.',
};
const concernsEn: Record<Concern, string> = {
  nameDiffers: 'The name on the phone differs from the population record.',
  notRecorded: 'This person’s KTP-el has not been recorded; the server will refuse.',
  activeElsewhere: 'This person’s digital KTP is active on another phone already.',
};

export const texts = dictionary({
  id: {
    scanTitle: 'Pindai ponsel warga',
    scanLead: 'Minta warga membuka “Serahkan kepada petugas” dan menghadapkan layarnya ke kamera ini.',
    notToday: 'Hari ini bukan hari sesi kit ini, jadi tidak ada yang dapat dicatat.',
    paste: 'Kamera tidak dapat dipakai? Tempel isinya',
    pasteLabel: 'Isi permohonan',
    pasteHint: 'Teks yang diawali IKDAPP:',
    pasteMissing: 'Tempel isinya dahulu.',
    pasteAction: 'Baca permohonan',
    personTitle: 'Bandingkan, lalu putuskan',
    earlierTitle: (n: number) => `Sudah dilayani: catatan no. ${n}`,
    earlier: 'NIK ini sudah diputuskan di kit ini. Batalkan dahulu catatan itu jika harus diputuskan lagi.',
    earlierShow: 'Lihat catatan itu',
    recorded: 'Foto rekaman',
    recordedNone: 'Kit tidak membawa foto rekaman. Bandingkan dengan KTP-el di tangan Anda.',
    taken: 'Foto sekarang',
    facts: {
      nik: 'NIK',
      phone: 'Nomor ponsel',
      email: 'E-mail',
      birth: 'Tanggal lahir',
      sex: 'Jenis kelamin',
    },
    noneGiven: 'tidak ada',
    notCarriedTitle: 'Data orang ini tidak dibawa kit',
    notCarried: 'Cocokkan nama dan NIK ini dengan KTP-el di tangan Anda. Server memeriksanya nanti.',
    concernsTitle: 'Perlu dilihat lebih teliti',
    concerns: concernsId,
    assisted: 'E-mail tidak diperlukan. Konfirmasi dilakukan di sini dan dicatat atas nama Anda.',
    accept: 'Setujui dan beri kartu',
    photoFirst: 'Ambil foto orangnya dahulu.',
    refuse: 'Tolak permohonan',
    cardTitle: 'Jawaban untuk ponsel',
    cardLead:
      'Minta warga menekan “Pindai jawaban petugas” di ponselnya, lalu memindai QR ini: kartu sementaranya.',
    cardLabel: 'Kartu sementara',
    cardNone:
      'Tidak ada kartu sementara: perangkat ini tidak dapat membuatnya, atau jatahnya habis. Warga menerima kartu lengkap setelah kit pulang.',
    recordedAs: (n: number, name: string) => `Tersimpan sebagai catatan no. ${n}: ${name}`,
    refusedTitle: 'Permohonan ditolak',
    next: 'Orang berikutnya',
    toHome: 'Selesai',
  },
  en: {
    scanTitle: 'Scan a resident’s phone',
    scanLead:
      'Ask the resident to open “Hand over without a network” and to hold the screen before this camera.',
    notToday: 'Today is no day of this kit’s session, so nothing can be recorded.',
    paste: 'Cannot use the camera? Paste the content',
    pasteLabel: 'Content of the application',
    pasteHint: 'The text that begins with IKDAPP:',
    pasteMissing: 'Paste the content first.',
    pasteAction: 'Read the application',
    personTitle: 'Compare, then decide',
    earlierTitle: (n) => `Served already: entry no. ${n}`,
    earlier:
      'This NIK has been decided on this kit. Take that entry back first if it has to be decided anew.',
    earlierShow: 'See that entry',
    recorded: 'Recorded photograph',
    recordedNone: 'The kit carries no recorded photograph. Compare with the KTP-el in your hand.',
    taken: 'Photograph now',
    facts: { nik: 'NIK', phone: 'Phone number', email: 'E-mail', birth: 'Date of birth', sex: 'Sex' },
    noneGiven: 'none',
    notCarriedTitle: 'The kit does not carry this person’s data',
    notCarried: 'Compare this name and NIK with the KTP-el in your hand. The server checks them later.',
    concernsTitle: 'Worth a second look',
    concerns: concernsEn,
    assisted: 'No e-mail is needed: it is confirmed here, and recorded in your name.',
    accept: 'Approve and give the card',
    photoFirst: 'Take the person’s photograph first.',
    refuse: 'Refuse the application',
    cardTitle: 'Answer for the phone',
    cardLead:
      'Ask the resident to press “Scan the officer’s answer” and to scan this QR code: the provisional card.',
    cardLabel: 'Provisional card',
    cardNone:
      'There is no provisional card: this device cannot make one, or none are left. The resident gets the full card once the kit is home.',
    recordedAs: (n, name) => `Stored as entry no. ${n}: ${name}`,
    refusedTitle: 'The application is refused',
    next: 'Next person',
    toHome: 'Finish',
  },
});
