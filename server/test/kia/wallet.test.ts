import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { readCwtClaims } from '@jatidiri/core/cose/cwt.ts';
import { openEnvelope, showIdentityQr } from '@jatidiri/core/identityqr/envelope.ts';
import { verifyIdentityQr } from '@jatidiri/core/identityqr/verifyIdentityQr.ts';
import { FamilyCredentialsReply } from '@jatidiri/core/issuance/familyWire.ts';
import { fromBase64url } from '@jatidiri/core/kit/bytes.ts';
import { webSigner } from '@jatidiri/core/kit/webSuite.ts';
import { parseDisclosure } from '@jatidiri/core/sdjwt/disclosure.ts';
import { parseSdJwt } from '@jatidiri/core/sdjwt/parse.ts';
import * as v from 'valibot';
import { statement } from '../../src/platform/db/database.ts';
import { createTown, HOME, NIKS, type Town } from '../family/town.ts';
import { activeHandset, suite, takeTrust } from '../issuance/activeHandset.ts';
import { syntheticSelfie, type TestHandset } from '../testHandset.ts';

type Kia = FamilyCredentialsReply['children'][number];

describe('a family in its guardians’ wallets', { concurrency: false }, () => {
  let town: Town;
  let mother: TestHandset;
  let father: TestHandset;
  before(async () => {
    town = await createTown();
    mother = await activeHandset(town.world, { nik: NIKS.mother, name: 'IBU CONTOH' });
    father = await activeHandset(town.world, { nik: NIKS.father, name: 'AYAH CONTOH' });
    const photograph = (await syntheticSelfie()).toString('base64url');
    for (const body of [
      { nik: NIKS.son, photograph: null },
      { nik: NIKS.daughter, photograph },
    ])
      assert.equal((await town.operator.call('POST', '/api/kia/cards', body)).status, 200);
    await town.world.settle();
  });
  after(() => town.world.close());

  async function family(handset: TestHandset): Promise<FamilyCredentialsReply> {
    const answer = await handset.call('POST', '/api/issuance/family');
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    return v.parse(FamilyCredentialsReply, answer.body);
  }
  function claims(sdJwtVc: string): Record<string, unknown> {
    const parsed = parseSdJwt(sdJwtVc);
    assert.ok(parsed.ok);
    return Object.fromEntries(
      parsed.value.disclosures
        .map(parseDisclosure)
        .flatMap((one) => (one?.kind === 'property' ? [[one.name, one.value]] : [])),
    );
  }
  const show = (handset: TestHandset, { identityQr }: Kia, what: 'kia' | 'nameAndPhoto' = 'kia') =>
    showIdentityQr(handset.sign, fromBase64url(identityQr[what]!), town.world.clock.now);
  async function check(text: string) {
    await town.world.settle();
    const { trustedIssuers, statusLists, now } = await takeTrust(town.world);
    const trust = { trustedIssuers, statusLists, now };
    const limits = { maxAgeSeconds: 60, clockSkewSeconds: 60, statusListOldAfterSeconds: 86_400 };
    return verifyIdentityQr(text, { ...trust, ...limits }, suite);
  }

  it('is the family card and the KIA of both children, for both parents', async () => {
    for (const handset of [mother, father]) {
      const { kk, children } = await family(handset);
      const card = claims(kk.sdJwtVc);
      for (const [type, held] of [
        ['kk', card],
        ['kia', claims(children[0]!.sdJwtVc)],
      ] as const) {
        const described = (await town.world.app.inject(`/api/issuance/types/${type}`)).json();
        const names = described.claims.map(({ path }: { path: string[] }) => path[0]);
        assert.deepEqual(names.toSorted(), Object.keys(held).toSorted());
      }
      assert.equal(card.head_of_family, 'AYAH CONTOH');
      assert.equal((card.members as unknown[]).length, 5);
      assert.deepEqual(
        children.map(({ form, sdJwtVc }) => [form, claims(sdJwtVc).name]),
        [
          ['from5', 'ANAK CONTOH SATU'],
          ['under5', 'ANAK CONTOH DUA'],
        ],
      );
      assert.ok(children[0]!.portrait);
      assert.equal(children[1]!.portrait, null);
    }
  });

  it('shows a counter that the KIA is valid and the age band, and nothing else', async () => {
    const { children } = await family(mother);
    const checked = await check(await show(mother, children[1]!));
    assert.ok(checked.ok, JSON.stringify(checked));
    assert.deepEqual(checked.value.disclosure, { kind: 'kia', band: 'under5' });
    const named = await check(await show(mother, children[0]!, 'nameAndPhoto'));
    assert.ok(named.ok);
    assert.equal(named.value.disclosure.kind, 'nameAndPhoto');
    const stolen = await check(await show(father, children[1]!));
    assert.ok(!stolen.ok);
    assert.equal(stolen.refusal.code, 'qr/holder-signature', 'only the handset that it was issued to');
  });

  it('counts the use of an offer without a trace of the child', async () => {
    const partner = {
      id: randomUUID(),
      name: 'Toko Buku Contoh',
      region: '64.72',
      agreement: 'PKS/1/CONTOH',
      from: '2026-01-01',
      to: '2027-12-31',
    };
    const { counter } = (await town.head.call('POST', '/api/kia/partners', partner)).body;
    const offer = {
      id: randomUUID(),
      title: 'Diskon 20 % buku anak',
      terms: 'Satu buku setiap kunjungan.',
      from: '2026-11-01',
      to: '2026-12-31',
      band: 'from5',
    };
    const path = `/api/kia/partners/${partner.id}/offers`;
    assert.equal((await town.head.call('POST', path, offer)).status, 204);
    const near = await town.world.app.inject(`/api/kia/offers?region=${HOME}`);
    assert.deepEqual(
      near.json().offers.map(({ title, partner }: { title: string; partner: string }) => [title, partner]),
      [[offer.title, partner.name]],
    );
    const ask = (body: object) =>
      town.world.app.inject({ method: 'POST', url: '/api/kia/uses', payload: body });
    const opened = await town.world.app.inject({
      method: 'POST',
      url: '/api/kia/counters',
      payload: { counter },
    });
    assert.equal(opened.json().offers.length, 1);

    const { children } = await family(mother);
    const qr = await show(mother, children[0]!);
    const used = await ask({ counter, offer: offer.id, qr });
    assert.deepEqual([used.statusCode, used.json()], [200, { band: 'from5' }]);
    assert.equal((await ask({ counter, offer: offer.id, qr })).json().code, 'kia/qr-old', 'counts once');
    const young = await ask({ counter, offer: offer.id, qr: await show(mother, children[1]!) });
    assert.equal(young.json().code, 'kia/offer-other-age');
    assert.equal((await ask({ counter, offer: randomUUID(), qr })).json().code, 'kia/offer-unknown');
    assert.equal(
      (await ask({ counter: 'A'.repeat(26), offer: offer.id, qr })).json().code,
      'kia/counter-unknown',
    );
    assert.equal((await ask({ counter, offer: offer.id, qr: 'https://…' })).json().code, 'kia/qr-not-kia');
    const identity = await ask({
      counter,
      offer: offer.id,
      qr: await show(mother, children[0]!, 'nameAndPhoto'),
    });
    assert.equal(identity.json().code, 'kia/qr-not-kia');

    const uses = await town.world.database.read.query<Record<string, unknown>>(
      statement('test.uses', 'select * from kia_use'),
    );
    assert.deepEqual(uses, [{ offer: offer.id, day: '2026-11-22', n: 1 }]);
    const listed = (await town.head.call('GET', '/api/kia/partners')).body.partners[0];
    assert.equal(listed.offers[0].used, 1);
    await town.head.call('POST', `/api/kia/offers/${offer.id}/withdrawal`);
    const late = await ask({ counter, offer: offer.id, qr: await show(mother, children[0]!) });
    assert.equal(late.json().code, 'kia/offer-over');
    await town.head.call('POST', `/api/kia/partners/${partner.id}/end`);
    assert.equal(
      (await town.world.app.inject({ method: 'POST', url: '/api/kia/counters', payload: { counter } })).json()
        .code,
      'kia/counter-unknown',
    );
  });

  /** Passes of a child's KIA, each shown by its own key. */
  async function passes(handset: TestHandset, nik: string, count: number) {
    const made = await Promise.all(
      Array.from({ length: count }, () =>
        crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']),
      ),
    );
    const keys = await Promise.all(
      made.map(async ({ publicKey }) => {
        const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', publicKey);
        return { kty, crv, x, y };
      }),
    );
    const answer = await handset.call('POST', '/api/issuance/family/passes', { nik, keys });
    if (answer.status !== 200) return answer.body.code as string;
    return Promise.all(
      (answer.body.passes as string[]).map((issued, i) =>
        showIdentityQr(
          webSigner(crypto.subtle, made[i]!.privateKey),
          fromBase64url(issued),
          town.world.clock.now,
        ),
      ),
    );
  }

  it('shows each counter another pass: two of them have nothing in common that others do not have', async () => {
    const [one, other] = await passes(mother, NIKS.son, 2);
    const [sibling] = await passes(mother, NIKS.daughter, 1);
    const said = async (text: string) => {
      const { issued } = openEnvelope(text)!;
      const checked = await check(text);
      assert.deepEqual(checked.ok && checked.value.disclosure.kind, 'kia', JSON.stringify(checked));
      return readCwtClaims(issued.payload)!;
    };
    const [first, second, third] = [await said(one!), await said(other!), await said(sibling!)];
    assert.notDeepEqual(first.holderKey, second.holderKey);
    assert.notEqual(first.status!.idx, second.status!.idx);
    const rest = ({ iss, iat }: typeof first) => ({ iss, iat });
    assert.deepEqual(rest(first), rest(third), 'issuer and dates are those of everybody on that day');
    assert.equal(first.exp, second.exp);
  });

  it('gives passes to guardians alone, and a bounded number on a day', async () => {
    assert.equal(await passes(mother, NIKS.young, 1), 'issuance/no-kia');
    assert.equal(await passes(mother, '6472030101909999', 1), 'issuance/no-kia', 'known or not');
    for (let taken = 3; taken + 10 <= 100; taken += 10) await passes(mother, NIKS.son, 10);
    assert.equal(await passes(mother, NIKS.son, 10), 'issuance/too-many-passes');
    assert.equal((await passes(father, NIKS.son, 1)).length, 1, 'nobody else’s count');
  });

  it('goes over to other guardians with a court’s ruling', async () => {
    const { children } = await family(father);
    const before = await show(father, children[1]!);
    const [pass] = await passes(father, NIKS.son, 1);
    await town.happened(
      { kind: 'guardianship', child: NIKS.son, guardians: [NIKS.mother], ground: 'court' },
      'courtRuling',
    );
    const after = await check(before);
    assert.equal(!after.ok && after.refusal.code, 'qr/revoked');
    const passAfter = await check(pass!);
    assert.equal(!passAfter.ok && passAfter.refusal.code, 'qr/revoked');
    assert.equal(await passes(father, NIKS.son, 1), 'issuance/no-kia');
    assert.deepEqual(
      (await family(father)).children.map(({ sdJwtVc }) => claims(sdJwtVc).name),
      ['ANAK CONTOH SATU'],
    );
    assert.equal((await family(mother)).children.length, 2);
  });

  it('changes with the family: a newborn is on the card, the one before is withdrawn', async () => {
    await town.happened(town.birth({ name: 'BAYI CONTOH' }), 'birthLetter');
    await town.world.settle();
    const { kk, children } = await family(mother);
    assert.equal((claims(kk.sdJwtVc).members as unknown[]).length, 6);
    assert.equal(children.length, 3);
  });

  it('ends with the death of a guardian; survivors learn of the certificate and of nothing else', async () => {
    const { children } = await family(father);
    const shown = await show(father, children[0]!);
    const remaining = { kind: 'head', next: NIKS.mother } as const;
    const death = await town.happened({ kind: 'death', person: NIKS.father, remaining }, 'deathCertificate');
    const checked = await check(shown);
    assert.equal(!checked.ok && checked.refusal.code, 'qr/revoked');
    assert.equal((await father.call('POST', '/api/issuance/family')).body.code, 'issuance/identity-ended');
    const { deaths, kk } = await family(mother);
    assert.deepEqual(deaths, [
      {
        name: 'AYAH CONTOH',
        on: '2026-11-22',
        evidence: 'deathCertificate',
        evidenceNumber: '474/CONTOH/2026',
      },
    ]);
    assert.ok(!JSON.stringify(claims(kk.sdJwtVc)).includes(NIKS.father));
    assert.equal((await town.correct(death.id)).status, 200);
    assert.deepEqual((await family(mother)).deaths, []);
  });

  it('hands over to the child’s own identity at seventeen', async () => {
    assert.ok((await family(mother)).children.some(({ validUntil }) => validUntil < '2027-06-01'));
    town.world.clock.now = new Date('2032-05-02T02:00:00Z');
    const { children } = await family(mother);
    assert.ok(!children.map(({ sdJwtVc }) => claims(sdJwtVc).name).includes('ANAK CONTOH SATU'));
  });
});
