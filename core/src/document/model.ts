import type { IkdClaim } from '../issuance/ikdClaims.ts';
import type { IsoDate } from '../kit/date.ts';

export type PhotocopyId = string & { readonly __photocopyId: true };

/** What a resident says when making a photocopy: for whom, for what, until when, and what it shows. */
export interface PhotocopyWish {
  readonly recipient: string;
  readonly purpose: string;
  /** The last day on which it is good. */
  readonly until: IsoDate;
  readonly claims: readonly IkdClaim[];
}

/** Digital photocopy (*fotokopi digital*): what a paper copy of the KTP-el was for, made for one recipient and one purpose. */
export interface Photocopy extends PhotocopyWish {
  readonly id: PhotocopyId;
  readonly madeAt: Date;
  readonly withdrawnAt: Date | null;
}

/** What a photocopy can show. The picture is left to whoever needs to recognise a person. */
export const PHOTOCOPY_CLAIMS = [
  'nik',
  'name',
  'birth_place',
  'birth_date',
  'sex',
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
  'portrait',
] as const satisfies readonly IkdClaim[];
export type PhotocopyClaim = (typeof PHOTOCOPY_CLAIMS)[number];

/** A paper that is good for longer is a paper that nobody takes back. */
export const LONGEST_PHOTOCOPY_DAYS = 366;
