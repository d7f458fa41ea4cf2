import type { IsoDate } from '@jatidiri/core/kit/date.ts';
import { contains, levelOf, type Wilayah, type WilayahCode } from '@jatidiri/core/wilayah/model.ts';
import { getDistricts, getProvinces, getRegencies, getVillages } from 'idn-area-data';

/** Law 20/2012 made these five the province of Kalimantan Utara (65): NIKs from before carry the codes of that time. */
const UNTIL_KALTARA = '2012-11-16' as IsoDate;
const FORMER: ReadonlyArray<readonly [code: string, name: string]> = [
  ['64.04', 'Kabupaten Bulungan'],
  ['64.05', 'Kabupaten Nunukan'],
  ['64.06', 'Kabupaten Malinau'],
  ['64.10', 'Kabupaten Tana Tidung'],
  ['64.73', 'Kota Tarakan'],
];

/**
 * The provinces and kabupaten/kota of the whole country, because NIKs come from everywhere, and everything below
 * for the one province that this registry serves.
 */
export async function regionsFor(province: WilayahCode): Promise<Wilayah[]> {
  const [provinces, regencies, districts, villages] = await Promise.all([
    getProvinces(),
    getRegencies(),
    getDistricts(),
    getVillages(),
  ]);
  const inside = ({ code }: { code: string }) => contains(province, code as WilayahCode);
  const today = [...provinces, ...regencies, ...districts.filter(inside), ...villages.filter(inside)];
  return [
    ...today.map(({ code, name }) => region(code, name, null)),
    ...FORMER.map(([code, name]) => region(code, name, UNTIL_KALTARA)),
  ];
}

function region(text: string, name: string, validUntil: IsoDate | null): Wilayah {
  const code = text as WilayahCode;
  return { code, name, level: levelOf(code), validFrom: null, validUntil };
}
