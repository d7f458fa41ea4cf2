import type { Bytes } from '../kit/bytes.ts';
import type { IsoDate } from '../kit/date.ts';
import type { Personal } from '../kit/personal.ts';
import type { KiaForm, MaritalStatus, Nik, Sex } from '../registry/model.ts';

/** What the resident chooses beforehand to show at a counter. */
export const DISCLOSURE_KINDS = ['fullCard', 'nameAndPhoto', 'over17'] as const;
export type DisclosureKind = (typeof DISCLOSURE_KINDS)[number];

/** A WebP portrait of at most MAX_PORTRAIT_BYTES: with a full card it makes a QR code of version 25, 117 modules wide. */
export type Portrait = Personal<Bytes, 'portrait'>;
export const MAX_PORTRAIT_BYTES = 600;
/** Smaller where the certificate of an outreach session comes along. */
export const MAX_PROVISIONAL_PORTRAIT_BYTES = 480;

/** What is printed on a KTP-el. */
export interface FullCard {
  readonly nik: Nik;
  readonly name: Personal<string, 'name'>;
  readonly birthPlace: Personal<string, 'birthPlace'>;
  readonly birthDate: Personal<IsoDate, 'birthDate'>;
  readonly sex: Sex;
  readonly bloodType: 'A' | 'B' | 'AB' | 'O' | null;
  /** Street and RT/RW, kelurahan/desa, kecamatan, kabupaten/kota, provinsi: one line each. */
  readonly address: Personal<string, 'address'>;
  readonly religion: Personal<string, 'religion'>;
  readonly maritalStatus: MaritalStatus;
  readonly occupation: string;
  readonly citizenship: 'wni' | 'wna';
}

/**
 * One disclosure is one object signed by the issuer beforehand, so that nothing else can be taken out of it. Those
 * of an IKD carry the portrait: the holder's signature proves the handset, and only a face lets the counter see that
 * the person with the handset is the one it was issued to. `over17` has a face and a fact, and no name or number.
 */
export type Disclosure =
  | { readonly kind: 'fullCard'; readonly card: FullCard; readonly portrait: Portrait }
  | {
      readonly kind: 'nameAndPhoto';
      readonly name: Personal<string, 'name'>;
      readonly portrait: Portrait;
    }
  /** Aged 17 or more on the day of issue, and therefore ever since. */
  | { readonly kind: 'over17'; readonly portrait: Portrait }
  /** A valid KIA and the child's age band, shown by a guardian: nothing that would tell one child from another. */
  | { readonly kind: 'kia'; readonly band: KiaForm };
