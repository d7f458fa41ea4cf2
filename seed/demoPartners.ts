import type { IkdClaim } from '@jatidiri/core/issuance/ikdClaims.ts';
import type { Purpose, Scope } from '@jatidiri/core/partner/model.ts';
import type { DemoPartner } from '../server/src/partner/index.ts';

const HOME: readonly IkdClaim[] = ['address', 'kelurahan_desa', 'kecamatan', 'kabupaten_kota', 'provinsi'];
const BIRTH: readonly IkdClaim[] = ['birth_place', 'birth_date'];
const EVERYTHING: readonly Scope[] = ['openid', 'match', 'present', 'consent'];

const purpose = (
  id: string,
  indonesian: string,
  english: string,
  attributes: readonly IkdClaim[],
): Purpose => ({
  id,
  text: { id: indonesian, en: english },
  attributes,
});

/** Invented institutions of three kinds; CONTOH means example: none is called so. */
export const DEMO_PARTNERS: readonly DemoPartner[] = [
  {
    slug: 'clinic',
    name: 'Klinik Contoh Sehat',
    priceClass: 'commercial',
    domain: 'clinic.localhost',
    // From 9001 on: the examples of issuers, which sign people in with the clinic's client.
    redirectUris: [
      ...[9000, 9001, 9002, 9003, 9004].map((port) => `http://localhost:${port}/callback`),
      'http://clinic.localhost:9000/callback',
    ],
    quotaPerMonth: 10_000,
    nameThreshold: 85,
    scopes: EVERYTHING,
    purposes: [
      purpose('patient-registration', 'Pendaftaran pasien', 'Registering a patient', [
        'nik',
        'name',
        ...BIRTH,
        'sex',
        'blood_type',
        'portrait',
        ...HOME,
      ]),
      purpose('appointment', 'Membuat janji periksa', 'Making an appointment', ['name', 'birth_date', 'sex']),
    ],
  },
  {
    slug: 'bank',
    name: 'PT Bank Contoh Mahakam, Tbk',
    priceClass: 'commercial',
    domain: 'bank.localhost',
    redirectUris: ['http://localhost:9100/callback', 'http://bank.localhost:9100/callback'],
    quotaPerMonth: 100_000,
    nameThreshold: 90,
    scopes: EVERYTHING,
    purposes: [
      purpose('account-opening', 'Pembukaan rekening', 'Opening an account', [
        'nik',
        'name',
        ...BIRTH,
        'sex',
        'marital_status',
        'occupation',
        'citizenship',
        'portrait',
        ...HOME,
      ]),
      purpose(
        'adult-customer',
        'Memastikan nasabah berusia 17 tahun ke atas',
        'Making sure that a customer is 17 or older',
        ['age_over_17'],
      ),
    ],
  },
  {
    slug: 'health-insurance',
    name: 'Badan Jaminan Kesehatan Contoh',
    priceClass: 'publicService',
    domain: 'health-insurance.localhost',
    redirectUris: ['http://localhost:9200/callback', 'http://health-insurance.localhost:9200/callback'],
    quotaPerMonth: 1_000_000,
    nameThreshold: 85,
    scopes: EVERYTHING,
    purposes: [
      purpose('membership', 'Kepesertaan jaminan kesehatan', 'Health insurance membership', [
        'nik',
        'no_kk',
        'name',
        ...BIRTH,
        'sex',
        ...HOME,
      ]),
    ],
  },
];
