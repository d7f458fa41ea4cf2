import type { CardHandoverRefusalCode } from '@jatidiri/core/field/cardHandover.ts';
import { dictionary } from '../../shared/i18n.ts';

type Troubles = Record<CardHandoverRefusalCode | 'cards/no-roots', { what: string; next: string }>;

const troublesId: Troubles = {
  'cards/other-code': {
    what: 'Ini bukan kartu dari petugas',
    next: 'Minta petugas membuka layar “Jawaban untuk ponsel”, lalu pindai lagi.',
  },
  'cards/not-genuine': {
    what: 'Hati-hati: kartu ini bukan dari petugas Dukcapil',
    next: 'Jangan berikan apa pun lagi. Periksa lencana orang itu dari halaman depan, dan laporkan ke kantor Dukcapil.',
  },
  'cards/other-handset': {
    what: 'Kartu ini untuk ponsel lain',
    next: 'Minta petugas membuka catatan Anda sendiri, lalu pindai lagi.',
  },
  'cards/not-now': {
    what: 'Kartu ini sudah tidak berlaku menurut jam ponsel Anda',
    next: 'Periksa tanggal dan jam ponsel, lalu pindai lagi. Bila jamnya benar, minta petugas membuat kartu baru.',
  },
  'cards/no-roots': {
    what: 'Ponsel ini belum disiapkan untuk tempat tanpa sinyal',
    next: 'Petugas sudah mencatat permohonan Anda. Buka halaman ini lagi saat ada internet: kartu Anda datang sendiri.',
  },
};

const troublesEn: Troubles = {
  'cards/other-code': {
    what: 'This is no card from an officer',
    next: 'Ask the officer to open the screen “Answer for the phone”, then scan again.',
  },
  'cards/not-genuine': {
    what: 'Careful: this card is not from a Dukcapil officer',
    next: 'Give nothing more. Check that person’s badge from the front page, and report it to a Dukcapil office.',
  },
  'cards/other-handset': {
    what: 'This card is for another phone',
    next: 'Ask the officer to open your own entry, then scan again.',
  },
  'cards/not-now': {
    what: 'By your phone’s clock this card is not valid any more',
    next: 'Check the phone’s date and time, then scan again. If they are right, ask the officer for a new card.',
  },
  'cards/no-roots': {
    what: 'This phone was not prepared for a place without a signal',
    next: 'The officer has noted your application. Open this page again with internet: your card comes by itself.',
  },
};

export const texts = dictionary({
  id: {
    readyTitle: 'Siap tanpa sinyal',
    preparing: 'Menyiapkan ponsel ini …',
    ready: 'Ponsel ini siap',
    readyHow:
      'Bawa ponsel ini ke tempat petugas. Di sana Anda dapat memeriksa petugas, mengisi data, dan menerima kartu sementara tanpa internet.',
    notReady: 'Belum siap',
    notReadyHow: 'Sambungkan ponsel ke internet sampai halaman ini berkata siap.',
    handOverTitle: 'Serahkan kepada petugas',
    checkFirst: 'Belum yakin orang ini petugas?',
    checkOfficer: 'Periksa lencananya dulu',
    incomplete: 'Isian belum lengkap',
    backToForm: 'Kembali ke isian',
    applicationQr: 'QR permohonan Anda untuk dipindai petugas',
    thenScan: 'Setelah petugas membaca QR ini dan memotret Anda, pindai jawaban di layarnya.',
    scanAnswer: 'Pindai jawaban petugas',
    overTheNet: 'Batal, lanjutkan lewat internet',
    answerTitle: 'Pindai jawaban petugas',
    answerTrouble: troublesId,
    provisionalTitle: 'Kartu sementara Anda',
    document: 'KTP Digital',
    stamp: 'SEMENTARA',
    until: (when: string) => `Kartu sementara, berlaku sampai ${when}`,
    becomesFull:
      'Petugas sudah mencatat Anda. Begitu catatannya sampai di kantor dan ponsel ini tersambung ke internet, kartu ini diganti KTP Digital penuh dengan sendirinya.',
    lapsed: 'Kartu sementara sudah lewat masa berlakunya',
    lapsedNext: 'Sambungkan ponsel ke internet: KTP Digital penuh datang bila catatan petugas sudah sampai.',
    mayBeRefused: 'Ada pemeriksa yang tidak menerima kartu sementara. Bawa KTP-el fisik Anda bila ada.',
    madeBy: (officer: string, office: string, place: string) =>
      `Dibuat oleh ${officer}, ${office}, di ${place}.`,
    keepData: 'Jangan hapus data peramban sampai KTP Digital penuh datang.',
    notOverTheNetTitle: 'Belum dapat lewat internet',
    notOverTheNet: 'Kartu sementara hanya untuk ditunjukkan langsung di loket',
    notOverTheNetNext:
      'Lembaga ini meminta data lewat internet. Itu baru dapat setelah KTP Digital penuh datang: sambungkan ponsel ke internet, lalu coba lagi nanti.',
    notAcceptedTitle: 'KTP Digital belum jadi',
    notAccepted: 'Permohonan Anda tidak dapat diterima',
    notAcceptedOther: 'Datang ke kantor Dukcapil dengan KTP-el Anda: petugas menjelaskan sebabnya.',
    physical: 'Kartu sementara tidak berlaku lagi. KTP-el fisik Anda tetap berlaku.',
    startAnew: 'Mulai lagi',
    checkTitle: 'Periksa petugas',
    noRoots:
      'Ponsel ini belum pernah tersambung ke internet dengan aplikasi ini, jadi belum dapat memeriksa petugas. Jangan berikan apa pun kepada orang yang tidak Anda yakini.',
  },
  en: {
    readyTitle: 'Ready without a signal',
    preparing: 'Preparing this phone …',
    ready: 'This phone is ready',
    readyHow:
      'Take this phone to where the officers are. There you can check the officer, fill in your data and receive a provisional card without internet.',
    notReady: 'Not ready yet',
    notReadyHow: 'Connect the phone to the internet until this page says that it is ready.',
    handOverTitle: 'Hand over to the officer',
    checkFirst: 'Not sure that this is an officer?',
    checkOfficer: 'Check the badge first',
    incomplete: 'The entries are not complete yet',
    backToForm: 'Back to the entries',
    applicationQr: 'QR of your application for the officer to scan',
    thenScan:
      'When the officer has read this QR and taken your photo, scan the answer on the officer’s screen.',
    scanAnswer: 'Scan the officer’s answer',
    overTheNet: 'Cancel, go on over the internet',
    answerTitle: 'Scan the officer’s answer',
    answerTrouble: troublesEn,
    provisionalTitle: 'Your provisional card',
    document: 'KTP Digital',
    stamp: 'PROVISIONAL',
    until: (when) => `Provisional card, valid until ${when}`,
    becomesFull:
      'The officer has noted you. As soon as the entry reaches the office and this phone is connected to the internet, this card is replaced by the full digital KTP by itself.',
    lapsed: 'The provisional card has passed its validity',
    lapsedNext:
      'Connect the phone to the internet: the full digital KTP comes when the officer’s entry has arrived.',
    mayBeRefused:
      'Some verifiers accept no provisional cards. Take your physical KTP-el along if you have it.',
    madeBy: (officer, office, place) => `Made by ${officer}, ${office}, at ${place}.`,
    keepData: 'Do not clear the browser’s data until the full digital KTP has come.',
    notOverTheNetTitle: 'Not over the internet yet',
    notOverTheNet: 'A provisional card is only for showing in person at a counter',
    notOverTheNetNext:
      'This institution asks for data over the internet. That takes the full digital KTP: connect the phone to the internet and try again later.',
    notAcceptedTitle: 'No digital KTP yet',
    notAccepted: 'Your application could not be accepted',
    notAcceptedOther: 'Come to a Dukcapil office with your KTP-el: an officer explains the reason.',
    physical: 'The provisional card is not valid any more. Your physical KTP-el stays valid.',
    startAnew: 'Start again',
    checkTitle: 'Check the officer',
    noRoots:
      'This phone was never connected to the internet with this app, so it cannot check officers yet. Give nothing to anybody of whom you are not sure.',
  },
});
