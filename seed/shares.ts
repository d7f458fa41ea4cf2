import { readPublishedFigures } from './publishedFigures.ts';

/** The ten kabupaten/kota, with residents in thousands: an assumption, but for Penajam Paser Utara (below). */
const RESIDENTS = {
  '64.01': 300, // Paser
  '64.02': 788, // Kutai Kartanegara
  '64.03': 285, // Berau
  '64.07': 178, // Kutai Barat
  '64.08': 440, // Kutai Timur
  '64.09': 196, // Penajam Paser Utara
  '64.11': 41, // Mahakam Ulu
  '64.71': 740, // Balikpapan
  '64.72': 861, // Samarinda
  '64.74': 190, // Bontang
};
export type KabupatenKota = keyof typeof RESIDENTS;
type PerKabupatenKota = Readonly<Record<KabupatenKota, number>>;
export const KABUPATEN_KOTA = Object.keys(RESIDENTS) as KabupatenKota[];

const figures = new Map(readPublishedFigures().map((figure) => [figure.id, figure]));

function published(id: string, part: 'numerator' | 'denominator' | 'percentPublished'): number {
  const value = figures.get(id)?.[part];
  if (value == null) throw new Error(`published-figures.csv has no ${part} of ${id}`);
  return part === 'percentPublished' ? Number(value) / 100 : Number(value);
}

const recordedInKaltim = published('kaltim-ktpel-2024-10', 'percentPublished');
const recordedHolders = published('kaltim-ktpel-2024-10', 'numerator');
const wajibKtpInKaltim = recordedHolders / recordedInKaltim;
const ikdInKaltim = published('kaltim-ikd-2024-10', 'numerator') / recordedHolders;

/** Each one's share of the province's residents; Penajam Paser Utara has its published share of wajib KTP. */
export const populationShare: PerKabupatenKota = (() => {
  const ppu = published('ppu-ikd-undated', 'denominator') / wajibKtpInKaltim;
  const others = sumOf(RESIDENTS) - RESIDENTS['64.09'];
  return each((code) => (code === '64.09' ? ppu : (RESIDENTS[code] / others) * (1 - ppu)));
})();

/** Share of wajib KTP whose KTP-el is not recorded. */
export const unrecordedShare: PerKabupatenKota = fitted(1 - recordedInKaltim, {
  published: {
    '64.71': 1 - published('balikpapan-ktpel-2024-06-13', 'percentPublished'),
    '64.74': 1 - published('bontang-ktpel-2024-06-13', 'percentPublished'),
  },
  assumed: { '64.07': 1.8, '64.08': 1.4, '64.11': 3 },
});

/** Share of 16- and 17-year-olds, the *pemilih pemula*, whose KTP-el is not recorded. */
export const unrecordedPemulaShare: PerKabupatenKota = fitted(
  1 - published('kaltim-pemula-2024-06-13', 'percentPublished'),
  {
    published: {
      '64.01': 1 - published('paser-pemula-2024-06-13', 'percentPublished'),
      '64.71': 1 - published('balikpapan-pemula-2024-06-13', 'percentPublished'),
    },
    assumed: { '64.07': 1.1, '64.11': 1.15, '64.72': 0.95 },
  },
);

/** Share of recorded holders with an active IKD, as of October 2024; Berau has grown with the province since June. */
export const ikdShare: PerKabupatenKota = fitted(ikdInKaltim, {
  published: {
    '64.03':
      (published('berau-ikd-2024-06-13', 'percentPublished') * ikdInKaltim) /
      published('kaltim-ikd-2024-06-13', 'percentPublished'),
    '64.09':
      published('ppu-ikd-undated', 'numerator') /
      published('ppu-ikd-undated', 'denominator') /
      (1 - unrecordedShare['64.09']),
  },
  assumed: { '64.07': 0.75, '64.08': 0.8, '64.11': 0.65, '64.72': 1.2, '64.74': 1.15 },
});

/** How much of the IKD of October 2024 was active at the end of 2023. */
export const ikdBy2024 =
  published('kaltim-ikd-2023-12-31', 'numerator') / published('kaltim-ikd-2024-10', 'numerator');

/**
 * Shares that give the province's published one: those published for a kabupaten/kota as they are, the others
 * in the assumed relation to each other (1 where nothing is said) and scaled to fill the rest.
 */
function fitted(
  province: number,
  given: { published: Partial<PerKabupatenKota>; assumed: Partial<PerKabupatenKota> },
): PerKabupatenKota {
  let rest = province;
  let weight = 0;
  for (const code of KABUPATEN_KOTA) {
    const share = given.published[code];
    if (share !== undefined) rest -= share * populationShare[code];
    else weight += (given.assumed[code] ?? 1) * populationShare[code];
  }
  return each((code) => given.published[code] ?? ((given.assumed[code] ?? 1) * rest) / weight);
}

function each(share: (code: KabupatenKota) => number): PerKabupatenKota {
  return Object.fromEntries(KABUPATEN_KOTA.map((code) => [code, share(code)])) as PerKabupatenKota;
}

function sumOf(values: PerKabupatenKota): number {
  return Object.values(values).reduce((sum, value) => sum + value, 0);
}
