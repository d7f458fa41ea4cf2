import type { DecisionReason } from '@jatidiri/core/activation/model.ts';
import { dictionary } from '../../shared/i18n.ts';

interface Reason {
  readonly why: string;
  readonly next: string;
}

/**
 * `underPressure` says nothing of the kind: whoever exerts the pressure may be reading this screen.
 */
const reasonsId: Record<DecisionReason, Reason> = {
  faceDiffers: {
    why: 'Wajah di foto atau di depan petugas tidak sama dengan data KTP-el.',
    next: 'Bila menurut Anda ini keliru, datang ke kantor Dukcapil dengan KTP-el dan kartu keluarga.',
  },
  notInPerson: {
    why: 'Pemilik KTP-el tidak hadir sendiri di depan petugas.',
    next: 'Aktivasi tidak dapat diwakilkan. Mulai lagi, lalu datang sendiri.',
  },
  recordWrong: {
    why: 'Ada data kependudukan Anda yang perlu diperbaiki lebih dahulu.',
    next: 'Minta perbaikan data di kantor Dukcapil dengan kartu keluarga. Setelah itu mulai lagi di sini.',
  },
  cardOrRecordDisputed: {
    why: 'KTP-el atau data kependudukan ini masih perlu diperiksa.',
    next: 'Datang ke kantor Dukcapil dengan KTP-el dan kartu keluarga. Petugas akan menjelaskannya.',
  },
  underPressure: {
    why: 'Petugas belum dapat menyetujui permohonan ini.',
    next: 'Anda boleh datang lagi ke kantor Dukcapil, kapan saja.',
  },
  selfieUnusable: {
    why: 'Foto wajah kurang jelas.',
    next: 'Mulai lagi dan ambil foto di tempat yang terang.',
  },
};

const reasonsEn: Record<DecisionReason, Reason> = {
  faceDiffers: {
    why: 'The face in the photo or before the officer is not that of the KTP-el record.',
    next: 'If you think that this is wrong, go to a Dukcapil office with your KTP-el and family card.',
  },
  notInPerson: {
    why: 'The owner of the KTP-el was not there in person.',
    next: 'Nobody can do this for you. Start again and come yourself.',
  },
  recordWrong: {
    why: 'Something in your population record must be corrected first.',
    next: 'Ask for the correction at a Dukcapil office, with your family card. Then start again here.',
  },
  cardOrRecordDisputed: {
    why: 'The KTP-el or the population record still has to be looked into.',
    next: 'Go to a Dukcapil office with your KTP-el and family card. An officer will explain.',
  },
  underPressure: {
    why: 'The officer cannot approve this application yet.',
    next: 'You may come again to the Dukcapil office, at any time.',
  },
  selfieUnusable: {
    why: 'The selfie is not clear enough.',
    next: 'Start again and take the photo in a bright place.',
  },
};

export const texts = dictionary({
  id: {
    selfieTitle: 'Foto wajah',
    selfieLead: 'Hadapkan wajah ke kamera di tempat terang. Lepas masker, topi, dan kacamata hitam.',
    selfieWhy: 'Petugas membandingkan foto ini dengan Anda dan data KTP-el.',
    selfieKept: 'Foto yang akan dikirim',
    selfieSend: 'Kirim foto ini',
    selfieOther: 'Ambil foto lain',
    selfieSending: (share: number) => `Mengirim foto: ${Math.round(share * 100)} %`,
    pinTitle: 'Buat PIN',
    pinLead:
      'PIN 6 angka membuka KTP Digital di ponsel ini. Jangan beri tahu siapa pun, juga tidak kepada petugas.',
    pinNew: 'PIN baru',
    pinRepeat: 'Masukkan PIN itu sekali lagi',
    pinDiffers: 'Kedua PIN tidak sama. Buat PIN sekali lagi.',
    pinWeak: {
      notSixDigits: 'PIN terdiri dari 6 angka.',
      guessable: 'PIN ini mudah ditebak. Pilih angka yang tidak berurutan dan tidak berulang.',
      birthDate: 'PIN ini tertulis di KTP-el Anda (tanggal lahir atau NIK). Pilih angka lain.',
    },
    officerTitle: 'Temui petugas Dukcapil',
    officerLead: 'Tunjukkan QR ini kepada petugas, dengan layar yang terang.',
    officerQr: 'QR pendaftaran untuk dipindai petugas',
    officerWait: 'Menunggu petugas. Halaman ini berganti sendiri.',
    officerWhere: 'Di mana petugasnya?',
    officerPlaces: [
      'Kantor Dukcapil kabupaten atau kota',
      'Kantor kecamatan yang melayani KTP Digital',
      'Mal pelayanan publik',
      'Acara jemput bola di kampus, desa, sekolah, atau kantor Anda',
    ],
    withoutNetwork: 'Petugas tidak punya internet?',
    withoutNetworkHow:
      'Serahkan permohonan ini langsung ke layar petugas. Ia memotret Anda di tempat, jadi foto wajah di sini tidak diperlukan.',
    handOver: 'Serahkan tanpa internet',
    officerBring: 'Bawa KTP-el atau kartu keluarga bila ada.',
    validUntil: (when: string) => `Permohonan ini berlaku sampai ${when}.`,
    heldTitle: 'KTP Digital Anda ditangguhkan',
    heldWhy: 'Ponsel ini dilaporkan hilang. KTP Digital di ponsel ini tidak berlaku untuk sementara.',
    heldNext:
      'Ponsel sudah ada pada Anda? Bawa ponsel ini dan KTP-el ke kantor Dukcapil mana pun. Petugas memberlakukannya lagi, tanpa aktivasi ulang.',
    heldProof: 'Pulihkan dengan kode dan wajah',
    heldNotYou: 'Jika bukan Anda yang melaporkan, beri tahu petugas. KTP-el fisik Anda tetap berlaku.',
    mailTitle: 'Petugas sudah menyetujui',
    paper: 'Kode di kertas dari petugas',
    paperHint: 'Contoh: K7QM-2XFD-9TRA',
    paperSend: 'Ya, aktifkan KTP Digital saya',
    paperMissing: 'Ketik dahulu kode di kertas.',
    paperInstead: 'Petugas memberi kode di kertas?',
    paperNone: 'Tidak ada kertas? Petugas dapat mengonfirmasi',
    mailOpen: 'Buka e-mail Anda, lalu tekan tautan di dalam e-mail dari Jatidiri.',
    mailDemo: 'Ini demonstrasi: buka e-mail contoh di sini',
    mailAnyDevice: 'Boleh dibuka di ponsel ini atau di perangkat lain. Halaman ini berganti sendiri.',
    mailLate: 'E-mail belum datang?',
    mailLateSteps: [
      'Lihat juga folder Spam atau Promosi.',
      'Atau minta petugas mengonfirmasi di tempat. Tunjukkan QR ini kepadanya.',
    ],
    mailNone: 'Tinggal satu langkah: jawaban Anda.',
    mailNoneWhy: 'Anda tidak mengisi e-mail. Ketik kode dari kertas yang diberikan petugas.',
    mailBy: (office: string) => `Disetujui di ${office}.`,
    mailUntil: (when: string) => `Konfirmasi paling lambat ${when}.`,
    over: {
      refused: 'Permohonan belum disetujui',
      cancelled: 'Permohonan dibatalkan',
      expired: 'Permohonan lewat batas waktu',
      ended: 'KTP Digital sudah dilepas dari ponsel ini',
      lost: 'Permohonan tidak ditemukan',
    },
    overNext: {
      cancelled: 'Tidak ada yang perlu dilakukan. Anda dapat memulai lagi kapan saja.',
      expired: 'Mulai lagi; isian Anda masih tersimpan dan tidak perlu diubah.',
      lost: 'Layanan tidak menemukan permohonan ini untuk ponsel ini. Mulai lagi dari awal; isian Anda masih tersimpan.',
    },
    ended: {
      released:
        'Dilepas oleh Anda sendiri atau oleh petugas atas permintaan Anda. Untuk memakai KTP Digital lagi, mulai dari awal dan temui petugas.',
      lost: 'Petugas melepasnya karena ponsel dilaporkan hilang. Bila itu keliru, mulai lagi dan temui petugas.',
      deceased:
        'Petugas menghentikannya karena ada catatan kematian. Bila itu keliru, datang ke kantor Dukcapil dengan kartu keluarga.',
      corrected: 'Petugas menghentikannya karena data diperbaiki. Mulai lagi dan temui petugas.',
      moved:
        'KTP Digital Anda sekarang ada di ponsel lain. Di ponsel ini tidak ada lagi yang berlaku. Bukan Anda yang memindahkannya? Segera datang ke kantor Dukcapil mana pun.',
    },
    movedAway: 'KTP Digital sudah pindah ke ponsel lain',
    overFisik: 'KTP-el fisik Anda tetap berlaku.',
    startAnew: 'Mulai lagi',
    reasons: reasonsId,
  },
  en: {
    selfieTitle: 'Selfie',
    selfieLead: 'Face the camera in a bright place. Take off masks, hats and sunglasses.',
    selfieWhy: 'The officer compares this photo with you and the KTP-el record.',
    selfieKept: 'The photo that will be sent',
    selfieSend: 'Send this photo',
    selfieOther: 'Take another one',
    selfieSending: (share) => `Sending the photo: ${Math.round(share * 100)} %`,
    pinTitle: 'Make a PIN',
    pinLead: 'A PIN of 6 digits opens the digital KTP on this phone. Tell nobody, not even an officer.',
    pinNew: 'New PIN',
    pinRepeat: 'Enter that PIN once more',
    pinDiffers: 'The two PINs differ. Make a PIN once more.',
    pinWeak: {
      notSixDigits: 'A PIN has 6 digits.',
      guessable: 'This PIN is easily guessed. Choose digits that neither follow each other nor repeat.',
      birthDate: 'This PIN stands on your KTP-el (birth date or NIK). Choose other digits.',
    },
    officerTitle: 'Meet a Dukcapil officer',
    officerLead: 'Show this QR to the officer, with the screen turned bright.',
    officerQr: 'Registration QR for the officer to scan',
    officerWait: 'Waiting for the officer. This page changes by itself.',
    officerWhere: 'Where are the officers?',
    officerPlaces: [
      'The Dukcapil office of your kabupaten or kota',
      'Kecamatan offices that serve the digital KTP',
      'Public service malls',
      'Outreach events at your campus, village, school or office',
    ],
    withoutNetwork: 'The officer has no internet?',
    withoutNetworkHow:
      'Hand this application to the officer’s screen directly. The officer takes a photo of you there, so no selfie is needed here.',
    handOver: 'Hand it over without internet',
    officerBring: 'Bring your KTP-el or family card if you have it.',
    validUntil: (when) => `This application is valid until ${when}.`,
    heldTitle: 'Your digital KTP is on hold',
    heldWhy: 'This phone was reported lost. The digital KTP on it is not valid for now.',
    heldNext:
      'You have the phone? Take it and your KTP-el to any Dukcapil office. An officer makes it valid again, without a new activation.',
    heldProof: 'Resume it by code and face',
    heldNotYou: 'If it was not you who reported it, tell the officer. Your physical KTP-el stays valid.',
    mailTitle: 'The officer has approved',
    paper: 'Code on the officer’s paper',
    paperHint: 'Example: K7QM-2XFD-9TRA',
    paperSend: 'Yes, activate my digital KTP',
    paperMissing: 'First type the code on the paper.',
    paperInstead: 'Did the officer give you a code on paper?',
    paperNone: 'No paper? The officer can confirm',
    mailOpen: 'Open your e-mail and press the link in the message from Jatidiri.',
    mailDemo: 'This is a demonstration: open the example e-mail here',
    mailAnyDevice: 'You may open it on this phone or on another device. This page changes by itself.',
    mailLate: 'No e-mail yet?',
    mailLateSteps: [
      'Look into the Spam and Promotions folders too.',
      'Or ask the officer to confirm on the spot. Show this QR.',
    ],
    mailNone: 'One step is left: your answer.',
    mailNoneWhy: 'You gave no e-mail. Type the code on the paper that the officer handed over.',
    mailBy: (office) => `Approved at ${office}.`,
    mailUntil: (when) => `Confirm by ${when}.`,
    over: {
      refused: 'The application was not approved',
      cancelled: 'The application was cancelled',
      expired: 'The application passed its time limit',
      ended: 'The digital KTP was released from this phone',
      lost: 'The application was not found',
    },
    overNext: {
      cancelled: 'Nothing needs to be done. You may start again at any time.',
      expired: 'Start again; your entries are kept and need not change.',
      lost: 'The service knows no such application for this phone. Start again; your entries are kept.',
    },
    ended: {
      released:
        'Released by you, or by an officer at your request. To use the digital KTP again, start from the beginning and meet an officer.',
      lost: 'An officer released it because the phone was reported lost. If that is wrong, start again and meet an officer.',
      deceased:
        'An officer ended it because of a record of death. If that is wrong, go to a Dukcapil office with the family card.',
      corrected: 'An officer ended it because data were corrected. Start again and meet an officer.',
      moved:
        'Your digital KTP is on another phone now. Nothing on this one is valid any more. Not moved by you? Go to any Dukcapil office at once.',
    },
    movedAway: 'The digital KTP has moved to another phone',
    overFisik: 'Your physical KTP-el stays valid.',
    startAnew: 'Start again',
    reasons: reasonsEn,
  },
});
