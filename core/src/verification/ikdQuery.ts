import type { IkdClaim } from '../issuance/ikdClaims.ts';
import { IKD_DOCTYPE, IKD_NAMESPACE, IKD_VCT } from '../issuance/model.ts';
import type { JsonObject } from '../jose/encodedJson.ts';

/** Not every record knows it, and then it is no claim of the credential (core/src/issuance/ikdClaims.ts). */
const MAY_BE_MISSING: IkdClaim = 'blood_type';

/** A DCQL query for attributes of an IKD, in whichever format the wallet has it. */
export function ikdQuery(attributes: readonly IkdClaim[]): JsonObject {
  return {
    credentials: [
      {
        id: 'ikd',
        format: 'dc+sd-jwt',
        meta: { vct_values: [IKD_VCT] },
        ...claimsOf(attributes, (attribute) => [attribute]),
      },
      {
        id: 'ikd_mdoc',
        format: 'mso_mdoc',
        meta: { doctype_value: IKD_DOCTYPE },
        ...claimsOf(attributes, (attribute) => [IKD_NAMESPACE, attribute]),
      },
    ],
    credential_sets: [{ options: [['ikd'], ['ikd_mdoc']] }],
  };
}

function claimsOf(
  attributes: readonly IkdClaim[],
  pathOf: (attribute: IkdClaim) => readonly string[],
): JsonObject {
  const claims = attributes.map((attribute) => ({ id: attribute, path: pathOf(attribute) }));
  const certain = attributes.filter((attribute) => attribute !== MAY_BE_MISSING);
  const isUncertain = certain.length > 0 && certain.length < attributes.length;
  return { claims, ...(isUncertain && { claim_sets: [attributes, certain] }) };
}

/** What a counter without software of its own may ask. */
export const COUNTER_QUESTIONS = {
  'full-card': [
    'nik',
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
    'portrait',
  ],
  'over-17': ['age_over_17', 'portrait'],
  'name-and-photo': ['name', 'portrait'],
} as const satisfies Record<string, readonly IkdClaim[]>;
export type CounterQuestion = keyof typeof COUNTER_QUESTIONS;
