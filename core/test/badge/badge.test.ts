import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawDeskBadge, drawKitBadge, drawPoster } from '@jatidiri/core/badge/drawBadge.ts';
import { BADGE_MAX_AGE_SECONDS, type BadgeMoment, type BadgeSigner } from '@jatidiri/core/badge/model.ts';
import { type BadgeTrust, verifyBadge } from '@jatidiri/core/badge/verifyBadge.ts';
import { chainVerifier } from '@jatidiri/core/chain/verifyChain.ts';
import { encodeCbor } from '@jatidiri/core/cose/encodeCbor.ts';
import { createSign1, HEADER } from '@jatidiri/core/cose/sign1.ts';
import { toBase45 } from '@jatidiri/core/identityqr/base45.ts';
import { thumbprint } from '@jatidiri/core/jose/thumbprint.ts';
import fc from 'fast-check';
import { encode as drawQr } from 'uqr';
import { crypto, NOW, newIssuer } from '../chain/issuerFixture.ts';
import { newKitKey, SESSION, suite } from '../field/fieldFixture.ts';

const issuer = await newIssuer();
const kit = await newKitKey(issuer);
const kitKey = await thumbprint(suite, kit.publicJwk);
const authority: BadgeSigner = { sign: issuer.sign, certificate: issuer.der };
const seconds = (more: number) => new Date(NOW.getTime() + more * 1000);
const DAY = 86_400;
const trust: BadgeTrust = {
  verifyIssuer: chainVerifier([issuer.rootDer], crypto),
  verifySession: chainVerifier([issuer.rootDer], crypto, 'field'),
  now: NOW,
  number: '4821',
};
const { officer, office, place, session, from, to } = SESSION;
const desk = { officer, office, place, session };
const poster = { session, office, place, from, to };
const at = (moment: Date, number: string | null = null): BadgeMoment => ({ at: moment, number });
const badge = (moment: BadgeMoment, signer: BadgeSigner = kit) => drawKitBadge(signer, moment);

async function said(text: string, changes: Partial<BadgeTrust> = {}): Promise<string> {
  const outcome = await verifyBadge(text, { ...trust, ...changes }, suite);
  return outcome.ok ? outcome.value.kind : outcome.refusal.code;
}

test('a kit’s badge says who, from which office, where and on which days, from its certificate alone', async (t) => {
  const text = await badge(at(NOW));
  const outcome = await verifyBadge(text, trust, suite);
  assert.deepEqual(outcome, {
    ok: true,
    value: { kind: 'badge', ...desk, from, to, kitKey, forThisPhone: false },
  });
  const { version } = drawQr(text, { ecc: 'L' });
  t.diagnostic(`version ${version}, ${text.length} characters`);
  assert.ok(version <= 20);
});

test('a desk’s badge is good on its day, a poster on the days of its session', async () => {
  const drawn = await drawDeskBadge(authority, { ...desk, session: null }, at(NOW));
  assert.equal(await said(drawn), 'badge');
  const printed = await drawPoster(authority, poster);
  assert.equal(await said(printed), 'poster');
  for (const [days, expected] of [
    [-1, 'badge/not-its-day'],
    [2, 'poster'],
    [3, 'badge/not-its-day'],
  ] as const)
    assert.equal(await said(printed, { now: seconds(days * DAY) }), expected, `${days} days`);
  const over = await verifyBadge(printed, { ...trust, now: seconds(3 * DAY) }, suite);
  assert.deepEqual(!over.ok && over.refusal.session, { place, from, to });
});

test('a photograph of a badge is too old after two minutes, whatever the two clocks say', async () => {
  const drawn = await badge(at(NOW));
  assert.equal(await said(drawn, { now: seconds(2 * BADGE_MAX_AGE_SECONDS) }), 'badge');
  assert.equal(await said(drawn, { now: seconds(2 * BADGE_MAX_AGE_SECONDS + 1) }), 'badge/too-old');
  assert.equal(await said(drawn, { now: seconds(-60) }), 'badge');
  assert.equal(await said(drawn, { now: seconds(-61) }), 'badge/from-the-future');
  assert.equal(await said(drawn, { now: seconds(3 * DAY) }), 'badge/not-its-day');
});

test('with this telephone’s number the clocks need not agree, and another’s number is a warning', async () => {
  const mine = await badge(at(seconds(-3600), '4821'));
  const outcome = await verifyBadge(mine, trust, suite);
  assert.ok(outcome.ok && outcome.value.kind === 'badge' && outcome.value.forThisPhone);
  assert.equal(await said(mine, { number: '4822' }), 'badge/number-differs');
  assert.equal(await said(await badge(at(seconds(-3 * DAY), '4821'))), 'badge/not-its-day');
});

test('strangers, and keys for something else, vouch for nobody', async () => {
  const stranger = await newIssuer();
  assert.equal(await said(await badge(at(NOW), await newKitKey(stranger))), 'badge/not-genuine');
  const theirs = { sign: stranger.sign, certificate: stranger.der };
  assert.equal(await said(await drawPoster(theirs, poster)), 'badge/not-genuine');
  // A kit may not say what only the authority says, nor the authority be a kit.
  assert.equal(await said(await drawPoster(kit, poster)), 'badge/not-genuine');
  assert.equal(await said(await drawDeskBadge(kit, desk, at(NOW))), 'badge/not-genuine');
  assert.equal(await said(await badge(at(NOW), authority)), 'badge/not-genuine');
  // The right certificate under somebody else's signature.
  const borrowed = { sign: stranger.sign, certificate: kit.certificate };
  assert.equal(await said(await badge(at(NOW), borrowed)), 'badge/not-genuine');
});

test('what these keys sign elsewhere is no badge', async () => {
  const header = new Map([[HEADER.x5chain, kit.certificate]]);
  const elsewhere = await createSign1(
    kit.sign,
    header,
    encodeCbor([1, Math.floor(NOW.getTime() / 1000), null]),
  );
  assert.equal(await said(`IKDB:${toBase45(elsewhere)}`), 'badge/not-genuine');
});

test('other codes and damaged ones are told apart, and no change goes unnoticed', async () => {
  assert.equal(await said('https://contoh.example/'), 'badge/other-code');
  assert.equal(await said('IKDB:'), 'badge/unreadable');
  assert.equal(await said('IKDB:%%%'), 'badge/unreadable');
  const text = await badge(at(NOW));
  await fc.assert(
    fc.asyncProperty(fc.nat(text.length - 6), fc.constantFrom(...'0AZ:9'), async (index, other) => {
      const changed = text.slice(0, 5 + index) + other + text.slice(6 + index);
      assert.match(await said(changed), changed === text ? /^badge$/ : /not-genuine|unreadable|not-its-day/);
    }),
    { numRuns: 150 },
  );
});
