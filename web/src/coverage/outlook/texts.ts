import { dictionary } from '../../shared/i18n.ts';

export const texts = dictionary({
  id: {
    title: 'Perkiraan sampai akhir tahun',
    intro: (day: string) =>
      `Bila laju delapan minggu terakhir berlanjut sampai ${day}, dibanding target tiap wilayah.`,
    province: (name: string, likely: string, low: string, high: string) =>
      `${name}: sekitar ${likely} IKD aktif, antara ${low} dan ${high}.`,
    needed: (count: string, days: string) =>
      `Untuk mencapai target perlu ${count} aktivasi setiap hari kerja, selama ${days} hari kerja.`,
    reached: 'Target sudah tercapai.',
    noDays: 'Tidak ada hari kerja yang tersisa tahun ini.',
    target: 'target',
    region: 'Wilayah',
    now: 'Aktif sekarang',
    likely: 'Perkiraan',
    interval: 'Kisaran',
    atTarget: 'Target',
    perDay: 'Perlu per hari kerja',
    bar: (name: string, likely: string, low: string, high: string) =>
      `${name}: ${likely} dari target, antara ${low} dan ${high}`,
    formula:
      'Rumus: aktif sekarang + rata-rata mingguan (8 minggu) × minggu tersisa. Kisaran: ± 1,415 × simpangan baku mingguan × √(w + w² ÷ 8), w = minggu tersisa. Dirancang memuat hasil empat dari lima kali; kampanye dan hari libur tidak diramalkan.',
    source: (day: string, entry: string) =>
      `Keadaan per ${day}. Sumber: proyeksi registri Jatidiri, entri buku besar nomor ${entry}.`,
    holidays: (days: string) => `Libur yang tidak dihitung sebagai hari kerja: ${days}.`,
    earlier: 'Bagaimana perkiraan sebelumnya?',
    earlierIntro: (within: number, tried: number) =>
      `Perkiraan 28 hari ke depan untuk provinsi: ${within} dari ${tried} kali hasilnya di dalam kisaran.`,
    madeOn: 'Dibuat',
    for: 'Untuk',
    came: 'Yang terjadi',
    hit: 'Di dalam kisaran',
    yes: 'ya',
    no: 'tidak',
  },
  en: {
    title: 'Outlook to the end of the year',
    intro: (day) => `If the pace of the last eight weeks goes on until ${day}, beside each region’s target.`,
    province: (name, likely, low, high) => `${name}: about ${likely} active IKD, between ${low} and ${high}.`,
    needed: (count, days) =>
      `The target takes ${count} activations on each of the ${days} working days left.`,
    reached: 'The target is reached.',
    noDays: 'No working day is left this year.',
    target: 'target',
    region: 'Region',
    now: 'Active now',
    likely: 'Outlook',
    interval: 'Between',
    atTarget: 'Target',
    perDay: 'Needed per working day',
    bar: (name, likely, low, high) => `${name}: ${likely} of the target, between ${low} and ${high}`,
    formula:
      'Formula: active now + weekly mean (8 weeks) × weeks left. Between: ± 1.415 × weekly standard deviation × √(w + w² ÷ 8), w = weeks left. Meant to hold four times out of five; campaigns and holidays are not foreseen.',
    source: (day, entry) => `As of ${day}. Source: Jatidiri registry projection, ledger entry ${entry}.`,
    holidays: (days) => `Holidays that are no working days: ${days}.`,
    earlier: 'How did earlier outlooks do?',
    earlierIntro: (within, tried) =>
      `Outlooks 28 days ahead for the province: ${within} of ${tried} times the outcome lay between the bounds.`,
    madeOn: 'Made on',
    for: 'For',
    came: 'What came',
    hit: 'Within',
    yes: 'yes',
    no: 'no',
  },
});
