import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readApplication } from '../../src/partner/form.ts';
import type { ApplicationRequest } from '../../src/partner/portalWire.ts';

const FORM: ApplicationRequest = {
  name: '  PT Contoh  Abadi, Tbk ',
  priceClass: 'commercial',
  registrationNumber: '9120001234567',
  taxNumber: '01.234.567.8-901.000',
  domain: 'Contoh.Example.ID ',
  scopes: ['match'],
  purposes: [
    { text: { id: 'Buka rekening', en: 'Opening an account' }, attributes: ['nik'] },
    { text: { id: 'Buka rekening', en: 'Opening an account!' }, attributes: ['name'] },
  ],
};

describe('the application form', () => {
  it('is kept in one spelling, with an id for each purpose', () => {
    const read = readApplication(FORM);
    assert.ok(read.ok);
    assert.equal(read.value.name, 'PT Contoh Abadi, Tbk');
    assert.equal(read.value.application.domain, 'contoh.example.id');
    assert.deepEqual(
      read.value.application.purposes.map(({ id }) => id),
      ['opening-an-account', 'opening-an-account-2'],
    );
  });

  const WRONG: readonly [Partial<ApplicationRequest>, string, string][] = [
    [{ name: 'X' }, 'partner/name-malformed', 'name'],
    [{ name: 'PT <script>' }, 'partner/name-malformed', 'name'],
    [{ name: 'PT\u202eABADI' }, 'partner/name-malformed', 'name'],
    [{ registrationNumber: '1' }, 'partner/registration-malformed', 'registrationNumber'],
    [{ taxNumber: '123' }, 'partner/tax-malformed', 'taxNumber'],
    [{ domain: 'https://contoh.id/' }, 'partner/domain-malformed', 'domain'],
    [{ domain: 'localhost' }, 'partner/domain-malformed', 'domain'],
    [{ domain: '10.0.0.1' }, 'partner/domain-malformed', 'domain'],
    [{ domain: '*.contoh.id' }, 'partner/domain-malformed', 'domain'],
  ];
  for (const [entry, code, field] of WRONG) {
    it(`refuses ${JSON.stringify(entry)}`, () => {
      assert.deepEqual(readApplication({ ...FORM, ...entry }), { ok: false, refusal: { code, field } });
    });
  }
});
