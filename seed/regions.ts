import { parseWilayahCode, type WilayahCode } from '@jatidiri/core/wilayah/model.ts';
import { getDistricts, getRegencies, getVillages } from 'idn-area-data';

/** A kelurahan or desa in which synthetic residents can live. */
export interface Place {
  readonly code: WilayahCode;
  /** Kelurahan are urban, desa rural: the last four digits of a kelurahan's code begin with 1. */
  readonly urban: boolean;
}

/** A kecamatan in which a NIK can have been given, and what a card from there prints as place of birth. */
export interface Origin {
  readonly kecamatan: WilayahCode;
  readonly birthPlace: string;
}

export interface Regions {
  /** The kelurahan and desa of East Kalimantan in the order of their codes. */
  readonly places: readonly Place[];
  /** Kecamatan by the code of their province: East Kalimantan, and where its residents often come from. */
  readonly origins: ReadonlyMap<string, readonly Origin[]>;
}

const EAST_KALIMANTAN = '64';
/** Jakarta, West, Central and East Java, East Nusa Tenggara, South Kalimantan, South and West Sulawesi. */
const PROVINCES_OF_ORIGIN = [EAST_KALIMANTAN, '31', '32', '33', '35', '53', '63', '73', '76'];

/** Reads the region tree of the package `idn-area-data` (ODbL, see its licence). */
export async function readRegions(): Promise<Regions> {
  const [regencies, districts, villages] = await Promise.all([getRegencies(), getDistricts(), getVillages()]);
  const birthPlaces = new Map(regencies.map(({ code, name }) => [code, birthPlaceIn(name)]));
  const originsIn = (province: string) =>
    districts
      .filter(({ code }) => code.startsWith(`${province}.`))
      .map(({ code }) => ({ kecamatan: known(code), birthPlace: birthPlaces.get(code.slice(0, 5))! }));

  return {
    places: villages
      .filter(({ code }) => code.startsWith(`${EAST_KALIMANTAN}.`))
      .map(({ code }) => ({ code: known(code), urban: code[9] === '1' }))
      .sort((one, other) => (one.code < other.code ? -1 : 1)),
    origins: new Map(PROVINCES_OF_ORIGIN.map((province) => [province, originsIn(province)])),
  };
}

function birthPlaceIn(regency: string): string {
  return regency.replace(/^(Kabupaten|Kota) (Administrasi )?/, '').toUpperCase();
}

function known(code: string): WilayahCode {
  const parsed = parseWilayahCode(code);
  if (!parsed) throw new Error(`idn-area-data has an unexpected region code: ${code}`);
  return parsed;
}
