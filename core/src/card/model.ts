import type { IsoDate } from '../kit/date.ts';
import type { Personal } from '../kit/personal.ts';
import type { Resident, ResidentId } from '../registry/model.ts';
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

export type CardId = string & { readonly __cardId: true };
export type RunId = string & { readonly __runId: true };

/** Why a card is printed. `changed`: what it says is no longer what the record says. */
export const CARD_REASONS = ['first', 'lost', 'damaged', 'changed'] as const;
export type CardReason = (typeof CARD_REASONS)[number];

/** `cancelled`: ordered for somebody who is no longer entitled when it would be printed. `withdrawn`: handed over, and its recording withdrawn since. */
export const CARD_STATES = [
  'ordered',
  'printing',
  'printed',
  'handedOver',
  'spoiled',
  'replaced',
  'cancelled',
  'withdrawn',
] as const;
export type CardState = (typeof CARD_STATES)[number];

/** One piece of plastic, or the wish for one. A card of the first time is ordered by the recording itself. */
export interface Card {
  readonly id: CardId;
  readonly resident: ResidentId;
  /** Where it is printed and handed over. */
  readonly office: string;
  readonly state: CardState;
  readonly reason: CardReason;
  /** Of a lost card: number of the police report. */
  readonly policeReport: string | null;
  readonly run: RunId | null;
  /** How often its present run was sent to a printer. */
  readonly sent: number;
  /** Digest of what it prints; null before it was printed. */
  readonly face: string | null;
}

/** What became of a card in a printer. */
export const PRINT_OUTCOMES = ['printed', 'spoiled', 'notPrinted'] as const;
export type PrintOutcome = (typeof PRINT_OUTCOMES)[number];

export const RECEIVERS = ['owner', 'family'] as const;
export type Receiver = (typeof RECEIVERS)[number];

/** Why blank or printed cards are thrown away. */
export const SPOILED_REASONS = ['printerFault', 'damaged', 'wet', 'missing', 'outOfDate'] as const;
export type SpoiledReason = (typeof SPOILED_REASONS)[number];

/** Cards of which an office keeps blanks, each counted by itself. */
export const CARD_KINDS = ['ktpEl', 'kia'] as const;
export type CardKind = (typeof CARD_KINDS)[number];

export interface Stock {
  readonly blanks: number;
  /** Of the blanks: those that lie in a printer. */
  readonly claimed: number;
  /** Printed cards that wait for their owners. */
  readonly printed: number;
}
