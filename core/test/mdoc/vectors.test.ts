import assert from 'node:assert/strict';
import { createECDH, createHash, createHmac, hkdfSync, webcrypto } from 'node:crypto';
import { test } from 'node:test';
import { readCertificate } from '@jatidiri/core/chain/certificate.ts';
import type { Certified } from '@jatidiri/core/chain/certified.ts';
import { decodeTaggedCbor } from '@jatidiri/core/cose/cbor.ts';
import { encodeCbor } from '@jatidiri/core/cose/encodeCbor.ts';
import { TAG, untagged } from '@jatidiri/core/cose/tagged.ts';
import { fromHex, toHex } from '@jatidiri/core/kit/bytes.ts';
import { ok } from '@jatidiri/core/kit/result.ts';
import { webSuite } from '@jatidiri/core/kit/webSuite.ts';
import { deviceAuthentication } from '@jatidiri/core/mdoc/deviceAuthentication.ts';
import { parseDeviceResponse } from '@jatidiri/core/mdoc/deviceResponse.ts';
import { dcApiTranscript, openId4VpTranscript } from '@jatidiri/core/mdoc/sessionTranscript.ts';
import { verifyDeviceResponse } from '@jatidiri/core/mdoc/verifyDeviceResponse.ts';
import { verifyParsedMdoc } from '@jatidiri/core/mdoc/verifyIssuerSigned.ts';
import annexD from '../vectors/iso18013-5-annex-d/annex-d.json' with { type: 'json' };
import handover from '../vectors/openid4vp/handover.json' with { type: 'json' };

const suite = webSuite(webcrypto.subtle as unknown as SubtleCrypto);
const MDL = 'org.iso.18013.5.1.mDL';
const NAME_SPACE = 'org.iso.18013.5.1';
const response = fromHex(annexD.device_response);
const sessionTranscript = untagged(
  decodeTaggedCbor(fromHex(annexD.session_transcript_bytes)),
  TAG.embedded,
) as Uint8Array;

/** Annex D has no root: what it trusts is the certificate of its issuer itself. */
const certificate = readCertificate(fromHex(annexD.ds_cert))!;
const trust = {
  suite,
  verifyChain: async () =>
    ok({
      publicJwk: certificate.publicJwk,
      extendedKeyUsages: certificate.extendedKeyUsages,
      notBefore: certificate.x509.notBefore,
      notAfter: certificate.x509.notAfter,
    } as Certified),
  statusLists: new Map(),
  now: new Date('2021-01-01T00:00:00Z'),
  clockSkewSeconds: 0,
};

test('ISO/IEC 18013-5 annex D: the issuer signed these elements for this device', async () => {
  assert.ok(!certificate.hasUnknownCriticalExtension);
  const parsed = parseDeviceResponse(response);
  assert.ok(parsed.ok);
  const [document] = parsed.value;
  const verified = await verifyParsedMdoc(document!.issuerSigned, document!.docType, trust);
  assert.ok(verified.ok);
  const { docType, elements, holderKey, signedAt, expiresAt } = verified.value.mdoc;
  const { portrait, ...texts } = elements.reveal()[NAME_SPACE]!;
  assert.equal(docType, MDL);
  assert.deepEqual(texts, {
    family_name: 'Doe',
    issue_date: '2019-10-20',
    expiry_date: '2024-10-20',
    document_number: '123456789',
    driving_privileges: [
      { vehicle_category_code: 'A', issue_date: '2018-08-09', expiry_date: '2024-10-20' },
      { vehicle_category_code: 'B', issue_date: '2017-02-23', expiry_date: '2024-10-20' },
    ],
  });
  assert.match(toHex(portrait as Uint8Array), /^ffd8ffe0.*ffd9$/);
  assert.deepEqual(
    [signedAt, expiresAt],
    [new Date('2020-10-01T13:30:02Z'), new Date('2021-10-01T13:30:02Z')],
  );
  const point = [holderKey.x, holderKey.y].map((coordinate) => Buffer.from(coordinate, 'base64url'));
  assert.deepEqual(point.map(toHex), [annexD.static_device_key_x, annexD.static_device_key_y]);
});

test('annex D: what the device authenticates is byte for byte what we expect, its MAC is refused', async () => {
  const device = createECDH('prime256v1');
  device.setPrivateKey(fromHex(annexD.static_device_key_d));
  const reader = `04${annexD.ephemeral_reader_key_x}${annexD.ephemeral_reader_key_y}`;
  const salt = createHash('sha256').update(fromHex(annexD.session_transcript_bytes)).digest();
  const macKey = hkdfSync('sha256', device.computeSecret(fromHex(reader)), salt, 'EMacKey', 32);

  const parsed = parseDeviceResponse(response);
  assert.ok(parsed.ok);
  const { docType, deviceNameSpaces, deviceAuth } = parsed.value[0]!;
  const [protectedBytes, , , mac] = deviceAuth.get('deviceMac') as Uint8Array[];
  const authenticated = deviceAuthentication(sessionTranscript, docType, deviceNameSpaces);
  const structure = encodeCbor(['MAC0', protectedBytes, new Uint8Array(0), authenticated]);
  assert.equal(createHmac('sha256', new Uint8Array(macKey)).update(structure).digest('hex'), toHex(mac!));

  const outcome = await verifyDeviceResponse(response, { docTypes: [MDL], sessionTranscript }, trust);
  assert.deepEqual(outcome, { ok: false, refusal: { code: 'mdoc/device-mac' } });
});

test('OpenID4VP appendix B.2.6: the session transcripts', async () => {
  const { kty, crv, x, y } = handover.encryption_key;
  const encryptionKey = { kty: kty as 'EC', crv: crv as 'P-256', x, y };
  const { redirect, dc_api } = handover;
  const byRedirect = await openId4VpTranscript(suite, {
    clientId: redirect.client_id,
    nonce: redirect.nonce,
    encryptionKey,
    responseUri: redirect.response_uri,
  });
  assert.equal(toHex(byRedirect), redirect.session_transcript);
  const byBrowser = await dcApiTranscript(suite, { ...dc_api, encryptionKey });
  assert.equal(toHex(byBrowser), dc_api.session_transcript);
  const inTheClear = await dcApiTranscript(suite, dc_api);
  assert.notEqual(toHex(inTheClear), dc_api.session_transcript);
});
