import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inspect } from 'node:util';
import { createDeviceResponse } from '@jatidiri/core/mdoc/createDeviceResponse.ts';
import { verifyDeviceResponse } from '@jatidiri/core/mdoc/verifyDeviceResponse.ts';
import { readIssuerSigned, verifyIssuerSigned } from '@jatidiri/core/mdoc/verifyIssuerSigned.ts';
import { NOW } from '../chain/issuerFixture.ts';
import {
  DOC_TYPE,
  ELEMENTS,
  expected,
  holder,
  issued,
  later,
  listsWith,
  NAME_SPACE,
  outcomeOf,
  present,
  sessionTranscript,
  stranger,
  trust,
} from './mdocFixture.ts';

const plain = { ...ELEMENTS, birth_date: '1990-01-01' };

test('the holder shows one element, and the verifier learns that one', async () => {
  const response = await present(issued, ['age_over_17', 'hobby']);
  const outcome = await verifyDeviceResponse(response, expected, trust);
  assert.ok(outcome.ok);
  const [document, ...others] = outcome.value;
  assert.equal(others.length, 0);
  const { mdoc, issuer } = document!;
  assert.deepEqual(mdoc.elements.reveal(), { [NAME_SPACE]: { age_over_17: true } });
  assert.deepEqual(
    [mdoc.docType, mdoc.holderKey, mdoc.signedAt, mdoc.expiresAt],
    [DOC_TYPE, holder.publicJwk, NOW, later(86_400)],
  );
  assert.match(issuer.subject, /^CN=Penerbit IKD/);
  assert.doesNotMatch(inspect(outcome.value, { depth: 9 }), /age_over_17/);
});

test('the wallet reads what it received, and verifies it', async () => {
  const read = readIssuerSigned(issued);
  assert.ok(read.ok);
  assert.deepEqual(read.value.elements.reveal(), { [NAME_SPACE]: plain });
  const verified = await verifyIssuerSigned(issued, DOC_TYPE, trust);
  assert.ok(verified.ok);
  assert.deepEqual(verified.value.mdoc.elements.reveal(), { [NAME_SPACE]: plain });
  const other = await verifyIssuerSigned(issued, 'lain', trust);
  assert.equal(!other.ok && other.refusal.code, 'mdoc/doc-type-mismatch');
  assert.equal(readIssuerSigned(issued.subarray(1)).ok, false);
});

test('several documents are verified each by its own key', async () => {
  const shown = { [NAME_SPACE]: ['name'] };
  const mdoc = { issuerSigned: issued, shown, sign: holder.sign };
  const both = await createDeviceResponse([mdoc, { ...mdoc, shown: {} }], sessionTranscript);
  const outcome = await verifyDeviceResponse(both, expected, trust);
  assert.ok(outcome.ok);
  assert.deepEqual(
    outcome.value.map(({ mdoc: { elements } }) => elements.reveal()),
    [{ [NAME_SPACE]: { name: 'Warga Contoh' } }, {}],
  );
  const forged = await createDeviceResponse([mdoc, { ...mdoc, sign: stranger.sign }], sessionTranscript);
  assert.equal(await outcomeOf(forged), 'mdoc/device-signature');
});

test('validity and status are asked now', async () => {
  const response = await present();
  assert.equal(await outcomeOf(response), 'ok');
  assert.equal(await outcomeOf(response, { now: later(-1) }), 'mdoc/not-yet-valid');
  assert.equal(await outcomeOf(response, { now: later(86_400) }), 'mdoc/expired');
  assert.equal(await outcomeOf(response, { statusLists: await listsWith(1) }), 'mdoc/revoked');
  assert.equal(await outcomeOf(response, { statusLists: await listsWith(2) }), 'mdoc/suspended');
  assert.equal(await outcomeOf(response, { statusLists: await listsWith(3) }), 'mdoc/status-unknown');
  assert.equal(await outcomeOf(response, { statusLists: new Map() }), 'mdoc/status-unknown');
  assert.equal(await outcomeOf(response, { statusLists: await listsWith(0, NOW) }), 'mdoc/status-unknown');
});
