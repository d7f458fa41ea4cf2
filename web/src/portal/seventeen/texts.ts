import { dictionary } from '../../shared/i18n.ts';

export const texts = dictionary({
  id: {
    title: 'Anak menjelang 17 tahun',
    happens: 'Yang terjadi',
    happensHow:
      'Pada ulang tahun ke-17 KIA berakhir. KIA digital hilang sendiri dari dompet orang tua: sejak itu anak memegang identitasnya sendiri.',
    todo: 'Yang perlu dilakukan',
    steps: [
      'Sejak usia 16 tahun: anak datang ke kantor Dukcapil mana pun untuk perekaman KTP-el. Bawa kartu keluarga. Gratis.',
      'Mulai usia 17 tahun: ambil KTP-el di kantor itu.',
      'Anak mendaftarkan KTP Digital di ponselnya sendiri, lalu menemui petugas. PIN hanya anak itu yang tahu.',
    ],
    five: 'Anak menjelang 5 tahun',
    fiveHow: 'Mulai usia 5 tahun KIA memakai foto. Ajak anak ke kantor Dukcapil mana pun untuk difoto.',
    wallet: 'Buka dompet identitas',
  },
  en: {
    title: 'A child about to be 17',
    happens: 'What happens',
    happensHow:
      'The KIA ends on the seventeenth birthday. It leaves the parents’ wallets by itself: from then on the child holds its own identity.',
    todo: 'What to do',
    steps: [
      'From the age of 16: the child comes to any Dukcapil office to be recorded for the KTP-el. Bring the family card. It is free.',
      'From the age of 17: fetch the KTP-el at that office.',
      'The child registers a digital KTP on its own phone and meets an officer. Only the child knows the PIN.',
    ],
    five: 'A child about to be 5',
    fiveHow:
      'From the age of 5 a KIA carries a photograph. Bring the child to any Dukcapil office to have it taken.',
    wallet: 'Open the identity wallet',
  },
});
