import type { ChainRefusalCode } from '../chain/certified.ts';
import { readDetachedSign1, verifySign1 } from '../cose/sign1.ts';
import { ok, type Refusal, type Result, refuse } from '../kit/result.ts';
import type { PublicJwk, Suite } from '../kit/suite.ts';
import type { PresentationTrust } from '../sdjwt/verifyPresentation.ts';
import { refusalByStatus } from '../statuslist/currentStatus.ts';
import { deviceAuthentication } from './deviceAuthentication.ts';
import { type PresentedDocument, parseDeviceResponse } from './deviceResponse.ts';
import type { DeviceAuthRefusalCode, MdocRefusalCode } from './refusals.ts';
import { type VerifiedMdoc, verifyParsedMdoc } from './verifyIssuerSigned.ts';

/** What the verifier asked for, and in which session. */
export interface ExpectedResponse {
  /** The document types that answer the question. */
  readonly docTypes: readonly string[];
  /** As CBOR, from `openId4VpTranscript` or `dcApiTranscript`. */
  readonly sessionTranscript: Uint8Array;
}

type Outcome<T> = Result<T, Refusal<MdocRefusalCode | ChainRefusalCode>>;

/** Verifies every document that a wallet presents; one that does not hold refuses them all. */
export async function verifyDeviceResponse(
  bytes: Uint8Array,
  expected: ExpectedResponse,
  trust: PresentationTrust,
): Promise<Outcome<readonly VerifiedMdoc[]>> {
  const documents = parseDeviceResponse(bytes);
  if (!documents.ok) return documents;
  const verified: VerifiedMdoc[] = [];
  for (const document of documents.value) {
    const outcome = await verifyDocument(document, expected, trust);
    if (!outcome.ok) return outcome;
    verified.push(outcome.value);
  }
  return ok(verified);
}

async function verifyDocument(
  document: PresentedDocument,
  { docTypes, sessionTranscript }: ExpectedResponse,
  trust: PresentationTrust,
): Promise<Outcome<VerifiedMdoc>> {
  if (!docTypes.includes(document.docType)) return refuse({ code: 'mdoc/doc-type' });
  const verified = await verifyParsedMdoc(document.issuerSigned, document.docType, trust);
  if (!verified.ok) return verified;
  const { holderKey, status } = verified.value.mdoc;
  const byDevice = await refusalByDevice(trust.suite, document, holderKey, sessionTranscript);
  if (byDevice) return refuse({ code: byDevice });
  const byStatus = await refusalByStatus(trust.statusLists, status, trust.now);
  return byStatus ? refuse({ code: `mdoc/${byStatus}` }) : verified;
}

/** Whether the device that the mdoc is bound to signed this document for this session (section 9.1.3). */
async function refusalByDevice(
  suite: Suite,
  { docType, deviceNameSpaces, hasDeviceElements, deviceAuth }: PresentedDocument,
  holderKey: PublicJwk,
  sessionTranscript: Uint8Array,
): Promise<DeviceAuthRefusalCode | undefined> {
  if (deviceAuth.has('deviceMac')) return 'mdoc/device-mac';
  if (hasDeviceElements) return 'mdoc/device-signed-elements';
  const signed = deviceAuthentication(sessionTranscript, docType, deviceNameSpaces);
  const signature = readDetachedSign1(deviceAuth.get('deviceSignature'), signed);
  if (!signature) return 'mdoc/device-auth-malformed';
  return (await verifySign1(suite, signature, holderKey)) ? undefined : 'mdoc/device-signature';
}
