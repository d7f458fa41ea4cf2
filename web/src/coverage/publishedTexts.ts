import type { AssessedFigure } from '@jatidiri/core/coverage/wire.ts';
import { dictionary } from '../shared/i18n.ts';

/** How a published percentage fares, in one word or two. */
export type Mark =
  | 'follows'
  | 'truncated'
  | 'otherMeasure'
  | 'doesNotFollow'
  | 'notPrinted'
  | 'notRecomputable'
  | 'countOnly'
  | 'conflict'
  | 'implausible';

type Parts = Record<AssessedFigure['conflicts'][number]['part'], string>;

const marksId: Record<Mark, string> = {
  follows: 'Sesuai',
  truncated: 'Dipotong, tidak dibulatkan',
  otherMeasure: 'Ukuran lain',
  doesNotFollow: 'Tidak sesuai',
  notPrinted: 'Tanpa persentase',
  notRecomputable: 'Tidak dapat dihitung ulang',
  countOnly: 'Jumlah saja',
  conflict: 'Ada angka lain',
  implausible: 'Penyebut diragukan',
};
const marksEn: Record<Mark, string> = {
  follows: 'Follows',
  truncated: 'Cut off, not rounded',
  otherMeasure: 'Another measure',
  doesNotFollow: 'Does not follow',
  notPrinted: 'No percentage',
  notRecomputable: 'Cannot be recomputed',
  countOnly: 'A count only',
  conflict: 'Another value exists',
  implausible: 'Doubtful base',
};
const partsId: Parts = { numerator: 'pembilang', denominator: 'penyebut', percentPublished: 'persentase' };
const partsEn: Parts = { numerator: 'numerator', denominator: 'denominator', percentPublished: 'percentage' };

export const publishedTexts = dictionary({
  id: {
    heading: 'Angka yang pernah dipublikasikan',
    intro:
      'Angka berikut tercetak di berita dan siaran pers. Setiap persentase dihitung ulang dari bagian-bagiannya; yang tidak mengikuti bagiannya diberi tanda dan penjelasan.',
    realNews: 'Angka-angka ini dari artikel sungguhan. Angka langsung di atas dari data sintetis.',
    loading: 'Memuat angka yang dipublikasikan',
    earlier: 'Tampilkan yang lebih lama',
    unreachable: 'Angka yang dipublikasikan belum dapat dimuat',
    source: 'Sumber',
    report: 'Laporan kabupaten/kota',
    contradictions: 'Angka yang bertentangan',
    unresolved: 'Belum dijelaskan.',
    resolvedBy: (office: string, day: string, reason: string) => `Dijelaskan ${office}, ${day}: ${reason}`,
    undated: 'tanpa tanggal',
    printed: 'Tercetak',
    noPercent: 'tanpa persentase',
    nothing: 'tidak dicetak',
    of: (count: string, base: string) => `dari ${count} ${base}`,
    marks: marksId,
    parts: partsId,
    targetOf: 'dari target',
    people: 'orang',
    between: (from: string, to: string) => `antara ${from} dan ${to}`,
    follows: (formula: string, exact: string, printed: string) =>
      `${formula} = ${exact}, dibulatkan menjadi ${printed}.`,
    truncated: (formula: string, exact: string, rounded: string, printed: string) =>
      `${formula} = ${exact}. Jika dibulatkan menjadi ${rounded}; yang tercetak ${printed}, karena sisa desimalnya dipotong.`,
    attainmentInstead: (printed: string, formula: string, base: string, coverage: string) =>
      `${printed} bukan cakupan, melainkan capaian target: ${formula} ${base}. Cakupannya hanya ${coverage}.`,
    baseInstead: (printed: string, formula: string, base: string) =>
      `${printed} hanya muncul dengan penyebut yang tidak disebut: ${formula} ${base}.`,
    doesNotFollow: (formula: string, result: string, printed: string, range: string) =>
      `${formula} = ${result}, bukan ${printed}. Agar menjadi ${printed}, penyebutnya harus ${range}.`,
    notPrinted: (formula: string, result: string) =>
      `Artikel tidak mencetak persentase untuk angka ini: ${formula} = ${result}.`,
    missingBoth: 'Hanya persentase yang dicetak, tanpa pembilang dan penyebut.',
    missingDenominator: 'Penyebutnya tidak dicetak.',
    missingNumerator: 'Pembilangnya tidak dicetak.',
    impliedBy: (printed: string, range: string) => `Agar menjadi ${printed}, penyebutnya harus ${range}.`,
    countOnly: 'Jumlah tanpa persentase; tidak ada yang perlu dihitung ulang.',
    attainmentBeside: (target: string, formula: string, result: string) =>
      `Sebagai capaian target ${target}: ${formula} = ${result}.`,
    conflict: (part: string, own: string, other: string) =>
      `Bertentangan: untuk wilayah dan tanggal yang sama tercetak juga ${part} ${other}, di sini ${own}.`,
    implausible: (base: string, region: string, share: string, expected: string) =>
      `${base} sulit diterima sebagai jumlah wajib KTP ${region}: menurut registri ini wilayah itu memiliki ${share} wajib KTP provinsi, sehingga seharusnya sekitar ${expected}.`,
  },
  en: {
    heading: 'Figures published before',
    intro:
      'These figures were printed in news and press releases. Each percentage is recomputed from its parts; one that does not follow from them is marked and explained.',
    realNews: 'These figures come from real articles. The live figures above come from synthetic data.',
    loading: 'Loading the published figures',
    earlier: 'Show earlier ones',
    unreachable: 'The published figures could not be loaded',
    source: 'Source',
    report: 'Report of a kabupaten/kota',
    contradictions: 'Figures that contradict each other',
    unresolved: 'Not explained yet.',
    resolvedBy: (office, day, reason) => `Explained by ${office}, ${day}: ${reason}`,
    undated: 'undated',
    printed: 'Printed',
    noPercent: 'no percentage',
    nothing: 'not printed',
    of: (count, base) => `of ${count} ${base}`,
    marks: marksEn,
    parts: partsEn,
    targetOf: 'of the target',
    people: 'people',
    between: (from, to) => `between ${from} and ${to}`,
    follows: (formula, exact, printed) => `${formula} = ${exact}, rounded to ${printed}.`,
    truncated: (formula, exact, rounded, printed) =>
      `${formula} = ${exact}. Rounded it would be ${rounded}; printed is ${printed}, because the other decimals were cut off.`,
    attainmentInstead: (printed, formula, base, coverage) =>
      `${printed} is no coverage but target attainment: ${formula} ${base}. The coverage is only ${coverage}.`,
    baseInstead: (printed, formula, base) =>
      `${printed} results only from a base that is not named: ${formula} ${base}.`,
    doesNotFollow: (formula, result, printed, range) =>
      `${formula} = ${result}, not ${printed}. To give ${printed}, the base would have to be ${range}.`,
    notPrinted: (formula, result) =>
      `The article prints no percentage for this figure: ${formula} = ${result}.`,
    missingBoth: 'Only the percentage was printed, without numerator and base.',
    missingDenominator: 'The base was not printed.',
    missingNumerator: 'The numerator was not printed.',
    impliedBy: (printed, range) => `To give ${printed}, it would have to be ${range}.`,
    countOnly: 'A count without a percentage; there is nothing to recompute.',
    attainmentBeside: (target, formula, result) =>
      `As attainment of the ${target} target: ${formula} = ${result}.`,
    conflict: (part, own, other) =>
      `Contradiction: for the same region and day another ${part} was printed, ${other}; here ${own}.`,
    implausible: (base, region, share, expected) =>
      `${base} can hardly be the wajib KTP of ${region}: by this registry the region has ${share} of the province’s, so about ${expected} would be expected.`,
  },
});
