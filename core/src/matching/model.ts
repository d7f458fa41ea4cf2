import type { IkdClaim } from '../issuance/ikdClaims.ts';
import type { CredentialRecord } from '../issuance/model.ts';
import type { Personal } from '../kit/personal.ts';
import type { Resident } from '../registry/model.ts';
import type { PlaceNames } from '../wilayah/tree.ts';

/** What can be matched, by the names that agreements and credentials use. The NIK is what a match asks by. */
export const MATCH_ELEMENTS = [
  'name',
  'birth_place',
  'birth_date',
  'sex',
  'blood_type',
  'address',
  'kelurahan_desa',
  'kecamatan',
  'kabupaten_kota',
  'provinsi',
  'religion',
  'marital_status',
  'occupation',
  'citizenship',
  'no_kk',
] as const satisfies readonly IkdClaim[];
export type MatchElement = (typeof MATCH_ELEMENTS)[number];

/** What a partner says about a person. Always with a name: who knows only a number learns nothing. */
export interface Statement {
  readonly name: Personal<string, 'name'>;
  readonly others: ReadonlyMap<Exclude<MatchElement, 'name'>, Personal>;
}

/** What the registry says: the record, and the names of the regions of the domicile. */
export interface MatchedRecord {
  readonly record: CredentialRecord & Pick<Resident, 'life' | 'recording'>;
  readonly domicile: PlaceNames;
}

/** As institutions know it from the national service. */
export const VERDICTS = ['Sesuai', 'Tidak sesuai'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Why a match is worth a second look although, or because, the elements say what they say. */
export const MATCH_REASONS = ['notFound', 'deceased', 'inactive', 'duplicate'] as const;
export type MatchReason = (typeof MATCH_REASONS)[number];

export interface MatchAnswer {
  readonly reason: MatchReason | null;
  readonly verdicts: ReadonlyMap<MatchElement, Verdict>;
  /** Whole percent; 0 with `notFound`. */
  readonly nameSimilarity: number;
}
