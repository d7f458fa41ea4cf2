import assert from 'node:assert/strict';
import { createHash, randomBytes, X509Certificate } from 'node:crypto';
import { test } from 'node:test';
import { toIsoDate } from '@jatidiri/core/kit/date.ts';
import { Personal } from '@jatidiri/core/kit/personal.ts';
import type { PublicJwk } from '@jatidiri/core/kit/suite.ts';
import { createDeviceResponse } from '@jatidiri/core/mdoc/createDeviceResponse.ts';
import { issueMdoc } from '@jatidiri/core/mdoc/issueMdoc.ts';
import { type ElementValue, fullDate } from '@jatidiri/core/mdoc/issuerSignedItem.ts';
import { verifyDeviceResponse } from '@jatidiri/core/mdoc/verifyDeviceResponse.ts';
import {
  CoseKey,
  DateOnly,
  DeviceKey,
  DeviceRequest,
  DocRequest,
  Holder,
  Issuer,
  IssuerSigned,
  ItemsRequest,
  SessionTranscript,
  type Sign1,
  SignatureAlgorithm,
  Verifier,
} from '@owf/mdoc';
import fc from 'fast-check';
import { NOW, type Signer } from '../chain/issuerFixture.ts';
import {
  DOC_TYPE,
  expected,
  holder,
  issuer,
  later,
  NAME_SPACE,
  session,
  sessionTranscript,
  suite,
  terms,
  tools,
  trust,
} from './mdocFixture.ts';

type Verification = NonNullable<Parameters<typeof Verifier.verifyDeviceResponse>[1]>;
const unused = () => {
  throw new Error('not needed for signatures');
};
const signers: readonly Signer[] = [issuer, holder];

/** What the other implementation leaves to its user: the same cryptography and certificates as ours. */
const context = {
  crypto: {
    random: (length: number) => new Uint8Array(randomBytes(length)),
    digest: ({ bytes }: { bytes: Uint8Array }) => new Uint8Array(createHash('sha256').update(bytes).digest()),
    calculateEphemeralMacKey: unused,
  },
  cose: {
    sign1: {
      sign: async ({ key, toBeSigned }: { key: CoseKey; toBeSigned: Uint8Array }) =>
        signers.find(({ publicJwk }) => publicJwk.x === key.jwk.x)!.sign(toBeSigned),
      verify: async ({ key, sign1 }: { key: CoseKey; sign1: Sign1 }) =>
        suite.verifyEs256(key.jwk as unknown as PublicJwk, sign1.toBeSigned, sign1.signature),
    },
    mac0: { sign: unused, verify: unused },
  },
  x509: {
    getIssuerNameField: ({ certificate, field }: { certificate: Uint8Array; field: string }) =>
      new X509Certificate(certificate).issuer
        .split('\n')
        .flatMap((part) => (part.startsWith(`${field}=`) ? [part.slice(field.length + 1)] : [])),
    getPublicKey: () => CoseKey.fromJwk({ ...issuer.publicJwk }),
    verifyCertificateChain: async ({ x5chain }: { x5chain: Uint8Array[] }) => {
      const chain = x5chain.map((der) => Buffer.from(der).toString('base64'));
      assert.ok((await issuer.verifyChain(chain, NOW)).ok);
    },
    getCertificateData: ({ certificate }: { certificate: Uint8Array }) => {
      const { issuer: issuerName, validFromDate, validToDate } = new X509Certificate(certificate);
      return { issuerName, notBefore: validFromDate, notAfter: validToDate };
    },
  },
} as unknown as Verification;

const theirTranscript = await SessionTranscript.forOid4Vp(session, context);

const NAMES = ['nik', 'name', 'birth_date', 'age_over_17', 'portrait', 'height'];
const value = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.nat(),
  fc.boolean(),
  fc.uint8Array({ maxLength: 700 }),
  fc.constant(fullDate(toIsoDate('1990-01-01'))),
);
const elementSets: fc.Arbitrary<Record<string, ElementValue>> = fc.dictionary(
  fc.constantFrom(...NAMES),
  value,
  { minKeys: 1 },
);

test('they verify what we issue, select and bind to the device', async () => {
  await fc.assert(
    fc.asyncProperty(elementSets, fc.subarray(NAMES), async (elements, shown) => {
      const issued = await issueMdoc(tools, { ...terms, elements: new Personal(elements) });
      await Holder.verifyIssuerSigned(
        { issuerSigned: issued, now: NOW, trustedCertificates: [issuer.rootDer] },
        context,
      );
      const mdoc = { issuerSigned: issued, shown: { [NAME_SPACE]: shown }, sign: holder.sign };
      await Verifier.verifyDeviceResponse(
        {
          deviceResponse: await createDeviceResponse([mdoc], sessionTranscript),
          sessionTranscript: theirTranscript,
          now: NOW,
          trustedCertificates: [issuer.rootDer],
        },
        context,
      );
    }),
    { numRuns: 30 },
  );
});

test('we verify what they issue, select and bind to the device', async () => {
  const signed = await new Issuer(DOC_TYPE, context)
    .addIssuerNamespace(NAME_SPACE, {
      name: 'Warga Contoh',
      birth_date: new DateOnly('1990-01-01'),
      age_over_17: true,
      portrait: new Uint8Array(randomBytes(600)),
    })
    .sign({
      signingKey: CoseKey.fromJwk({ ...issuer.publicJwk, alg: 'ES256' }),
      algorithm: SignatureAlgorithm.ES256,
      digestAlgorithm: 'SHA-256',
      certificates: [issuer.der],
      validityInfo: { signed: NOW, validFrom: NOW, validUntil: later(86_400) },
      deviceKeyInfo: { deviceKey: DeviceKey.fromJwk({ ...holder.publicJwk }) },
    });
  const itemsRequest = ItemsRequest.create({
    docType: DOC_TYPE,
    namespaces: { [NAME_SPACE]: { name: false, birth_date: false } },
  });
  const response = await Holder.createDeviceResponseForDeviceRequest(
    {
      deviceRequest: DeviceRequest.create({ docRequests: [DocRequest.create({ itemsRequest })] }),
      issuerSigned: [IssuerSigned.decode(signed.encode())],
      sessionTranscript: theirTranscript,
      signature: { signingKey: CoseKey.fromJwk({ ...holder.publicJwk, alg: 'ES256' }) },
    },
    context,
  );
  const outcome = await verifyDeviceResponse(response.encode(), expected, trust);
  assert.ok(outcome.ok);
  assert.deepEqual(outcome.value[0]!.mdoc.elements.reveal(), {
    [NAME_SPACE]: { name: 'Warga Contoh', birth_date: '1990-01-01' },
  });
});
