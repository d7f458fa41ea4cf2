import { dictionary } from '../shared/i18n.ts';

export const texts = dictionary({
  id: {
    title: 'Identitas kependudukan di ponsel Anda',
    what: 'Jatidiri menyimpan KTP Digital Anda (Identitas Kependudukan Digital, IKD) di ponsel Anda.',
    how: 'Anda mendaftar dari ponsel, petugas Dukcapil memastikan bahwa itu benar Anda, lalu KTP Digital Anda aktif.',
    trust:
      'Siapa pun dapat memeriksa keasliannya tanpa fotokopi, dan Anda dapat melihat siapa yang membaca data Anda.',
    open: 'Jatidiri adalah perangkat lunak terbuka: siapa pun boleh memeriksa dan memakainya.',
    forResidents: 'Untuk warga',
    forOthers: 'Untuk petugas, loket, lembaga, dan umum',
    wallet: {
      title: 'Dompet identitas',
      hint: 'Untuk penduduk: daftarkan, aktifkan, dan tunjukkan KTP Digital Anda.',
    },
    desk: { title: 'Meja petugas', hint: 'Untuk petugas Dukcapil: periksa pendaftar dan putuskan aktivasi.' },
    verifier: { title: 'Pemeriksa', hint: 'Untuk loket layanan: periksa keaslian IKD, juga tanpa jaringan.' },
    coverage: {
      title: 'Cakupan IKD',
      hint: 'Untuk umum: angka aktivasi Kalimantan Timur beserta sumbernya.',
    },
    partner: {
      title: 'Portal mitra',
      hint: 'Untuk lembaga: ajukan kerja sama, daftarkan kunci, dan lihat pemakaian.',
    },
    lost: {
      title: 'Ponsel hilang?',
      hint: 'Bekukan KTP Digital Anda sekarang, dari ponsel siapa pun.',
    },
    checkOfficer: {
      title: 'Periksa petugas',
      hint: 'Ada yang mengaku petugas? Pindai lencana atau posternya.',
    },
    never: { title: 'Yang tidak pernah kami lakukan', hint: 'Kami tidak meminta PIN, kode, atau uang.' },
    seventeen: {
      title: 'Anak menjelang 17 tahun',
      hint: 'KIA berakhir: rekam KTP-el, lalu KTP Digital di ponsel anak sendiri.',
    },
    outbox: 'Lihat e-mail dan SMS demonstrasi ini',
  },
  en: {
    title: 'Your population identity on your phone',
    what: 'Jatidiri keeps your digital KTP (Indonesia’s digital population identity, IKD) on your phone.',
    how: 'You register on your phone, an officer of Dukcapil makes sure that it is you, and your digital KTP becomes active.',
    trust: 'Anyone can check that it is genuine without a photocopy, and you can see who has read your data.',
    open: 'Jatidiri is open software: anyone may inspect and use it.',
    forResidents: 'For residents',
    forOthers: 'For officers, counters, institutions and everybody',
    wallet: {
      title: 'Identity wallet',
      hint: 'For residents: register, activate and show your digital KTP.',
    },
    desk: {
      title: 'Officers’ desk',
      hint: 'For Dukcapil officers: check applicants and decide on activation.',
    },
    verifier: {
      title: 'Verifier',
      hint: 'For service counters: check that an IKD is genuine, also without a network.',
    },
    coverage: {
      title: 'IKD coverage',
      hint: 'For everyone: activation figures of East Kalimantan with their sources.',
    },
    partner: {
      title: 'Partner portal',
      hint: 'For institutions: apply, register keys and see what was used.',
    },
    lost: {
      title: 'Phone lost?',
      hint: 'Put your digital KTP on hold now, from anybody’s phone.',
    },
    checkOfficer: {
      title: 'Check an officer',
      hint: 'Somebody says to be an officer? Scan the badge or the poster.',
    },
    never: { title: 'What we never do', hint: 'We ask for no PIN, no code and no money.' },
    seventeen: {
      title: 'A child about to be 17',
      hint: 'The KIA ends: record the KTP-el, then the digital KTP on the child’s own phone.',
    },
    outbox: 'See the e-mails and text messages of this demonstration',
  },
});
