import type { CborMap } from '../cose/cbor.ts';
import type { Disclosure, FullCard } from './model.ts';

/**
 * Claim 169, identity data for QR codes, version 1.2 (registered in the IANA CWT registry by MOSIP), as far as it
 * fits. Two departures save room: `id` is the NIK as an unsigned integer, 8 bytes less than the text that the
 * specification names, and `image` is a byte string.
 */
export const IDENTITY_DATA = 169;
export const ID169 = {
  id: 1,
  fullName: 4,
  birthDate: 8,
  gender: 9,
  address: 10,
  nationality: 13,
  maritalStatus: 14,
  image: 16,
  imageFormat: 17,
} as const;
export const GENDER = { male: 1, female: 2 } as const;
export const WEBP = 4;
/** Citizens only: the registry does not keep a foreigner's country, so a full card without nationality is one of those. */
export const INDONESIA = 'ID';
/** Claim 169 has no number for widowed: a full card without marital status says just that. */
export const MARITAL = { neverMarried: 1, married: 2, divorced: 3 } as const;

/**
 * What claim 169 has no key for: a claim of our own in the private range (RFC 8392 section 9.1.1, below -65536).
 * `kind` says which disclosure this is; "17 or older" is the kind `over17` itself.
 */
export const OWN_CLAIM = -65537;
export const OWN = {
  kind: 0,
  birthPlace: 1,
  religion: 2,
  occupation: 3,
  bloodType: 4,
  /** True on a card that a kit has made in the field, and on no other. */
  provisional: 5,
  ageBand: 6,
} as const;
export const KIND = { fullCard: 1, nameAndPhoto: 2, over17: 3, kia: 4 } as const;
export const AGE_BAND = { under5: 1, from5: 2 } as const;

/** The two claims of a disclosure. */
export function disclosureClaims(disclosure: Disclosure, provisional = false): [number, CborMap][] {
  const identity = new Map<number, unknown>();
  const own = new Map<number, unknown>([[OWN.kind, KIND[disclosure.kind]]]);
  if (provisional) own.set(OWN.provisional, true);
  if (disclosure.kind === 'kia') own.set(OWN.ageBand, AGE_BAND[disclosure.band]);
  else {
    identity.set(ID169.image, disclosure.portrait.reveal());
    identity.set(ID169.imageFormat, WEBP);
  }
  if (disclosure.kind === 'nameAndPhoto') identity.set(ID169.fullName, disclosure.name.reveal());
  if (disclosure.kind === 'fullCard') addCard(disclosure.card, identity, own);
  return [
    [IDENTITY_DATA, identity],
    [OWN_CLAIM, own],
  ];
}

function addCard(card: FullCard, identity: Map<number, unknown>, own: Map<number, unknown>): void {
  identity.set(ID169.id, BigInt(card.nik.reveal()));
  identity.set(ID169.fullName, card.name.reveal());
  identity.set(ID169.birthDate, card.birthDate.reveal().replaceAll('-', ''));
  identity.set(ID169.gender, GENDER[card.sex]);
  identity.set(ID169.address, card.address.reveal());
  if (card.citizenship === 'wni') identity.set(ID169.nationality, INDONESIA);
  if (card.maritalStatus !== 'widowed') identity.set(ID169.maritalStatus, MARITAL[card.maritalStatus]);
  own.set(OWN.birthPlace, card.birthPlace.reveal());
  own.set(OWN.religion, card.religion.reveal());
  own.set(OWN.occupation, card.occupation);
  if (card.bloodType) own.set(OWN.bloodType, card.bloodType);
}
