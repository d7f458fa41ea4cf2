import { dictionary } from '../../shared/i18n.ts';

export const texts = dictionary({
  id: {
    title: 'Keamanan',
    pinTitle: 'PIN',
    pinChange: 'Ubah PIN',
    pinOld: 'Masukkan PIN yang sekarang',
    pinChangeTitle: 'Ubah PIN',
    pinChanged: 'PIN sudah diubah.',
    done: 'Selesai',
    lock: 'KTP Digital terkunci sendiri setelah 2 menit di latar belakang atau 5 menit tanpa disentuh.',
    lockNow: 'Kunci sekarang',
    rescueTitle: 'Bila lupa PIN',
    rescueWhy:
      'Kunci layar ponsel (sidik jari, wajah, pola) dapat membuka jalan untuk PIN baru, tanpa petugas.',
    rescueSet: 'Siapkan sekarang',
    rescueThere: 'Siap: bila lupa PIN, kunci layar ponsel ini membuka jalan untuk PIN baru.',
    rescueLead:
      'Ponsel akan meminta kunci layarnya, lalu Anda memasukkan PIN KTP Digital satu kali. Sesudah itu PIN baru dapat dibuat kapan saja dengan kunci layar.',
    rescueWho: 'Jangan lakukan bila orang lain juga dapat membuka kunci layar ponsel ini.',
    rescueMake: 'Pakai kunci layar ponsel',
    rescuePin: 'Masukkan PIN KTP Digital',
    rescueAdded: 'Siap. Kunci layar ponsel ini dapat membuka jalan untuk PIN baru.',
    rescueRefused: {
      'passkey/cancelled': 'Kunci layar tidak dipakai. Nyalakan kunci layar di ponsel ini, lalu coba lagi.',
      'passkey/no-secret':
        'Ponsel atau peramban ini belum mendukungnya. Bila lupa PIN, pakai kode dan wajah, atau petugas mana pun.',
    },
    moveTitle: 'Ganti ponsel',
    moveWhy: 'Satu NIK hanya aktif di satu ponsel. Ponsel baru menggantikan yang ini, tanpa aktivasi ulang.',
    move: 'Pindah ke ponsel baru',
    shareTitle: 'Ponsel dipakai bersama keluarga',
    shareWhy: 'Anggota keluarga tanpa ponsel dapat memegang KTP Digital di ponsel ini, dengan PIN sendiri.',
    share: 'Tambah anggota keluarga',
    releaseTitle: 'Berhenti memakai',
    releaseWhy: 'KTP Digital berhenti berlaku, dan tidak pindah ke mana pun.',
    release: 'Lepaskan KTP Digital dari ponsel ini',
    releaseQuestion: 'Lepaskan KTP Digital dari ponsel ini?',
    releaseMeaning: [
      'KTP Digital di ponsel ini langsung berhenti berlaku.',
      'Untuk memakainya lagi, di sini atau di ponsel lain, Anda harus daftar ulang dan menemui petugas.',
      'KTP-el fisik Anda tetap berlaku.',
    ],
    releaseYes: 'Ya, lepaskan',
    releaseNo: 'Tidak jadi',
    dataTitle: 'Data di ponsel ini',
    neverLapses: 'KTP Digital tidak hangus, walau lama tidak dibuka atau aplikasi ini diperbarui.',
    lostTitle: 'Ponsel hilang?',
    lost: 'Dari ponsel siapa pun, buka halaman depan layanan ini dan tekan “Ponsel hilang”: KTP Digital langsung dibekukan. Lalu pindahkan ke ponsel baru, di sana atau di kantor Dukcapil mana pun.',
    aboutTitle: 'Tentang',
    about:
      'Jatidiri adalah perangkat lunak terbuka untuk Identitas Kependudukan Digital. Lisensi Apache 2.0.',
  },
  en: {
    title: 'Security',
    pinTitle: 'PIN',
    pinChange: 'Change the PIN',
    pinOld: 'Enter your present PIN',
    pinChangeTitle: 'Change the PIN',
    pinChanged: 'The PIN has been changed.',
    done: 'Done',
    lock: 'The digital KTP locks itself after 2 minutes in the background or 5 without a touch.',
    lockNow: 'Lock now',
    rescueTitle: 'In case you forget the PIN',
    rescueWhy:
      'The screen lock of the phone (fingerprint, face, pattern) can open the way to a new PIN, without an officer.',
    rescueSet: 'Set it up now',
    rescueThere: 'Ready: if you forget the PIN, the screen lock of this phone opens the way to a new one.',
    rescueLead:
      'The phone asks for its screen lock, then you enter the PIN of the digital KTP once. After that a new PIN can be chosen at any time with the screen lock.',
    rescueWho: 'Do not do this if others can also open the screen lock of this phone.',
    rescueMake: 'Use the screen lock',
    rescuePin: 'Enter the PIN of the digital KTP',
    rescueAdded: 'Ready. The screen lock of this phone can open the way to a new PIN.',
    rescueRefused: {
      'passkey/cancelled':
        'The screen lock was not used. Turn on the screen lock of this phone and try again.',
      'passkey/no-secret':
        'This phone or browser does not support it yet. If you forget the PIN, use code and face, or any officer.',
    },
    moveTitle: 'A new phone',
    moveWhy:
      'One NIK is active on one phone only. The new phone takes the place of this one, without a new activation.',
    move: 'Move to a new phone',
    shareTitle: 'A phone shared by the family',
    shareWhy:
      'Members of the family without a phone can hold their digital KTP on this one, with a PIN of their own.',
    share: 'Add a member of the family',
    releaseTitle: 'No longer wanted',
    releaseWhy: 'The digital KTP stops being valid, and moves nowhere.',
    release: 'Release the digital KTP from this phone',
    releaseQuestion: 'Release the digital KTP from this phone?',
    releaseMeaning: [
      'The digital KTP on this phone stops being valid at once.',
      'To use it again, here or on another phone, you must register anew and meet an officer.',
      'Your physical KTP-el stays valid.',
    ],
    releaseYes: 'Yes, release it',
    releaseNo: 'Keep it',
    dataTitle: 'Data on this phone',
    neverLapses:
      'The digital KTP does not lapse, however long it is not opened, and whenever this application is renewed.',
    lostTitle: 'Phone lost?',
    lost: 'From anybody’s phone, open the front page of this service and press “Phone lost”: the digital KTP is put on hold at once. Then move it to a new phone, there or at any Dukcapil office.',
    aboutTitle: 'About',
    about: 'Jatidiri is open software for Indonesia’s digital population identity. Apache 2.0 licence.',
  },
});
