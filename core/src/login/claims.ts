import type { IkdClaim } from '../issuance/ikdClaims.ts';
import type { CredentialRecord } from '../issuance/model.ts';
import type { JsonObject } from '../jose/encodedJson.ts';
import { ageOn, type IsoDate } from '../kit/date.ts';
import { Personal } from '../kit/personal.ts';
import { WAJIB_KTP_AGE } from '../registry/wajibKtp.ts';
import type { PlaceNames } from '../wilayah/tree.ts';

/** Those parts of a record that were read for the claims asked for. */
export interface LoginSubject {
  readonly record: Partial<CredentialRecord>;
  readonly placesOf: (domicile: CredentialRecord['domicile']) => PlaceNames;
  readonly today: IsoDate;
}

interface LoginClaim {
  /** What the resident approves: attributes of the IKD, under their names there. */
  readonly attributes: readonly IkdClaim[];
  /** What must be read of the record. */
  readonly elements: readonly (keyof CredentialRecord)[];
  readonly value: (subject: LoginSubject) => unknown;
}

/** The claims about a resident: OpenID Connect's own names where it has them (Core section 5.1), else the IKD's. */
export const LOGIN_CLAIMS = {
  name: { attributes: ['name'], elements: ['name'], value: ({ record }) => record.name?.reveal() },
  birthdate: {
    attributes: ['birth_date'],
    elements: ['birthDate'],
    value: ({ record }) => record.birthDate?.reveal(),
  },
  gender: { attributes: ['sex'], elements: ['sex'], value: ({ record }) => record.sex },
  address: {
    attributes: ['address', 'kelurahan_desa', 'kecamatan', 'kabupaten_kota', 'provinsi'],
    elements: ['address', 'domicile'],
    value: addressOf,
  },
  age_over_17: { attributes: ['age_over_17'], elements: ['birthDate'], value: isOver17 },
  nik: { attributes: ['nik'], elements: ['nik'], value: ({ record }) => record.nik?.reveal() },
  no_kk: { attributes: ['no_kk'], elements: ['noKk'], value: ({ record }) => record.noKk?.reveal() },
  birth_place: {
    attributes: ['birth_place'],
    elements: ['birthPlace'],
    value: ({ record }) => record.birthPlace?.reveal(),
  },
  blood_type: {
    attributes: ['blood_type'],
    elements: ['bloodType'],
    value: ({ record }) => record.bloodType ?? undefined,
  },
  religion: {
    attributes: ['religion'],
    elements: ['religion'],
    value: ({ record }) => record.religion?.reveal(),
  },
  marital_status: {
    attributes: ['marital_status'],
    elements: ['maritalStatus'],
    value: ({ record }) => record.maritalStatus,
  },
  occupation: {
    attributes: ['occupation'],
    elements: ['occupation'],
    value: ({ record }) => record.occupation,
  },
  citizenship: {
    attributes: ['citizenship'],
    elements: ['citizenship'],
    value: ({ record }) => record.citizenship?.kind,
  },
} as const satisfies Record<string, LoginClaim>;
export type LoginClaimName = keyof typeof LOGIN_CLAIMS;

/** Which claims a scope stands for (Core section 5.4); all others are asked for one by one (section 5.5). */
export const LOGIN_SCOPES = {
  profile: ['name', 'birthdate', 'gender'],
  address: ['address'],
  nik: ['nik'],
} as const satisfies Record<string, readonly LoginClaimName[]>;

/** The `claims` parameter (Core section 5.5), as far as its names matter. */
export interface ClaimsParameter {
  readonly userinfo?: JsonObject;
  readonly id_token?: JsonObject;
}

/** Which claims about the resident a request asks for, each once. */
export function claimsAsked(scope: string, claims: ClaimsParameter = {}): LoginClaimName[] {
  const byScope = scope.split(' ').flatMap((name) => (isLoginScope(name) ? LOGIN_SCOPES[name] : []));
  const byName = [...Object.keys(claims.userinfo ?? {}), ...Object.keys(claims.id_token ?? {})];
  return [...new Set([...byScope, ...byName.filter(isLoginClaim)])];
}

export const attributesOf = (names: readonly LoginClaimName[]): IkdClaim[] => [
  ...new Set(names.flatMap((name): readonly IkdClaim[] => LOGIN_CLAIMS[name].attributes)),
];

export const elementsOf = (names: readonly LoginClaimName[]): (keyof CredentialRecord)[] => [
  ...new Set(names.flatMap((name): readonly (keyof CredentialRecord)[] => LOGIN_CLAIMS[name].elements)),
];

/** A claim is told when every attribute that it is made of was approved. */
export function approvedClaims(
  names: readonly LoginClaimName[],
  approved: readonly string[],
): LoginClaimName[] {
  return names.filter((name) =>
    LOGIN_CLAIMS[name].attributes.every((attribute) => approved.includes(attribute)),
  );
}

export function loginClaims(subject: LoginSubject, names: readonly LoginClaimName[]): Personal<JsonObject> {
  const told = names.map((name) => [name, LOGIN_CLAIMS[name].value(subject)] as const);
  return new Personal(Object.fromEntries(told.filter(([, value]) => value !== undefined)));
}

/** Core section 5.1.1. `street_address` is the street with RT/RW as on the card. */
function addressOf({ record, placesOf }: LoginSubject): JsonObject | undefined {
  if (!record.address || !record.domicile) return undefined;
  const street = record.address.reveal();
  const { kelurahanDesa, kecamatan, kabupatenKota, provinsi } = placesOf(record.domicile);
  return {
    formatted: [street, kelurahanDesa, kecamatan, kabupatenKota, provinsi].join('\n'),
    street_address: [street, kelurahanDesa, kecamatan].join('\n'),
    locality: kabupatenKota,
    region: provinsi,
    country: 'ID',
  };
}

function isOver17({ record, today }: LoginSubject): boolean | undefined {
  return record.birthDate && ageOn(record.birthDate.reveal(), today) >= WAJIB_KTP_AGE;
}

const isLoginScope = (name: string): name is keyof typeof LOGIN_SCOPES => Object.hasOwn(LOGIN_SCOPES, name);
const isLoginClaim = (name: string): name is LoginClaimName => Object.hasOwn(LOGIN_CLAIMS, name);
