import type { QueriedCredential } from '@jatidiri/core/dcql/model.ts';
import { parseDcqlQuery } from '@jatidiri/core/dcql/wire.ts';

export const PID = 'https://credentials.example.com/identity_credential';

/** The credential of OpenID4VP 1.0 section 7.3, with what else the examples of appendix D ask for. */
export const arthur: QueriedCredential = {
  format: 'dc+sd-jwt',
  type: PID,
  isHolderBound: true,
  authorityKeyIds: ['s9tIpPmhxdiuNkHMEWNpYim8S8Y'],
  claims: {
    name: 'Arthur Dent',
    family_name: 'Dent',
    locality: 'Milliways',
    postal_code: '12345',
    date_of_birth: '1952-03-11',
    age: 42,
    address: { street_address: '42 Market Street', locality: 'Milliways', postal_code: '12345' },
    degrees: [
      { type: 'Bachelor of Science', university: 'University of Betelgeuse' },
      { type: 'Master of Science', university: 'University of Betelgeuse' },
    ],
    nationalities: ['British', 'Betelgeusian'],
  },
};

export const licence: QueriedCredential = {
  format: 'mso_mdoc',
  type: 'org.iso.18013.5.1.mDL',
  isHolderBound: true,
  authorityKeyIds: [],
  claims: { 'org.iso.18013.5.1': { given_name: 'Arthur', family_name: 'Dent', age_over_21: true } },
};

export function dcql(value: unknown) {
  const query = parseDcqlQuery(value);
  if (!query) throw new TypeError('no DCQL query');
  return query;
}

/** A query for one credential of arthur's type. */
export const asking = (members: object) =>
  dcql({ credentials: [{ id: 'pid', format: 'dc+sd-jwt', meta: { vct_values: [PID] }, ...members }] });
