import type { DenominatorKind, Indicator } from '../coverage/model.ts';
import { addressOf, type Sheet, textOf } from './sheet.ts';

/** What a column of a report can hold. */
export type Field =
  | 'regionCode'
  | 'regionName'
  | 'indicator'
  | 'asOf'
  | 'numerator'
  | 'denominator'
  | 'denominatorKind'
  | 'percent'
  | 'targetPercent'
  | 'targetYear'
  | 'note';

/** A head that names more than its place: `IKD aktif` is a numerator and says of which indicator. */
interface Meaning {
  readonly field: Field;
  readonly indicator?: Indicator;
  readonly kind?: DenominatorKind;
}

const HEADS: ReadonlyArray<readonly [RegExp, Meaning]> = [
  [/^(kode|region_code|kode (wilayah|kemendagri|daerah)|kode kab(upaten)?\/?kota)$/, { field: 'regionCode' }],
  [
    /^(wilayah|region|region_name|kab(upaten)?\.?\s*\/?\s*kota|nama (wilayah|kab(upaten)?\/?kota)|daerah)$/,
    { field: 'regionName' },
  ],
  [/^(indikator|indicator|jenis)$/, { field: 'indicator' }],
  [/^(tanggal|per tanggal|as_of|as of|keadaan( per)?|posisi|tgl)$/, { field: 'asOf' }],
  [/^(pembilang|numerator|jumlah|capaian|realisasi|jumlah capaian)$/, { field: 'numerator' }],
  [
    /^(ikd|ikd aktif|(jumlah )?aktivasi( ikd)?|jumlah ikd( aktif)?|active ikd)$/,
    { field: 'numerator', indicator: 'ikdActive' },
  ],
  [
    /^((jumlah )?(perekaman|rekam|sudah rekam|terekam)( ktp-?el)?|recorded)$/,
    { field: 'numerator', indicator: 'ktpElRecorded' },
  ],
  [/^((jumlah )?(kepemilikan |memiliki )?kia|punya kia)$/, { field: 'numerator', indicator: 'kiaOwned' }],
  [/^(penyebut|denominator|basis)$/, { field: 'denominator' }],
  [/^((jumlah )?wajib (e-)?ktp(-?el)?)$/, { field: 'denominator', kind: 'wajibKtp' }],
  [/^((jumlah )?anak( 0-1[67]( tahun| th)?)?)$/, { field: 'denominator', kind: 'childrenUnder17' }],
  [/^((jumlah )?pemilih pemula)$/, { field: 'denominator', kind: 'pemilihPemula' }],
  [/^(jenis penyebut|denominator_kind|dasar)$/, { field: 'denominatorKind' }],
  [/^(%|persen|persentase|percent|percent_published|% capaian|cakupan( \(%\))?)$/, { field: 'percent' }],
  [/^(target|target \(?%\)?|target_percent|persen target)$/, { field: 'targetPercent' }],
  [/^(tahun target|target_year|tahun)$/, { field: 'targetYear' }],
  [/^(catatan|note|keterangan|ket\.?)$/, { field: 'note' }],
];

export interface Columns {
  /** The row of the heads; the data stand below it. */
  readonly headRow: number;
  readonly at: ReadonlyMap<Field, number>;
  readonly indicator: Indicator | undefined;
  readonly kind: DenominatorKind | undefined;
  /** Heads that say the same twice: the address of the second. */
  readonly twice: readonly string[];
}

const HEAD_ROWS_SEARCHED = 30;

/** Finds the row of heads, in whatever order they stand: the first with a region and a number in it. */
export function findColumns(sheet: Sheet): Columns | undefined {
  for (const [headRow, row] of sheet.rows.slice(0, HEAD_ROWS_SEARCHED).entries()) {
    const at = new Map<Field, number>();
    const twice: string[] = [];
    let indicator: Indicator | undefined;
    let kind: DenominatorKind | undefined;
    for (const [column, cell] of row.entries()) {
      const meaning = meaningOf(textOf(cell));
      if (!meaning) continue;
      if (at.has(meaning.field)) twice.push(addressOf({ row: headRow, column }));
      else at.set(meaning.field, column);
      indicator ??= meaning.indicator;
      kind ??= meaning.kind;
    }
    const hasRegion = at.has('regionCode') || at.has('regionName');
    if (hasRegion && (at.has('numerator') || at.has('percent')))
      return { headRow, at, indicator, kind, twice };
  }
  return undefined;
}

function meaningOf(head: string): Meaning | undefined {
  const plain = head.toLowerCase().replace(/[:.]$/, '');
  return HEADS.find(([pattern]) => pattern.test(plain))?.[1];
}

const INDICATOR_NAMES: ReadonlyArray<readonly [RegExp, Indicator]> = [
  [/pemilih pemula|pemilih_pemula/, 'pemilihPemulaRecorded'],
  [/kia/, 'kiaOwned'],
  [/jemput bola|outreach/, 'outreachActivations'],
  [/ikd|ktp digital|identitas kependudukan digital/, 'ikdActive'],
  [/ktp|rekam/, 'ktpElRecorded'],
];

export function readIndicator(text: string): Indicator | undefined {
  return INDICATOR_NAMES.find(([pattern]) => pattern.test(text.toLowerCase()))?.[1];
}

const KIND_NAMES: ReadonlyArray<readonly [RegExp, DenominatorKind | 'targetOfRecorded']> = [
  [/target/, 'targetOfRecorded'],
  [/pemula/, 'pemilihPemula'],
  [/anak|children/, 'childrenUnder17'],
  [/rekam|recorded/, 'recorded'],
  [/wajib/, 'wajibKtp'],
];

export function readKind(text: string): DenominatorKind | 'targetOfRecorded' | undefined {
  return KIND_NAMES.find(([pattern]) => pattern.test(text.toLowerCase()))?.[1];
}

/** What an indicator is measured against where nobody says otherwise. */
export const USUAL_KIND: Record<Indicator, DenominatorKind | null> = {
  ikdActive: 'wajibKtp',
  ktpElRecorded: 'wajibKtp',
  pemilihPemulaRecorded: 'pemilihPemula',
  pemilihPemulaPrinted: 'pemilihPemula',
  pemilihPemulaHandedOver: 'pemilihPemula',
  kiaOwned: 'childrenUnder17',
  outreachActivations: null,
};
