import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { IKD_CLAIMS } from '../../src/issuance/ikdClaims.ts';
import { toIsoDate } from '../../src/kit/date.ts';
import { Personal } from '../../src/kit/personal.ts';
import {
  approvedClaims,
  attributesOf,
  claimsAsked,
  elementsOf,
  LOGIN_CLAIMS,
  type LoginClaimName,
  loginClaims,
} from '../../src/login/claims.ts';

const NAMES = Object.keys(LOGIN_CLAIMS) as LoginClaimName[];
const places = {
  kelurahanDesa: 'Contoh',
  kecamatan: 'Contoh Ulu',
  kabupatenKota: 'Kota Contoh',
  provinsi: 'Provinsi',
};

describe('claims of a login', () => {
  test('come by scope and by name, each once; what is unknown asks for nothing', () => {
    assert.deepEqual(claimsAsked('openid profile email', { userinfo: { name: null, nickname: null } }), [
      'name',
      'birthdate',
      'gender',
    ]);
    assert.deepEqual(claimsAsked('openid', { id_token: { nik: null, constructor: null, acr: null } }), [
      'nik',
    ]);
    assert.deepEqual(claimsAsked('openid toString'), []);
  });

  test('are made of attributes that an IKD has, all but its portrait', () => {
    const missing = Object.keys(IKD_CLAIMS).filter((name) => !attributesOf(NAMES).includes(name as never));
    assert.deepEqual(missing, ['portrait']);
  });

  test('are told when every attribute they are made of is approved', () => {
    assert.deepEqual(approvedClaims(['name', 'address'], ['name', 'address', 'kecamatan']), ['name']);
    assert.deepEqual(approvedClaims(['address'], attributesOf(['address'])), ['address']);
  });

  test('say nothing that was not read', () => {
    const subject = { record: {}, placesOf: () => places, today: toIsoDate('2026-11-22') };
    assert.deepEqual(loginClaims(subject, NAMES).reveal(), {});
  });

  test('are standard ones where the standard has them', () => {
    const record = {
      name: new Personal<string, 'name'>('SITI CONTOH'),
      birthDate: new Personal<ReturnType<typeof toIsoDate>, 'birthDate'>(toIsoDate('2009-11-22')),
      address: new Personal<string, 'address'>('JL. CONTOH 1, RT 001/RW 002'),
      domicile: '64.72.03.1001' as never,
    };
    const subject = { record, placesOf: () => places, today: toIsoDate('2026-11-22') };
    assert.deepEqual(loginClaims(subject, ['name', 'address', 'age_over_17']).reveal(), {
      name: 'SITI CONTOH',
      address: {
        formatted: 'JL. CONTOH 1, RT 001/RW 002\nContoh\nContoh Ulu\nKota Contoh\nProvinsi',
        street_address: 'JL. CONTOH 1, RT 001/RW 002\nContoh\nContoh Ulu',
        locality: 'Kota Contoh',
        region: 'Provinsi',
        country: 'ID',
      },
      age_over_17: true,
    });
    assert.deepEqual(elementsOf(['address', 'age_over_17']), ['address', 'domicile', 'birthDate']);
  });
});
