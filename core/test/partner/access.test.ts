import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { toIsoDate } from '../../src/kit/date.ts';
import { Personal } from '../../src/kit/personal.ts';
import { accessOf, mayUse } from '../../src/partner/access.ts';
import { isInForce, mayAsk, purposeOf, standardPrices } from '../../src/partner/agreement.ts';
import type {
  Agreement,
  AgreementId,
  Client,
  ClientId,
  Partner,
  PartnerId,
  PartnerState,
} from '../../src/partner/model.ts';
import { isSandboxResident } from '../../src/partner/sandbox.ts';
import { TEST_RESIDENTS } from '../../src/partner/testResidents.ts';

const NOW = new Date('2026-11-22T01:00:00Z');
const PURPOSES = [
  { id: 'patients', text: { id: 'Pasien', en: 'Patients' }, attributes: ['nik', 'name'] },
] as const;
const AGREEMENT: Agreement = {
  id: 'a' as AgreementId,
  terms: {
    purposes: PURPOSES,
    scopes: ['match'],
    nameThreshold: 85,
    quotaPerMonth: 10,
    prices: standardPrices('commercial', 1_000),
    endsOn: toIsoDate('2026-12-31'),
  },
};
const partnerIn = (state: PartnerState): Partner => ({
  id: 'p' as PartnerId,
  name: 'Klinik Contoh',
  priceClass: 'commercial',
  application: {
    registrationNumber: '1',
    taxNumber: '1',
    domain: 'x.id',
    purposes: PURPOSES,
    scopes: ['match'],
  },
  state,
  appliedAt: NOW,
  demo: false,
});
const clientIn = (environment: Client['environment'], removed = false): Client => ({
  id: 'c' as ClientId,
  partner: 'p' as PartnerId,
  environment,
  name: 'Loket',
  keys: { kind: 'jwks', keys: [] },
  redirectUris: [],
  scopes: ['match', 'consent'],
  removed,
});

/** What each state lets a client do: nothing, or act under the sandbox's or the agreed terms. */
const TABLE: readonly [PartnerState, string, string][] = [
  [{ kind: 'applied' }, 'partner/not-in-force', 'partner/not-in-force'],
  [{ kind: 'refused', reason: 'x' }, 'partner/not-in-force', 'partner/not-in-force'],
  [{ kind: 'approved' }, 'sandbox', 'partner/not-in-force'],
  [{ kind: 'memorandum' }, 'sandbox', 'partner/not-in-force'],
  [{ kind: 'active' }, 'sandbox', 'agreed'],
  [{ kind: 'suspended', reason: 'x', from: 'active' }, 'partner/suspended', 'partner/suspended'],
  [{ kind: 'ended', reason: 'x' }, 'partner/not-in-force', 'partner/not-in-force'],
];

describe('what a client may do', () => {
  for (const [state, sandbox, production] of TABLE) {
    for (const [environment, expected] of [
      ['sandbox', sandbox],
      ['production', production],
    ] as const) {
      it(`${environment}, partner ${state.kind}: ${expected}`, () => {
        const standing = { client: clientIn(environment), partner: partnerIn(state), agreement: AGREEMENT };
        const access = accessOf(standing, NOW);
        const found = access.ok ? (access.value.id ? 'agreed' : 'sandbox') : access.refusal.code;
        assert.equal(found, expected);
      });
    }
  }

  it('is nothing for a removed client, and for production without or after an agreement', () => {
    const partner = partnerIn({ kind: 'active' });
    const codeOf = (client: Client, agreement: Agreement | undefined, at = NOW) => {
      const access = accessOf({ client, partner, agreement }, at);
      return access.ok ? 'ok' : access.refusal.code;
    };
    assert.equal(codeOf(clientIn('production', true), AGREEMENT), 'partner/client-unknown');
    assert.equal(codeOf(clientIn('production'), undefined), 'partner/not-in-force');
    assert.equal(codeOf(clientIn('production'), AGREEMENT, new Date('2026-12-31T15:59:59Z')), 'ok');
    assert.equal(
      codeOf(clientIn('production'), AGREEMENT, new Date('2026-12-31T16:00:00Z')),
      'partner/not-in-force',
    );
    assert.equal(isInForce(AGREEMENT.terms, new Date('2026-12-31T15:59:59Z')), true);
  });

  it('is what both agreement and client contain', () => {
    const client = clientIn('production');
    assert.equal(mayUse({ client }, AGREEMENT, 'match'), true);
    assert.equal(mayUse({ client }, AGREEMENT, 'consent'), false);
    assert.equal(mayUse({ client }, AGREEMENT, 'present'), false);
  });

  it('ends at the purpose and its attributes', () => {
    const purpose = purposeOf(AGREEMENT, 'patients');
    assert.ok(purpose.ok);
    assert.deepEqual(mayAsk(purpose.value, ['name']), { ok: true, value: ['name'] });
    assert.deepEqual(mayAsk(purpose.value, ['name', 'religion']), {
      ok: false,
      refusal: { code: 'partner/attribute-not-agreed', field: 'religion' },
    });
    assert.equal(purposeOf(AGREEMENT, 'others').ok, false);
  });

  it('costs commercial entities for what is looked up, and public services nothing', () => {
    assert.deepEqual(standardPrices('commercial', 1_000), {
      match: 1_000,
      read: 1_000,
      present: 0,
      login: 0,
    });
    assert.deepEqual(standardPrices('publicService', 1_000), { match: 0, read: 0, present: 0, login: 0 });
  });

  it('in the sandbox ends at the test residents', () => {
    const isTest = (nik: string) => isSandboxResident(new Personal<string, 'nik'>(nik));
    assert.ok(TEST_RESIDENTS.every(({ nik }) => isTest(nik)));
    assert.equal(isTest('6472035203919899'), false);
    assert.equal(isTest('6472035203910001'), false);
  });
});
