/** What addresses abbreviate; each spelling becomes the one that stands first. */
const ABBREVIATIONS = [
  'JALAN JL JLN',
  'GANG GG GNG',
  'LORONG LR LRG',
  'NOMOR NO NOM NMR',
  'BLOK BLK BLOCK',
  'PERUMAHAN PERUM PRM',
  'KOMPLEKS KOMP KOMPLEK KPLK',
  'KAMPUNG KP KPG KAMP',
  'DUSUN DSN DUS',
  'LINGKUNGAN LK LINGK',
  'RUMAHSUSUN RUSUN',
  'SIMPANG SP SIMP',
] as const;
const IN_FULL: ReadonlyMap<string, string> = new Map(
  ABBREVIATIONS.flatMap((line) => {
    const [full, ...short] = line.split(' ');
    return short.map((word) => [word, full!] as const);
  }),
);

/** Words that begin the part with regions, which are elements of their own and not part of an address. */
const REGION_WORDS =
  /\b(KELURAHAN|KEL|DESA|DS|KECAMATAN|KEC|KABUPATEN|KAB|KOTA|KOTAMADYA|PROVINSI|PROV|PROPINSI|PROP)\b/u;

const RT_AND_RW = /\bRT\W*RW\W*(\d+)\W+(\d+)/gu;
const RT_SLASH_RW = /\bRT\W*(\d+)\s*\/\s*(\d+)/gu;
const PLACE_NUMBER = /\b(RT|RW)\W*0*(\d+)/gu;

/**
 * Street and RT/RW reduced to what two writings of it have in common: `Jl. Mawar No.12A RT.03/RW.001`,
 * `JALAN MAWAR 12 A RT 3 RW 1, Kel. Sidodadi`. The word before a house number, leading zeros and regions do not count.
 */
export function addressForm(address: string): string {
  const plain = address
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(RT_AND_RW, ' RT $1 RW $2 ')
    .replaceAll(RT_SLASH_RW, ' RT $1 RW $2 ')
    .replaceAll(PLACE_NUMBER, ' $1 $2 ');
  const street = plain.split(REGION_WORDS, 1)[0]!;
  const words = street
    .replaceAll(/(\d)\s*([A-Z])\b/gu, '$1 $2')
    .replaceAll(/([A-Z])(\d)/gu, '$1 $2')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => IN_FULL.get(word) ?? word.replace(/^0+(?=\d)/, ''));
  return words.filter((word) => word !== 'NOMOR').join(' ');
}
