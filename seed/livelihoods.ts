import type { Sex } from '@jatidiri/core/registry/model.ts';
import { type Random, weighted } from './random.ts';

/** *Jenis pekerjaan* as the family card lists them. */
const NOT_WORKING = 'BELUM/TIDAK BEKERJA';
const STUDENT = 'PELAJAR/MAHASISWA';
const HOUSEHOLD = 'MENGURUS RUMAH TANGGA';
const RETIRED = 'PENSIUNAN';

const URBAN = weighted([
  ['KARYAWAN SWASTA', 44],
  ['WIRASWASTA', 22],
  ['BURUH HARIAN LEPAS', 9],
  ['PEGAWAI NEGERI SIPIL', 7],
  ['PEDAGANG', 6],
  ['GURU', 3],
  ['SOPIR', 3],
  ['KARYAWAN BUMN', 2],
  ['PERAWAT', 1],
  ['TENTARA NASIONAL INDONESIA', 1],
  ['KEPOLISIAN RI', 1],
  ['DOSEN', 1],
]);
const RURAL = weighted([
  ['PETANI/PEKEBUN', 38],
  ['KARYAWAN SWASTA', 27],
  ['WIRASWASTA', 11],
  ['BURUH TANI/PERKEBUNAN', 8],
  ['NELAYAN/PERIKANAN', 7],
  ['PEGAWAI NEGERI SIPIL', 3],
  ['GURU', 3],
  ['PERANGKAT DESA', 2],
  ['BIDAN', 1],
]);
const BLOOD_TYPES = weighted<'A' | 'B' | 'AB' | 'O' | null>([
  [null, 62],
  ['O', 16],
  ['B', 10],
  ['A', 9],
  ['AB', 3],
]);
const STREETS =
  `ANGGREK MELATI KENANGA CEMPAKA BOUGENVILLE MAWAR FLAMBOYAN SERUNI TERATAI DAHLIA AKASIA BENGKIRAI ULIN MERANTI
  GAHARU KERUING PINANG AREN SUNGKAI JELUTUNG ENGGANG PUNAI BANGAU PESUT BELIDA PATIN HARUAN PAPUYU RIAM TELUK TANJUNG
  MUARA RAWA BUKIT LEMBAH TEPIAN`.split(/\s+/);
const STREET_ENDINGS = ['', '', '', ' INDAH', ' DALAM', ' RAYA', ' LESTARI', ' BARU', ' PERMAI'];

export function drawOccupation(
  random: Random,
  person: { years: number; sex: Sex; married: boolean; urban: boolean },
): string {
  const { years, sex } = person;
  if (years < 6) return NOT_WORKING;
  if (years < 18) return STUDENT;
  if (years < 24 && !person.married && random.chance(0.6)) return STUDENT;
  if (years >= 60 && random.chance(0.35)) return random.chance(0.4) ? RETIRED : NOT_WORKING;
  if (sex === 'female' && person.married && random.chance(0.62)) return HOUSEHOLD;
  if (random.chance(years < 27 ? 0.22 : 0.05)) return NOT_WORKING;
  return random.pick(person.urban ? URBAN : RURAL);
}

/** Unknown for most: cards carry it only where somebody brought a proof. */
export function drawBloodType(random: Random): 'A' | 'B' | 'AB' | 'O' | null {
  return random.pick(BLOOD_TYPES);
}

/** Invented streets. Towns number houses, desa name hamlets; both have RT and RW. */
export function drawAddress(random: Random, urban: boolean): string {
  const rt = String(1 + random.below(urban ? 45 : 18)).padStart(3, '0');
  const rw = String(1 + random.below(urban ? 12 : 5)).padStart(3, '0');
  const street = random.pick(STREETS) + random.pick(STREET_ENDINGS);
  const house = urban || random.chance(0.3) ? ` NO. ${1 + random.below(180)}` : '';
  return `JL. ${street}${house} RT ${rt} RW ${rw}`;
}
