import type { DecisionReason, FaceFinding } from '@jatidiri/core/activation/model.ts';
import { dictionary } from '../../shared/i18n.ts';

const reasonsId: Record<DecisionReason, string> = {
  faceDiffers: 'Wajah berbeda dari foto atau KTP-el',
  notInPerson: 'Orangnya tidak hadir sendiri',
  recordWrong: 'Data kependudukan keliru dan perlu diperbaiki dahulu',
  cardOrRecordDisputed: 'KTP-el atau data diragukan keasliannya',
  underPressure: 'Pemohon tampak dipaksa atau tidak paham',
  selfieUnusable: 'Foto tidak jelas untuk dibandingkan',
};

const reasonsEn: Record<DecisionReason, string> = {
  faceDiffers: 'The face differs from the photo or the KTP-el',
  notInPerson: 'The person is not here themselves',
  recordWrong: 'The population record is wrong and must be corrected first',
  cardOrRecordDisputed: 'The KTP-el or the record is in doubt',
  underPressure: 'The applicant seems to be under pressure or does not understand',
  selfieUnusable: 'The photo is too unclear to compare',
};

interface Finding {
  readonly title: string;
  /** How it errs, from docs/decisions/0040. */
  readonly errs?: string;
}

const findingsId: Record<FaceFinding, Finding> = {
  same: {
    title: 'Menurut program, kedua foto mirip',
    errs: 'Program bisa keliru: dalam uji coba, hingga 1 dari 100 pasang foto dua orang berbeda dianggap mirip. Saudara kembar pun dianggap mirip.',
  },
  officer: {
    title: 'Program tidak dapat memastikan apakah orangnya sama',
    errs: 'Dalam uji coba ini terjadi pada 1 dari 12 pasang foto dua orang berbeda. Bandingkan dengan teliti.',
  },
  different: {
    title: 'Menurut program, kedua foto berbeda orang',
    errs: 'Program bisa keliru: foto lama, kacamata, janggut, kerudung, atau cahaya buruk membuat orang yang sama tampak berbeda.',
  },
  unclearSelfie: { title: 'Tidak dibandingkan oleh program: wajah di foto ponsel tidak jelas' },
  unclearPhotograph: { title: 'Tidak dibandingkan oleh program: wajah di foto perekaman tidak jelas' },
  noPhotograph: { title: 'Belum ada foto perekaman untuk dibandingkan' },
};

const findingsEn: Record<FaceFinding, Finding> = {
  same: {
    title: 'The program finds the two photos alike',
    errs: 'It errs: in trials up to 1 in 100 pairs of two different people was taken to be alike. So are twins.',
  },
  officer: {
    title: 'The program cannot tell whether it is the same person',
    errs: 'In trials this happened with 1 in 12 pairs of two different people. Compare closely.',
  },
  different: {
    title: 'The program finds two different people',
    errs: 'It errs: an old photo, glasses, a beard, a headscarf or bad light make one person look like another.',
  },
  unclearSelfie: { title: 'Not compared by the program: the face in the selfie is unclear' },
  unclearPhotograph: { title: 'Not compared by the program: the face in the recorded photograph is unclear' },
  noPhotograph: { title: 'There is no recorded photograph to compare with' },
};

const nextStepsId: Record<DecisionReason, string> = {
  faceDiffers: 'Sampaikan bahwa pendaftaran harus dilakukan sendiri oleh pemilik NIK.',
  notInPerson: 'Sampaikan bahwa pemilik NIK harus datang sendiri.',
  recordWrong: 'Arahkan pemohon ke loket perbaikan data. Setelah diperbaiki, pendaftaran dapat diulang.',
  cardOrRecordDisputed: 'Teruskan kepada kepala kantor sesuai prosedur kantor Anda.',
  underPressure: 'Teruskan kepada kepala kantor. Pemohon dapat datang lagi sendiri.',
  selfieUnusable: 'Minta pemohon mendaftar lagi dan mengambil foto di tempat yang terang.',
};

const nextStepsEn: Record<DecisionReason, string> = {
  faceDiffers: 'Explain that the holder of the NIK must register in person.',
  notInPerson: 'Explain that the holder of the NIK must come in person.',
  recordWrong: 'Direct the applicant to the counter for corrections. Afterwards they can register again.',
  cardOrRecordDisputed: 'Pass it on to your head of office, as your office’s procedure says.',
  underPressure: 'Pass it on to your head of office. The applicant may come again alone.',
  selfieUnusable: 'Ask the applicant to register again and take the photo in good light.',
};

export const texts = dictionary({
  id: {
    scanTitle: 'Pindai QR pemohon',
    scanLead:
      'QR ada di halaman “Temui petugas Dukcapil” di ponsel pemohon. QR berganti sendiri setiap menit.',
    looking: 'Mencari permohonan …',
    paste: 'Tidak dapat memindai? Tempel isi QR',
    pasteHint: 'Tempel teks yang diawali IKDREG: – gambar QR juga dapat ditempel dengan Ctrl+V.',
    pasteLabel: 'Isi QR',
    pasteMissing: 'Tempel isi QR dahulu.',
    lookUp: 'Cari permohonan',
    applicantTitle: 'Bandingkan, lalu putuskan',
    selfie: 'Foto wajah yang diambil pemohon di ponselnya',
    selfieShort: 'Foto dari ponsel',
    photograph: 'Foto dari perekaman KTP-el',
    photographShort: 'Foto perekaman',
    findings: findingsId,
    drawnFaces: 'Peragaan: bagi program, semua wajah gambar mirip.',
    youDecide: 'Ini hanya saran. Anda yang memutuskan.',
    enlarge: 'Perbesar foto',
    enlarged: 'Foto wajah, diperbesar',
    noSelfie: 'Foto wajah belum ada',
    record: 'Data kependudukan',
    warningsTitle: 'Perlu dilihat lebih teliti',
    warningsNote: 'Ini bukan alasan untuk menolak: NIK tidak pernah berubah, walau data diperbaiki.',
    warnings: {
      birthDate: 'Tanggal lahir berbeda dari yang tertulis di dalam NIK.',
      sex: 'Jenis kelamin berbeda dari yang tertulis di dalam NIK.',
      domicile: 'NIK diterbitkan di wilayah lain; mungkin pemohon pernah pindah.',
    } as Record<string, string>,
    checklist: 'Sebelum menyetujui, pastikan',
    checks: {
      present: 'Orangnya hadir di depan saya',
      sameFace: 'Wajah sama dengan foto dan KTP-el',
    },
    checkMissing: 'Centang kedua pernyataan sebelum menyetujui.',
    approve: 'Setujui, kirim e-mail konfirmasi',
    approveOnPaper: 'Setujui, beri kode di kertas',
    paper: 'Tulis kode ini di kertas dan serahkan kepada pemohon:',
    paperHint: 'Pemohon mengetiknya sendiri di ponselnya. Berlaku dua hari.',
    attestedOnPaper: 'Disetujui. Serahkan kode di kertas.',
    attestedOnPaperNext: 'Pemohon menjawab ya dengan mengetik kode itu di ponselnya.',
    shared:
      'Ponsel ini dipakai bersama keluarga; setiap orang memilih PIN sendiri. Pastikan pemohon memahaminya.',
    helper: (name: string) =>
      `Dibantu oleh ${name}. Tanyakan kepada pemohon, tanpa orang itu, apakah ia setuju.`,
    approveOnDesk: 'Setujui dan konfirmasi di meja',
    confirmOnDesk: 'Konfirmasi di meja',
    noEmail: 'Pemohon tidak punya e-mail. Beri kode di kertas, atau konfirmasi di meja ini.',
    attestedTitle: 'Sudah disetujui, menunggu e-mail',
    attested:
      'Jika e-mail tidak kunjung datang, Anda dapat mengonfirmasi di meja. Ini dicatat atas nama Anda.',
    refuse: 'Tolak permohonan',
    refuseTitle: 'Mengapa permohonan ditolak?',
    refuseHint: 'Pemohon melihat alasan ini di ponselnya dan dapat mendaftar lagi.',
    refuseMissing: 'Pilih satu alasan.',
    refuseNow: 'Tolak permohonan ini',
    keepOpen: 'Batal',
    reasons: reasonsId,
    nextSteps: nextStepsId,
    notOpen: {
      dataVerified: 'Foto wajah belum diambil. Minta pemohon menyelesaikan langkah foto di ponselnya.',
      active: 'IKD ini sudah aktif. Tidak ada yang perlu diputuskan.',
      ended: 'IKD ini sudah dilepas dari ponsel pemohon. Pemohon dapat mendaftar lagi.',
      refused: 'Permohonan ini sudah ditolak. Pemohon dapat mendaftar lagi.',
      cancelled: 'Permohonan ini sudah dibatalkan di ponsel pemohon.',
      expired: 'Permohonan ini sudah lewat batas waktunya. Minta pemohon mendaftar lagi.',
    } as Record<string, string>,
    nextPerson: 'Orang berikutnya',
    done: 'Selesai',
    sending: 'Mengirim keputusan …',
    sendingTitle: 'Keputusan sedang dikirim',
    attestedResult: 'Disetujui. E-mail konfirmasi dikirim.',
    attestedNext:
      'Minta pemohon membuka e-mail dan menekan tautannya, di perangkat apa pun. Jika e-mail belum datang, pindai lagi QR-nya untuk konfirmasi di meja.',
    activeResult: 'IKD sudah aktif',
    activeNext: 'Ponsel pemohon menampilkan kartunya dalam beberapa detik. Minta pemohon mencobanya di sini.',
    refusedResult: 'Permohonan ditolak',
    notAccepted: 'Keputusan tidak diterima',
    waitingResult: 'Tersimpan, belum terkirim',
    waitingNext:
      'Keputusan sudah ditandatangani dan tersimpan di perangkat ini. Keputusan dikirim sendiri begitu tersambung; Anda dapat melayani orang berikutnya.',
    about: (name: string) => `Pemohon: ${name}`,
  },
  en: {
    scanTitle: 'Scan the applicant’s QR',
    scanLead:
      'It is on the page “Meet a Dukcapil officer” on the applicant’s phone. It renews itself every minute.',
    looking: 'Looking for the application …',
    paste: 'Cannot scan? Paste what the QR says',
    pasteHint:
      'Paste the text that begins with IKDREG: – a picture of the QR can be pasted with Ctrl+V, too.',
    pasteLabel: 'Content of the QR',
    pasteMissing: 'Paste the content of the QR first.',
    lookUp: 'Find the application',
    applicantTitle: 'Compare, then decide',
    selfie: 'Selfie that the applicant took on their phone',
    selfieShort: 'Selfie',
    photograph: 'Photograph of the KTP-el recording',
    photographShort: 'Recorded photograph',
    findings: findingsEn,
    drawnFaces: 'Demonstration: to the program all drawn faces are alike.',
    youDecide: 'This is advice only. You decide.',
    enlarge: 'Enlarge the photo',
    enlarged: 'The photo, enlarged',
    noSelfie: 'There is no selfie yet',
    record: 'Population record',
    warningsTitle: 'Worth a second look',
    warningsNote: 'No reason to refuse: a NIK never changes, even when data are corrected.',
    warnings: {
      birthDate: 'The birth date differs from the one inside the NIK.',
      sex: 'The sex differs from the one inside the NIK.',
      domicile: 'The NIK was issued in another region; the applicant may have moved.',
    },
    checklist: 'Before you approve, make sure',
    checks: {
      present: 'The person is here in front of me',
      sameFace: 'The face is that of the photo and of the KTP-el',
    },
    checkMissing: 'Tick both statements before you approve.',
    approve: 'Approve and send the confirmation e-mail',
    approveOnPaper: 'Approve and hand over a code on paper',
    paper: 'Write this code on paper and hand it to the applicant:',
    paperHint: 'The applicant types it on the own phone. It is good for two days.',
    attestedOnPaper: 'Approved. Hand over the code on paper.',
    attestedOnPaperNext: 'The applicant says yes by typing that code on the phone.',
    shared:
      'This phone is shared by a family; each person chooses a PIN of their own. Make sure that the applicant understands.',
    helper: (name) => `Helped by ${name}. Ask the applicant, without that person, whether they agree.`,
    approveOnDesk: 'Approve and confirm at the desk',
    confirmOnDesk: 'Confirm at the desk',
    noEmail: 'The applicant has no e-mail. Hand over a code on paper, or confirm at this desk.',
    attestedTitle: 'Approved already, waiting for the e-mail',
    attested: 'If the e-mail does not come, you may confirm at the desk. It is recorded in your name.',
    refuse: 'Refuse the application',
    refuseTitle: 'Why is the application refused?',
    refuseHint: 'The applicant sees this reason on their phone and may register again.',
    refuseMissing: 'Choose one reason.',
    refuseNow: 'Refuse this application',
    keepOpen: 'Do not refuse',
    reasons: reasonsEn,
    nextSteps: nextStepsEn,
    notOpen: {
      dataVerified: 'There is no selfie yet. Ask the applicant to finish that step on their phone.',
      active: 'This IKD is active already. There is nothing to decide.',
      ended: 'This IKD has been released from the applicant’s phone. They may register again.',
      refused: 'This application has been refused. The applicant may register again.',
      cancelled: 'This application was cancelled on the applicant’s phone.',
      expired: 'This application has passed its time limit. Ask the applicant to register again.',
    },
    nextPerson: 'Next person',
    done: 'Finish',
    sending: 'Sending the decision …',
    sendingTitle: 'The decision is being sent',
    attestedResult: 'Approved. The confirmation e-mail is on its way.',
    attestedNext:
      'Ask the applicant to open the e-mail and press its link, on any device. If it does not come, scan the QR again to confirm at the desk.',
    activeResult: 'The IKD is active',
    activeNext: 'The applicant’s phone shows the card within seconds. Ask them to try it here.',
    refusedResult: 'The application is refused',
    notAccepted: 'The decision was not accepted',
    waitingResult: 'Kept, not sent yet',
    waitingNext:
      'The decision is signed and kept on this device. It is sent by itself as soon as there is a connection; you can serve the next person.',
    about: (name) => `Applicant: ${name}`,
  },
});
