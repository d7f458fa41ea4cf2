// Verification of a presented mdoc, in the library that others use, against two raw ES256 verifications, in one run.
//   node bench/verifyMdoc.ts
// Chain and status list at hand, as the goal says; the key of each holder is not, while the reference has all its keys.
import { randomBytes } from 'node:crypto';
import { encodeCbor } from '@jatidiri/core/cose/encodeCbor.ts';
import type { Sign1 } from '@jatidiri/core/cose/sign1.ts';
import { readDetachedSign1 } from '@jatidiri/core/cose/sign1.ts';
import { Personal } from '@jatidiri/core/kit/personal.ts';
import { createDeviceResponse } from '@jatidiri/core/mdoc/createDeviceResponse.ts';
import { deviceAuthentication } from '@jatidiri/core/mdoc/deviceAuthentication.ts';
import { parseDeviceResponse } from '@jatidiri/core/mdoc/deviceResponse.ts';
import { issueMdoc } from '@jatidiri/core/mdoc/issueMdoc.ts';
import { openId4VpTranscript } from '@jatidiri/core/mdoc/sessionTranscript.ts';
import { HOLDERS, newAuthority, newHolder, type Signer, suite } from './credentials/authority.ts';
import { claims, shown } from './credentials/claims.ts';
import { compare } from './credentials/compare.ts';
import { type Signed, signedBy, verifyRaw } from './credentials/raw.ts';

const TYPE = 'jatidiri.ikd.1';
const now = new Date();
const authority = await newAuthority(now);
const session = { clientId: 'x509_hash:abc', nonce: 'n-0S6_WzA2Mj', responseUri: 'https://loket.example/r' };
const sessionTranscript = await openId4VpTranscript(suite, session);
const expected = { docTypes: [TYPE], session };

async function newCase(): Promise<{ response: Uint8Array; signed: readonly Signed[] }> {
  const holder = await newHolder();
  const { issuer, verifier: _, ...terms } = authority;
  const issuerSigned = await issueMdoc(
    { sign: issuer.sign, suite, randomSalt: () => new Uint8Array(randomBytes(32)) },
    {
      ...terms,
      docType: TYPE,
      nameSpace: TYPE,
      holderKey: holder.publicJwk,
      elements: new Personal(claims),
    },
  );
  const mdoc = { issuerSigned, shown: { [TYPE]: shown }, sign: holder.sign };
  const response = await createDeviceResponse([mdoc], sessionTranscript);
  return { response, signed: signaturesIn(response, issuer, holder) };
}

function signaturesIn(response: Uint8Array, issuer: Signer, holder: Signer): readonly Signed[] {
  const parsed = parseDeviceResponse(response);
  if (!parsed.ok) throw new Error(parsed.refusal.code);
  const { issuerSigned, deviceAuth, deviceNameSpaces } = parsed.value[0]!;
  const authenticated = deviceAuthentication(sessionTranscript, TYPE, deviceNameSpaces);
  const byDevice = readDetachedSign1(deviceAuth.get('deviceSignature'), authenticated)!;
  const signedIn = ({ publicKey }: Signer, { protectedBytes, payload, signature }: Sign1) =>
    signedBy(publicKey, encodeCbor(['Signature1', protectedBytes, new Uint8Array(0), payload]), signature);
  return [signedIn(issuer, issuerSigned.issuerAuth!), signedIn(holder, byDevice)];
}

const cases = await Promise.all(Array.from({ length: HOLDERS }, newCase));
await compare({
  name: 'verify-mdoc',
  goal: 0.5,
  batch: cases.length,
  async ours() {
    for (const { response } of cases) {
      const outcome = await authority.verifier.verifyMdoc(response, expected);
      if (!outcome.ok) throw new Error(outcome.refusal.code);
    }
  },
  async reference() {
    verifyRaw(cases.map(({ signed }) => signed));
  },
});
