import assert from 'node:assert/strict';
import { randomBytes, webcrypto } from 'node:crypto';
import type { Bytes } from '@jatidiri/core/kit/bytes.ts';
import { toIsoDate } from '@jatidiri/core/kit/date.ts';
import { Personal } from '@jatidiri/core/kit/personal.ts';
import { webSuite } from '@jatidiri/core/kit/webSuite.ts';
import { createDeviceResponse } from '@jatidiri/core/mdoc/createDeviceResponse.ts';
import { issueMdoc, type MdocTerms } from '@jatidiri/core/mdoc/issueMdoc.ts';
import { fullDate } from '@jatidiri/core/mdoc/issuerSignedItem.ts';
import { openId4VpTranscript } from '@jatidiri/core/mdoc/sessionTranscript.ts';
import { type ExpectedResponse, verifyDeviceResponse } from '@jatidiri/core/mdoc/verifyDeviceResponse.ts';
import type { PresentationTrust } from '@jatidiri/core/sdjwt/verifyPresentation.ts';
import type { StatusLists } from '@jatidiri/core/statuslist/currentStatus.ts';
import { emptyStatusArray, setStatus } from '@jatidiri/core/statuslist/statusList.ts';
import { ISSUER_URI, NOW, newIssuer, newSigner } from '../chain/issuerFixture.ts';

export const suite = webSuite(webcrypto.subtle as unknown as SubtleCrypto);
export const [issuer, holder, stranger] = [await newIssuer(), await newSigner(), await newSigner()];
export const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);

export const DOC_TYPE = 'jatidiri.ikd.1';
export const NAME_SPACE = 'jatidiri.ikd.1';
const uri = `${ISSUER_URI}/status/1`;

export const tools = {
  sign: issuer.sign,
  suite,
  randomSalt: () => new Uint8Array(randomBytes(32)) as Bytes,
};

export const ELEMENTS = {
  nik: '6472010101900001',
  name: 'Warga Contoh',
  birth_date: fullDate(toIsoDate('1990-01-01')),
  age_over_17: true,
  portrait: new Uint8Array(randomBytes(600)),
};

export const terms: MdocTerms = {
  docType: DOC_TYPE,
  nameSpace: NAME_SPACE,
  elements: new Personal(ELEMENTS),
  issuedAt: NOW,
  expiresAt: later(86_400),
  holderKey: holder.publicJwk,
  status: { uri, idx: 7 },
  x5c: issuer.x5c,
};
export const issued = await issueMdoc(tools, terms);

export const session = {
  clientId: 'x509_hash:abc',
  nonce: 'n-0S6_WzA2Mj',
  responseUri: 'https://loket.example.go.id/response',
};
export const sessionTranscript = await openId4VpTranscript(suite, session);
export const expected: ExpectedResponse = { docTypes: [DOC_TYPE], sessionTranscript };

export const present = (
  mdoc: Uint8Array = issued,
  names: readonly string[] = Object.keys(ELEMENTS),
  { sign } = holder,
  transcript: Uint8Array = sessionTranscript,
) => createDeviceResponse([{ issuerSigned: mdoc, shown: { [NAME_SPACE]: names }, sign }], transcript);

export async function listsWith(status: number, expiresAt?: Date): Promise<StatusLists> {
  const array = emptyStatusArray(2, 16);
  setStatus(array, 7, status);
  const certified = await issuer.verifyChain(issuer.x5c, NOW);
  assert.ok(certified.ok);
  const list = { ...array, uri, issuedAt: NOW, issuer: certified.value, ...(expiresAt && { expiresAt }) };
  return new Map([[uri, { list, fetchedAt: NOW }]]);
}
export const trust: PresentationTrust = {
  suite,
  verifyChain: issuer.verifyChain,
  statusLists: await listsWith(0),
  now: NOW,
  clockSkewSeconds: 0,
};

/** `ok`, or the code of the refusal. */
export async function outcomeOf(
  response: Uint8Array,
  changes: Partial<PresentationTrust> = {},
  asked: Partial<ExpectedResponse> = {},
): Promise<string> {
  const outcome = await verifyDeviceResponse(response, { ...expected, ...asked }, { ...trust, ...changes });
  return outcome.ok ? 'ok' : outcome.refusal.code;
}
