import { dictionary } from '../../shared/i18n.ts';

export const whereTexts = dictionary({
  id: {
    title: 'Ke mana berikutnya?',
    hint: 'Usulan sesi dengan aktivasi terbanyak untuk petugas yang ada.',
    intro:
      'Isi apa yang dapat dikirim kantor Anda. Usulan dihitung dari hasil sesi terdahulu dan dari jumlah wajib KTP yang belum ber-IKD di setiap kecamatan.',
    from: 'Mulai tanggal',
    days: 'Berapa hari berturut-turut',
    officers: 'Jumlah petugas',
    team: 'Petugas dalam satu sesi',
    teamHint: 'Mereka berangkat bersama dengan satu kendaraan.',
    vehicles: 'Jumlah kendaraan',
    usualHours: 'Waktu tempuh biasa, jam sekali jalan',
    usualHint: 'Misalnya 0,5. Waktu tiap kecamatan dapat diubah sesudah usulan muncul.',
    remoteFloor: 'Paling sedikit sesi di daerah jauh',
    remoteHint: 'Daerah jauh: dua jam atau lebih sekali jalan.',
    wrongNumber: ([least, most]: readonly [number, number]) => `Tulis angka dari ${least} sampai ${most}.`,
    wrongDay: 'Pilih tanggalnya.',
    propose: 'Hitung usulan',
    none: 'Tidak ada sesi yang muat. Periksa jumlah petugas dan kendaraan.',
    plan: 'Rencana ini',
    total: (activations: string, sessions: string, officerDays: string, each: string) =>
      `Perkiraan ${activations} aktivasi dari ${sessions} sesi: ${officerDays} hari-petugas, ${each} aktivasi per hari-petugas.`,
    price: (lost: string) => `Sesi di daerah jauh mengurangi perkiraan sebanyak ${lost} aktivasi.`,
    taken: (sessions: string) =>
      `${sessions} sesi sudah direncanakan pada hari-hari itu: petugasnya, dan satu kendaraan untuk tiap sesi, tidak dihitung lagi.`,
    notProved: 'Ini rencana terbaik yang ditemukan dalam waktunya; mungkin ada yang lebih baik.',
    before: 'Hasil nyata sebelumnya',
    beforeNone: (from: string, to: string) => `${from} – ${to}: tidak ada sesi yang selesai di wilayah Anda.`,
    beforeTotal: (from: string, to: string, activations: string, sessions: string) =>
      `${from} – ${to}: ${activations} aktivasi dari ${sessions} sesi.`,
    beforeDays: (officerDays: string, each: string) =>
      `Itu ${officerDays} hari-petugas, ${each} aktivasi per hari-petugas.`,
    beforeUnknown: (sessions: string) =>
      `Hasil per hari-petugas tidak diketahui: ${sessions} sesi tidak menyebut jumlah petugasnya.`,
    pin: 'Sematkan',
    unpin: 'Lepas sematan',
    strike: 'Coret',
    planIt: 'Rencanakan sesi ini',
    planned: 'Sudah direncanakan',
    struck: 'Dicoret',
    restore: 'Kembalikan',
    travel: 'Ubah waktu tempuh tiap kecamatan',
    travelHint: (without: string) => `${without} wajib KTP belum ber-IKD. Jam sekali jalan.`,
  },
  en: {
    title: 'Where next?',
    hint: 'Sessions that would bring the most activations with the officers at hand.',
    intro:
      'Fill in what your office can send out. Proposals follow from what earlier sessions brought and from how many wajib KTP in each kecamatan have no IKD.',
    from: 'From',
    days: 'How many days in a row',
    officers: 'Officers',
    team: 'Officers of one session',
    teamHint: 'They go together in one vehicle.',
    vehicles: 'Vehicles',
    usualHours: 'Usual travel time, hours one way',
    usualHint: 'For example 0.5. Once there are proposals, each kecamatan can have its own.',
    remoteFloor: 'At least so many sessions in remote kecamatan',
    remoteHint: 'Remote: two hours or more one way.',
    wrongNumber: ([least, most]) => `Write a number from ${least} to ${most}.`,
    wrongDay: 'Choose the day.',
    propose: 'Work out proposals',
    none: 'No session fits. Look at the numbers of officers and vehicles.',
    plan: 'This plan',
    total: (activations, sessions, officerDays, each) =>
      `About ${activations} activations expected from ${sessions} sessions: ${officerDays} officer-days, ${each} activations per officer-day.`,
    price: (lost) => `Sessions in remote kecamatan lower what is expected by ${lost} activations.`,
    taken: (sessions) =>
      `${sessions} sessions are planned on those days already: their officers, and a vehicle each, are left out.`,
    notProved: 'This is the best plan that was found in time; there may be a better one.',
    before: 'What earlier sessions really brought',
    beforeNone: (from, to) => `${from} – ${to}: no session was over in your region.`,
    beforeTotal: (from, to, activations, sessions) =>
      `${from} – ${to}: ${activations} activations from ${sessions} sessions.`,
    beforeDays: (officerDays, each) =>
      `These were ${officerDays} officer-days, ${each} activations per officer-day.`,
    beforeUnknown: (sessions) =>
      `What that is per officer-day is not known: ${sessions} sessions do not say how many officers came.`,
    pin: 'Pin',
    unpin: 'Unpin',
    strike: 'Strike',
    planIt: 'Plan this session',
    planned: 'Planned',
    struck: 'Struck',
    restore: 'Take back',
    travel: 'Change the travel time of each kecamatan',
    travelHint: (without) => `${without} wajib KTP have no IKD. Hours one way.`,
  },
});
