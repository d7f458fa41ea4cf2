import { dictionary } from '../../shared/i18n.ts';

export const texts = dictionary({
  id: {
    title: 'Buka KTP Digital',
    pin: 'Masukkan PIN Anda',
    wrong: 'PIN salah.',
    wrongLeft: (left: number) =>
      left === 1
        ? 'PIN salah. Satu kali lagi, lalu ada waktu tunggu.'
        : `PIN salah. Masih ${left} kali sebelum ada waktu tunggu.`,
    waitTitle: 'Terlalu banyak PIN salah',
    wait: 'Demi keamanan, tunggu sebentar. KTP Digital Anda tidak terhapus. Anda dapat mencoba lagi dalam',
    forgotten: 'Lupa PIN?',
    forgottenTitle: 'Lupa PIN',
    forgottenHints: [
      'Coba ingat dengan tenang. KTP Digital tidak terhapus oleh PIN yang salah.',
      'PIN tidak disimpan di mana pun, jadi tidak ada petugas yang dapat melihat atau mengirimkannya.',
    ],
    passkey: 'Buat PIN baru dengan kunci layar',
    passkeyHint:
      'Anda pernah menyiapkannya: kunci layar ponsel ini membuka jalan untuk PIN baru, juga tanpa internet.',
    passkeyRefused: 'Kunci layar tidak dipakai. Coba lagi, atau pakai cara di bawah ini.',
    proof: 'Buat PIN baru dengan kode dan wajah',
    proofHint:
      'Kode dikirim lewat e-mail atau SMS, lalu foto wajah dan masa tunggu singkat. KTP Digital tidak terhapus.',
    notLost: 'Pengaktifan Anda tidak hilang',
    untilHome:
      'Petugas sudah mencatatnya. Kartu sementara tetap terkunci. Sesudah petugas pulang dan ponsel ini mendapat internet, Anda dapat membuat PIN baru di halaman ini, atau di kantor Dukcapil. Jangan hapus aplikasi atau data peramban ini.',
    isHome: 'Pengaktifan Anda sudah tercatat. Sekarang Anda dapat membuat PIN baru.',
    askAgain: 'Periksa lagi',
    lastResort: 'Tidak ingin memakainya lagi di ponsel ini?',
    lastResortWhy:
      'Lepaskan dari ponsel ini. Untuk memakainya lagi, daftar sekali lagi dan temui petugas Dukcapil.',
  },
  en: {
    title: 'Open the digital KTP',
    pin: 'Enter your PIN',
    wrong: 'Wrong PIN.',
    wrongLeft: (left) =>
      left === 1
        ? 'Wrong PIN. One more before there is a wait.'
        : `Wrong PIN. ${left} more before there is a wait.`,
    waitTitle: 'Too many wrong PINs',
    wait: 'To be safe, please wait. Your digital KTP is not deleted. You can try again in',
    forgotten: 'Forgot the PIN?',
    forgottenTitle: 'Forgotten PIN',
    forgottenHints: [
      'Try to remember in peace. Wrong PINs do not delete the digital KTP.',
      'The PIN is stored nowhere, so no officer can see or send it.',
    ],
    passkey: 'Choose a new PIN with the screen lock',
    passkeyHint:
      'You once set it up: the screen lock of this phone opens the way to a new PIN, also without the internet.',
    passkeyRefused: 'The screen lock was not used. Try again, or use the way below.',
    proof: 'Choose a new PIN by code and face',
    proofHint:
      'A code comes by e-mail or SMS, then a photo of your face and a short wait. The digital KTP is not deleted.',
    notLost: 'Your activation is not lost',
    untilHome:
      'The officer has recorded it. The provisional card stays locked. Once the officer is back and this phone has internet, you can choose a new PIN on this page, or at a Dukcapil office. Do not delete this app or the browser’s data.',
    isHome: 'Your activation has been recorded. You can choose a new PIN now.',
    askAgain: 'Check again',
    lastResort: 'No longer wanted on this phone?',
    lastResortWhy:
      'Release it from this phone. To use it again, register once more and meet a Dukcapil officer.',
  },
});
