import type { IsoDate } from '../kit/date.ts';
import type { Personal } from '../kit/personal.ts';
import type { Kia, KiaForm, Resident, ResidentId } from '../registry/model.ts';
import type { WilayahCode } from '../wilayah/model.ts';
import type { PlaceNames } from '../wilayah/tree.ts';

/** The type of the KIA as a credential (`vct`), in a guardian's wallet. */
export const KIA_VCT = 'urn:jatidiri:kia:1';

/** A KIA before it is drawn. */
export interface KiaFace {
  readonly record: Pick<
    Resident,
    | 'nik'
    | 'noKk'
    | 'name'
    | 'sex'
    | 'birthPlace'
    | 'birthDate'
    | 'bloodType'
    | 'religion'
    | 'citizenship'
    | 'address'
  >;
  readonly kia: Kia;
  readonly place: PlaceNames;
  readonly headOfFamily: Personal<string, 'name'> | null;
  /** JPEG, three to four; null on the form for under five. */
  readonly photograph: Personal<Uint8Array> | null;
  readonly specimen: boolean;
}

/** For whom an offer is. */
export const OFFER_BANDS = ['any', 'under5', 'from5'] as const satisfies readonly ('any' | KiaForm)[];
export type OfferBand = (typeof OFFER_BANDS)[number];

/** A play ground, a bookshop, a restaurant that gives children with a KIA something, by an agreement with the office. */
export interface KiaPartner {
  readonly id: string;
  readonly name: string;
  /** The kabupaten/kota, or the part of it, where the partner is. */
  readonly region: WilayahCode;
  /** The number of the agreement (PKS). */
  readonly agreement: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly ended: boolean;
}

export interface KiaOffer {
  readonly id: string;
  readonly partner: string;
  readonly title: string;
  readonly terms: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly band: OfferBand;
  readonly withdrawn: boolean;
}

/** What becomes of a KIA as a piece of plastic. */
export const KIA_CARD_STATES = ['printing', 'printed', 'handedOver', 'spoiled', 'notPrinted'] as const;
export type KiaCardState = (typeof KIA_CARD_STATES)[number];

/** One piece of plastic, from the printer on. */
export interface KiaCard {
  readonly id: string;
  readonly child: ResidentId;
  readonly office: string;
  readonly state: KiaCardState;
  /** Digest of what it prints. */
  readonly face: string;
}

/** Which children are looked for: those whose card ends or has ended at five, or those who never had one. */
export const DUE_KINDS = ['renewal', 'missing'] as const;
export type DueKind = (typeof DUE_KINDS)[number];
