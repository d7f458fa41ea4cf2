import { dictionary } from '../shared/i18n.ts';

export const texts = dictionary({
  id: {
    title: 'Identitas kependudukan di ponsel Anda',
    what: 'Jatidiri menyimpan KTP Digital Anda (Identitas Kependudukan Digital, IKD) di ponsel Anda.',
    how: 'Anda mendaftar dari ponsel, petugas Dukcapil memastikan bahwa itu benar Anda, lalu KTP Digital Anda aktif.',
    trust:
      'Siapa pun dapat memeriksa keasliannya tanpa fotokopi, dan Anda dapat melihat siapa yang membaca data Anda.',
    open: 'Jatidiri adalah perangkat lunak terbuka: siapa pun boleh memeriksa dan memakainya.',
    choose: 'Pilih layanan',
    wallet: {
      title: 'Dompet identitas',
      text: 'Untuk penduduk: daftarkan, aktifkan, dan tunjukkan KTP Digital Anda.',
    },
    desk: { title: 'Meja petugas', text: 'Untuk petugas Dukcapil: periksa pendaftar dan putuskan aktivasi.' },
    verifier: { title: 'Pemeriksa', text: 'Untuk loket layanan: periksa keaslian IKD, juga tanpa jaringan.' },
    coverage: {
      title: 'Cakupan IKD',
      text: 'Untuk umum: angka aktivasi Kalimantan Timur beserta sumbernya.',
    },
    partner: {
      title: 'Portal mitra',
      text: 'Untuk lembaga: ajukan kerja sama, daftarkan kunci, dan lihat pemakaian.',
    },
    lost: {
      title: 'Ponsel hilang?',
      text: 'Bekukan KTP Digital Anda sekarang, dari ponsel siapa pun.',
    },
    checkOfficer: {
      title: 'Periksa petugas',
      text: 'Ada yang mengaku petugas? Pindai lencana atau posternya.',
    },
    never: { title: 'Yang tidak pernah kami lakukan', text: 'Kami tidak meminta PIN, kode, atau uang.' },
    seventeen: {
      title: 'Anak menjelang 17 tahun',
      text: 'KIA berakhir: rekam KTP-el, lalu KTP Digital di ponsel anak sendiri.',
    },
    outbox: 'Lihat e-mail dan SMS demonstrasi ini',
  },
  en: {
    title: 'Your population identity on your phone',
    what: 'Jatidiri keeps your digital KTP (Indonesia’s digital population identity, IKD) on your phone.',
    how: 'You register on your phone, an officer of Dukcapil makes sure that it is you, and your digital KTP becomes active.',
    trust: 'Anyone can check that it is genuine without a photocopy, and you can see who has read your data.',
    open: 'Jatidiri is open software: anyone may inspect and use it.',
    choose: 'Choose a service',
    wallet: {
      title: 'Identity wallet',
      text: 'For residents: register, activate and show your digital KTP.',
    },
    desk: {
      title: 'Officers’ desk',
      text: 'For Dukcapil officers: check applicants and decide on activation.',
    },
    verifier: {
      title: 'Verifier',
      text: 'For service counters: check that an IKD is genuine, also without a network.',
    },
    coverage: {
      title: 'IKD coverage',
      text: 'For everyone: activation figures of East Kalimantan with their sources.',
    },
    partner: {
      title: 'Partner portal',
      text: 'For institutions: apply, register keys and see what was used.',
    },
    lost: {
      title: 'Phone lost?',
      text: 'Put your digital KTP on hold now, from anybody’s phone.',
    },
    checkOfficer: {
      title: 'Check an officer',
      text: 'Somebody says to be an officer? Scan the badge or the poster.',
    },
    never: { title: 'What we never do', text: 'We ask for no PIN, no code and no money.' },
    seventeen: {
      title: 'A child about to be 17',
      text: 'The KIA ends: record the KTP-el, then the digital KTP on the child’s own phone.',
    },
    outbox: 'See the e-mails and text messages of this demonstration',
  },
});
