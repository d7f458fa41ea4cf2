import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { chainVerifier } from '@jatidiri/core/chain/verifyChain.ts';
import { acceptCards } from '@jatidiri/core/field/cardHandover.ts';
import { packCards } from '@jatidiri/core/field/packCards.ts';
import {
  issueIdentityCwt,
  issueProvisionalCwt,
  type ProvisionalDisclosure,
} from '@jatidiri/core/identityqr/issueIdentityCwt.ts';
import type { Bytes } from '@jatidiri/core/kit/bytes.ts';
import { Personal } from '@jatidiri/core/kit/personal.ts';
import { frameJoiner } from '@jatidiri/core/qrframes/joinFrames.ts';
import { splitIntoFrames } from '@jatidiri/core/qrframes/splitIntoFrames.ts';
import { crypto, ISSUER_URI, NOW, newIssuer, newSigner } from '../chain/issuerFixture.ts';
import { newKitKey, SESSION, suite } from './fieldFixture.ts';

const issuer = await newIssuer();
const [holder, kit] = [await newSigner(), await newKitKey(issuer)];
const trust = {
  ownKey: holder.publicJwk,
  verifySession: chainVerifier([issuer.rootDer], crypto, 'field'),
  now: NOW,
};
const terms = {
  certificate: kit.certificate,
  issuedAt: NOW,
  expiresAt: new Date(NOW.getTime() + 7 * 86_400_000),
  holderKey: holder.publicJwk,
  status: { uri: `${ISSUER_URI}/api/issuance/status-lists/3`, idx: 5 },
};
const portrait = new Personal<Bytes, 'portrait'>(new Uint8Array(randomBytes(480)));
const named: ProvisionalDisclosure = { kind: 'nameAndPhoto', name: new Personal('SITI CONTOH'), portrait };
const cards = async (by = kit, key = holder.publicJwk) => [
  await issueProvisionalCwt(by.sign, { ...terms, certificate: by.certificate, holderKey: key }, named),
  await issueProvisionalCwt(
    by.sign,
    { ...terms, certificate: by.certificate, holderKey: key },
    { kind: 'over17', portrait },
  ),
];

async function code(data: Bytes, changes: Partial<typeof trust> = {}): Promise<string> {
  const outcome = await acceptCards(data, { ...trust, ...changes }, suite);
  return outcome.ok ? 'accepted' : outcome.refusal.code;
}

test('what a kit makes for this telephone goes through the frames and is kept', async (t) => {
  const data = packCards(await cards());
  const frames = await splitIntoFrames(data, suite);
  t.diagnostic(`${data.length} bytes in ${frames.count} frames`);
  assert.ok(frames.count <= 6);
  const join = frameJoiner(suite);
  let joined = await join(frames.text(0));
  for (let n = 1; joined.kind !== 'whole'; n++) joined = await join(frames.text(n));
  const accepted = await acceptCards(joined.data, trust, suite);
  assert.ok(accepted.ok);
  assert.equal(accepted.value.shown.name.reveal(), 'SITI CONTOH');
  assert.equal(accepted.value.session.place, SESSION.place);
  assert.deepEqual(Object.keys(accepted.value.cwts), ['nameAndPhoto', 'over17']);
  assert.deepEqual(accepted.value.expiresAt, terms.expiresAt);
});

test('a stranger’s cards, somebody else’s and those of another day are refused', async () => {
  const stranger = await newKitKey(await newIssuer());
  assert.equal(await code(packCards(await cards(stranger))), 'cards/not-genuine');
  assert.equal(await code(packCards(await cards(kit, (await newSigner()).publicJwk))), 'cards/other-handset');
  const data = packCards(await cards());
  assert.equal(await code(data, { now: new Date(NOW.getTime() + 8 * 86_400_000) }), 'cards/not-now');
  const altered = data.slice();
  altered[altered.length - 20]! ^= 1;
  assert.equal(await code(altered), 'cards/not-genuine');
});

test('what is no hand-over of cards is told apart', async () => {
  const [first, second] = await cards();
  const full = await issueIdentityCwt(
    issuer.sign,
    { ...terms, issuer: ISSUER_URI, certificateSha256: new Uint8Array(32) },
    named,
  );
  assert.equal(await code(packCards([full])), 'cards/not-genuine');
  assert.equal(await code(packCards([second!])), 'cards/other-code');
  assert.equal(await code(packCards([])), 'cards/other-code');
  assert.equal(await code(first!), 'cards/other-code');
  assert.equal(await code(packCards(Array.from({ length: 5 }, () => first!))), 'cards/other-code');
  assert.equal(await code(new Uint8Array([0xff, 0x00])), 'cards/other-code');
});
