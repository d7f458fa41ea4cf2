import type { IsoDate } from '../kit/date.ts';
import type { Personal } from '../kit/personal.ts';
import type { Resident } from '../registry/model.ts';
import type { PlaceNames } from '../wilayah/tree.ts';

/** What of a record a KTP-el prints. */
export type CardRecord = Pick<
  Resident,
  | 'nik'
  | 'name'
  | 'birthPlace'
  | 'birthDate'
  | 'sex'
  | 'bloodType'
  | 'address'
  | 'religion'
  | 'maritalStatus'
  | 'occupation'
  | 'citizenship'
>;

/** A KTP-el before it is drawn. */
export interface CardFace {
  readonly record: CardRecord;
  readonly place: PlaceNames;
  /** JPEG, three to four. */
  readonly photograph: Personal<Uint8Array>;
  /** Null of somebody who cannot write. */
  readonly signature: SignatureDrawing | null;
  readonly printedOn: IsoDate;
  /** A demonstration's cards say so. */
  readonly specimen: boolean;
}

export interface SignatureDrawing {
  /** SVG path data. */
  readonly path: Personal<string>;
  readonly frame: { readonly width: number; readonly height: number };
}
