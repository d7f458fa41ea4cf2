import type { IsoDate } from '../kit/date.ts';
import type { Personal } from '../kit/personal.ts';
import type { ResidentId } from '../registry/model.ts';
import type { WilayahCode } from '../wilayah/model.ts';

export type ServiceRequestId = string & { readonly __serviceRequestId: true };

/** What a resident may ask for from the wallet, and within how many working days the office promises it. */
export const PROMISED_WORKING_DAYS = { move: 3, newFamilyCard: 3, certificate: 5, correction: 5 } as const;
export type ServiceKind = keyof typeof PROMISED_WORKING_DAYS;
export const SERVICE_KINDS = Object.keys(PROMISED_WORKING_DAYS) as ServiceKind[];

export const FAMILY_CARD_REASONS = ['lost', 'damaged', 'split', 'dataChanged'] as const;
export const CERTIFICATES = ['birth', 'marriage', 'divorce', 'death'] as const;
/** Parts of the record that can be wrong on it. */
export const CORRECTABLE = [
  'name',
  'birthPlace',
  'birthDate',
  'sex',
  'religion',
  'maritalStatus',
  'occupation',
  'bloodType',
  'address',
  'other',
] as const;

/** What exactly is asked; whatever a resident writes is personal. */
export type ServiceWish =
  | {
      readonly kind: 'move';
      readonly to: WilayahCode;
      readonly address: Personal<string, 'address'>;
      /** Who goes along, in the resident's words. */
      readonly note: Personal<string, 'note'>;
    }
  | {
      readonly kind: 'newFamilyCard';
      readonly reason: (typeof FAMILY_CARD_REASONS)[number];
      readonly note: Personal<string, 'note'>;
    }
  | {
      readonly kind: 'certificate';
      readonly certificate: (typeof CERTIFICATES)[number];
      readonly note: Personal<string, 'note'>;
    }
  | {
      readonly kind: 'correction';
      readonly part: (typeof CORRECTABLE)[number];
      /** What it should say. */
      readonly note: Personal<string, 'note'>;
    };

export const REFUSAL_REASONS = [
  'documentUnreadable',
  'documentMissing',
  'notEntitled',
  'otherOffice',
  'courtNeeded',
  'notTrue',
  'other',
] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

/** A photographed paper, by the SHA-256 of its picture (base64url). */
export interface ServiceDocument {
  readonly digest: string;
}

interface Common {
  readonly id: ServiceRequestId;
  readonly resident: ResidentId;
  /** Where the resident lived when asking: its office answers. */
  readonly domicile: WilayahCode;
  readonly wish: ServiceWish;
  readonly documents: readonly ServiceDocument[];
  readonly openedAt: Date;
  /** The day by which the office promised an answer. */
  readonly promisedOn: IsoDate;
  /** When it went up to the head of office, because the promise was broken. */
  readonly climbedAt: Date | null;
}

interface Handled {
  readonly officer: string;
  readonly office: string;
  readonly at: Date;
}

/** A request (*permohonan*) of a resident to the office. */
export type ServiceRequest =
  | (Common & { readonly state: 'waiting' })
  | (Common & { readonly state: 'inHand'; readonly by: Handled })
  /** The officer asked for something more, and the resident's answer is awaited. */
  | (Common & { readonly state: 'needsMore'; readonly by: Handled; readonly asked: Personal<string, 'note'> })
  | (Common & {
      readonly state: 'done';
      readonly by: Handled;
      /** What the resident needs to know: where to fetch it, or the number of the event. */
      readonly answer: Personal<string, 'note'>;
    })
  | (Common & {
      readonly state: 'refused';
      readonly by: Handled;
      readonly reason: RefusalReason;
      readonly answer: Personal<string, 'note'>;
    })
  | (Common & { readonly state: 'withdrawn'; readonly at: Date });
export type ServiceState = ServiceRequest['state'];

export const SERVICE_STATES = [
  'waiting',
  'inHand',
  'needsMore',
  'done',
  'refused',
  'withdrawn',
] as const satisfies readonly ServiceState[];

export const MOST_DOCUMENTS = 5;
/** A page photographed so that it can be read, and still goes over a poor line. */
export const MAX_DOCUMENT_BYTES = 400 * 1024;

export type OfficerMove =
  | { readonly kind: 'take' }
  | { readonly kind: 'askMore'; readonly asked: Personal<string, 'note'> }
  | { readonly kind: 'complete'; readonly answer: Personal<string, 'note'> }
  | {
      readonly kind: 'refuse';
      readonly reason: RefusalReason;
      readonly answer: Personal<string, 'note'>;
    };

export type ResidentMove =
  | { readonly kind: 'addDocuments'; readonly documents: readonly ServiceDocument[] }
  | { readonly kind: 'withdraw' };
