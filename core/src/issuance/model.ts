import type { Bytes } from '../kit/bytes.ts';
import type { Personal } from '../kit/personal.ts';
import type { Resident } from '../registry/model.ts';
import type { PlaceNames } from '../wilayah/tree.ts';

/**
 * The type of the IKD as a credential (`vct`). A name and no address, because it is one type whoever runs an
 * installation: a relying party asks for it once, and not per server.
 */
export const IKD_VCT = 'urn:jatidiri:ikd:1';

/** The same for wallets that hold mdocs (ISO/IEC 18013-5): document type and namespace. */
export const IKD_DOCTYPE = 'jatidiri.ikd.1';
export const IKD_NAMESPACE = 'jatidiri.ikd.1';

/** Below the portal's origin. Short: the whole address stands in every identity QR. */
export const STATUS_LIST_PATH = '/api/issuance/status-lists/';

/** The parts of a record that a KTP-el prints, with the number of the family card. Nothing else is read for an IKD. */
export const CREDENTIAL_ELEMENTS = [
  'nik',
  'noKk',
  'name',
  'sex',
  'birthPlace',
  'birthDate',
  'maritalStatus',
  'religion',
  'occupation',
  'bloodType',
  'citizenship',
  'address',
  'domicile',
] as const satisfies readonly (keyof Resident)[];

export type CredentialRecord = Pick<Resident, (typeof CREDENTIAL_ELEMENTS)[number]>;

/** The two sizes of one portrait, WebP: for the card on a screen, and for what a QR code can carry. */
export interface Portraits {
  readonly card: Personal<Bytes, 'portrait'>;
  readonly qr: Personal<Bytes, 'portrait'>;
}

/** Who an IKD is about, with everything that it may say. */
export interface IkdSubject {
  readonly record: CredentialRecord;
  readonly domicile: PlaceNames;
  readonly portraits: Portraits;
  /** Aged 17 or more on the day of issue. Not every *wajib KTP* is: marriage counts as well. */
  readonly isOver17: boolean;
}
