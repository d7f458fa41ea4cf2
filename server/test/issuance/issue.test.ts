import assert from 'node:assert/strict';
import { createHash, X509Certificate } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { showIdentityQr } from '@jatidiri/core/identityqr/envelope.ts';
import {
  DISCLOSURE_KINDS,
  type DisclosureKind,
  MAX_PORTRAIT_BYTES,
} from '@jatidiri/core/identityqr/model.ts';
import { verifyIdentityQr } from '@jatidiri/core/identityqr/verifyIdentityQr.ts';
import { IKD_VCT } from '@jatidiri/core/issuance/model.ts';
import { CredentialReply } from '@jatidiri/core/issuance/wire.ts';
import { fromBase64url } from '@jatidiri/core/kit/bytes.ts';
import { toIsoDate } from '@jatidiri/core/kit/date.ts';
import { Personal } from '@jatidiri/core/kit/personal.ts';
import { bindToHolder, selectDisclosures } from '@jatidiri/core/sdjwt/present.ts';
import { verifyPresentation } from '@jatidiri/core/sdjwt/verifyPresentation.ts';
import { SDJwtInstance } from '@sd-jwt/core';
import { importX509, jwtVerify } from 'jose';
import sharp from 'sharp';
import { encode as drawQr } from 'uqr';
import * as v from 'valibot';
import { DEMO_RESIDENTS } from '../../../seed/demoResidents.ts';
import { record } from '../registry/records.ts';
import { createHandset, FORM, syntheticSelfie, type TestHandset } from '../testHandset.ts';
import { createTestWorld, type TestWorld } from '../testWorld.ts';
import { activeHandset, fetchIkd, suite, takeTrust } from './activeHandset.ts';

const audience = 'https://loket.example.go.id';
const nonce = 'n-0S6_WzA2Mj';
const FOREIGNER = record(1, {
  name: new Personal('JANE CONTOH DOE'),
  citizenship: {
    kind: 'wna',
    permit: 'itap',
    permitFrom: toIsoDate('2022-01-01'),
    permitUntil: toIsoDate('2026-12-31'),
  },
});

describe('issuing an IKD', () => {
  let world: TestWorld;
  let siti: TestHandset;
  let ikd: CredentialReply;
  before(async () => {
    world = await createTestWorld({ residents: [FOREIGNER] });
    siti = await activeHandset(world);
    const answer = await fetchIkd(siti);
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    ikd = v.parse(CredentialReply, answer.body);
  });
  after(async () => {
    await world.close();
    assert.deepEqual(world.faults, []);
  });

  const present = (sdJwt: string, handset: TestHandset, shown: readonly string[]) =>
    bindToHolder(handset.sign, suite, selectDisclosures(sdJwt, new Set(shown)), {
      audience,
      nonce,
      now: world.clock.now,
    });
  async function verify(presentation: string) {
    const { verifyChain, statusLists, now } = await takeTrust(world);
    const expected = { audience, nonce, vct: [IKD_VCT] };
    return verifyPresentation(presentation, expected, { suite, verifyChain, statusLists, now });
  }

  test('the whole KTP-el, verified by the library', async () => {
    const outcome = await verify(await present(ikd.sdJwtVc, siti, allNames(ikd)));
    assert.ok(outcome.ok, JSON.stringify(outcome));
    const { portrait, ...claims } = outcome.value.credential.claims.reveal();
    const { vct, iss, iat, exp, cnf, status, ...personal } = claims;
    assert.deepEqual(personal, {
      nik: FORM.nik,
      no_kk: `${FORM.nik.slice(0, 6)}150622${FORM.nik.slice(12)}`,
      name: FORM.name,
      birth_place: 'SAMARINDA',
      birth_date: '1991-03-12',
      sex: 'female',
      address: 'JL. CONTOH NO. 1 RT 001 RW 001',
      kelurahan_desa: 'Teluk Lerong Ilir',
      kecamatan: 'Samarinda Ulu',
      kabupaten_kota: 'Kota Samarinda',
      provinsi: 'Kalimantan Timur',
      religion: 'ISLAM',
      marital_status: 'neverMarried',
      occupation: 'KARYAWAN SWASTA',
      citizenship: 'wni',
      age_over_17: true,
    });
    assert.deepEqual([vct, iss], [IKD_VCT, world.config.origins.portal]);
    assert.match(String(portrait), /^data:image\/webp;base64,/);
    assert.equal(new Date(1000 * Number(iat)).toISOString(), '2026-11-21T16:00:00.000Z', 'midnight in WITA');
    assert.equal((Number(exp) - Number(iat)) / 86_400, 180);
    assert.equal(ikd.validUntil, new Date(1000 * Number(exp)).toISOString());
  });

  test('nothing of the person is open to a verifier who is shown nothing', async () => {
    const outcome = await verify(await present(ikd.sdJwtVc, siti, []));
    assert.ok(outcome.ok);
    const names = Object.keys(outcome.value.credential.claims.reveal());
    assert.deepEqual(names.sort(), ['cnf', 'exp', 'iat', 'iss', 'status', 'vct']);
  });

  test('verified by libraries that are not ours: chain, signature, disclosures, key binding', async () => {
    const { reply } = await takeTrust(world);
    const [leaf] = reply.issuers[0]!;
    const leafPem = `-----BEGIN CERTIFICATE-----\n${leaf}\n-----END CERTIFICATE-----`;
    const [root, issuer] = [new X509Certificate(reply.roots[0]!), new X509Certificate(leafPem)];
    assert.ok(issuer.verify(root.publicKey) && root.verify(root.publicKey) && root.ca && !issuer.ca);
    assert.equal(issuer.subjectAltName, `URI:${world.config.origins.portal}`);

    const [jwt] = ikd.sdJwtVc.split('~');
    const key = await importX509(leafPem, 'ES256');
    const options = { typ: 'dc+sd-jwt', issuer: world.config.origins.portal, currentDate: world.clock.now };
    const { protectedHeader } = await jwtVerify(jwt!, key, options);
    assert.deepEqual(protectedHeader.x5c, [leaf]);

    const theirs = new SDJwtInstance({
      hashAlg: 'sha-256',
      hasher: (data: string | ArrayBuffer) =>
        new Uint8Array(
          createHash('sha256')
            .update(typeof data === 'string' ? data : new Uint8Array(data))
            .digest(),
        ),
      verifier: async (data, signature) => jwtVerify(`${data}.${signature}`, key, options).then(() => true),
      kbVerifier: async (data, signature) =>
        suite.verifyEs256(siti.jwk, new TextEncoder().encode(data), fromBase64url(signature)),
    });
    const presentation = await present(ikd.sdJwtVc, siti, ['name', 'age_over_17']);
    const verified = await theirs.verify(presentation, {
      keyBindingNonce: nonce,
      currentDate: Math.floor(world.clock.now.getTime() / 1000),
    });
    const { name, age_over_17, nik } = verified.payload as Record<string, unknown>;
    assert.deepEqual([name, age_over_17, nik], [FORM.name, true, undefined]);
  });

  test('bound to the handset: another key cannot present it', async () => {
    const thief = await createHandset(world);
    const outcome = await verify(await present(ikd.sdJwtVc, thief, ['name']));
    assert.equal(!outcome.ok && outcome.refusal.code, 'sdjwt/key-binding-signature');
  });

  test('three identity QR codes that verify without a network', async (t) => {
    const trust = await takeTrust(world);
    for (const kind of DISCLOSURE_KINDS) {
      const text = await showIdentityQr(siti.sign, fromBase64url(ikd.identityQr[kind]!), world.clock.now);
      const rules = { maxAgeSeconds: 60, clockSkewSeconds: 30, statusListOldAfterSeconds: 86_400 };
      const outcome = await verifyIdentityQr(text, { ...trust, ...rules }, suite);
      assert.ok(outcome.ok, JSON.stringify(outcome));
      assert.equal(outcome.value.disclosure.kind, kind satisfies DisclosureKind);
      const { version } = drawQr(text, { ecc: 'L' });
      const pixels = outcome.value.disclosure.portrait.reveal().length;
      t.diagnostic(`${kind}: ${text.length} characters, version ${version}, portrait ${pixels} bytes`);
      assert.ok(version <= 25);
    }
  });

  test('the portrait is small, upright and the same at every renewal', async () => {
    const portrait = fromBase64url(ikd.portrait);
    const { width, height, format } = await sharp(portrait).metadata();
    assert.deepEqual([width, height, format], [240, 320, 'webp']);
    assert.ok(portrait.length <= 12 * 1024);
    assert.equal((await fetchIkd(siti)).body.portrait, ikd.portrait);
    const { rows } = await world.database.pool.query('select length(qr) as bytes from portrait');
    assert.ok(rows[0].bytes <= MAX_PORTRAIT_BYTES);
  });

  test('a noisy picture is made to fit as well', async () => {
    const noise = { type: 'gaussian', mean: 128, sigma: 90 } as const;
    const room = { width: 900, height: 700, channels: 3 as const, background: '#888', noise };
    const picture = await sharp({ create: room }).jpeg({ quality: 95 }).toBuffer();
    const { nik, name } = DEMO_RESIDENTS[1]!;
    const handset = await activeHandset(world, { nik, name }, picture);
    assert.equal((await fetchIkd(handset)).status, 200);
  });

  test('a renewal has the same status entry and the same dates, and shares no digest with the one before', async () => {
    world.later(3_600_000);
    const again = v.parse(CredentialReply, (await fetchIkd(siti)).body);
    const [before, renewed] = [payloadOf(ikd), payloadOf(again)];
    assert.deepEqual(
      [renewed.status, renewed.iat, renewed.exp, renewed.cnf],
      [before.status, before.iat, before.exp, before.cnf],
    );
    assert.ok(renewed._sd.every((digest) => !before._sd.includes(digest)));
  });

  test('each issuance is in the resident’s trail, and the ledger names no person', async () => {
    const { entries } = (await siti.trail()).body;
    const kinds = entries.slice(0, 2).map((entry: { kind: string }) => entry.kind);
    assert.deepEqual(kinds, ['issuance/credential-issued', 'registry/read']);
    assert.equal(entries[1].purpose, 'credential');
    await world.settle();
    const { rows } = await world.database.pool.query(
      `select details from ledger_entry where kind like 'issuance/%'`,
    );
    assert.doesNotMatch(JSON.stringify(rows), new RegExp(`${FORM.nik}|CONTOH`));
  });

  test('who was married before 17 has no "17 or older" to show', async () => {
    const { nik, name } = DEMO_RESIDENTS[7]!;
    const handset = await activeHandset(world, { nik, name });
    const answer = await fetchIkd(handset);
    assert.deepEqual(Object.keys(answer.body.identityQr), ['fullCard', 'nameAndPhoto']);
    const outcome = await verify(await present(answer.body.sdJwtVc, handset, ['age_over_17']));
    assert.ok(outcome.ok);
    assert.equal(outcome.value.credential.claims.reveal().age_over_17, false);
  });

  test('a foreigner’s ends with the permanent permit', async () => {
    const person = { nik: FOREIGNER.nik.reveal(), name: FOREIGNER.name.reveal() };
    const handset = await activeHandset(world, person);
    assert.equal((await fetchIkd(handset)).body.validUntil, '2026-12-31T16:00:00.000Z');
    world.later(40 * 86_400_000);
    assert.equal((await fetchIkd(handset)).body.code, 'issuance/permit-expired');
    world.later(-40 * 86_400_000);
  });

  test('only for an identity that is active on this very handset', async () => {
    const stranger = await createHandset(world);
    assert.equal((await fetchIkd(stranger)).body.code, 'issuance/no-identity');
    const { nik, name } = DEMO_RESIDENTS[2]!;
    await stranger.apply({ nik, name });
    await stranger.sendSelfie(await syntheticSelfie());
    assert.equal((await fetchIkd(stranger)).body.code, 'issuance/no-identity', 'an officer has not decided');
    const active = await activeHandset(world, { nik, name });
    await active.release();
    assert.deepEqual(
      [(await fetchIkd(active)).status, (await fetchIkd(active)).body.code],
      [410, 'issuance/identity-ended'],
    );
  });
});

function payloadOf({ sdJwtVc }: CredentialReply) {
  const [jwt] = sdJwtVc.split('~');
  return JSON.parse(Buffer.from(jwt!.split('.')[1]!, 'base64url').toString()) as {
    status: object;
    iat: number;
    exp: number;
    cnf: object;
    _sd: string[];
  };
}

function allNames({ sdJwtVc }: CredentialReply): string[] {
  const disclosures = sdJwtVc.split('~').slice(1, -1);
  return disclosures.map((encoded) => JSON.parse(Buffer.from(encoded, 'base64url').toString())[1]);
}
