import { type CborMap, decodeCbor, decodeTaggedCbor, isCborMap } from '../cose/cbor.ts';
import { TAG, untagged } from '../cose/tagged.ts';
import { ok, type Refusal, type Result, refuse } from '../kit/result.ts';
import { type IssuerSigned, MAX_MDOC_BYTES, readIssuerSignedMap } from './issuerSigned.ts';
import type { MdocRefusalCode } from './refusals.ts';

/** One document of a device response, not verified yet (ISO/IEC 18013-5:2021 section 8.3.2.1.2.2). */
export interface PresentedDocument {
  readonly docType: string;
  readonly issuerSigned: IssuerSigned;
  /** Elements that the device asserts itself: CBOR, as sent and as read. */
  readonly deviceNameSpaces: Uint8Array;
  readonly hasDeviceElements: boolean;
  readonly deviceAuth: CborMap;
}

const VERSION = '1.0';
const STATUS_OK = 0;
const MAX_DOCUMENTS = 8;

export function parseDeviceResponse(
  bytes: Uint8Array,
): Result<readonly PresentedDocument[], Refusal<MdocRefusalCode>> {
  const response = bytes.length <= MAX_MDOC_BYTES ? decodeTaggedCbor(bytes) : undefined;
  if (!isCborMap(response) || response.get('version') !== VERSION) return refuse({ code: 'mdoc/malformed' });
  const sent = response.get('documents') ?? [];
  if (!Array.isArray(sent) || sent.length > MAX_DOCUMENTS) return refuse({ code: 'mdoc/malformed' });
  if (response.get('status') !== STATUS_OK || sent.length === 0) return refuse({ code: 'mdoc/no-document' });

  const documents = sent.map(readDocument);
  return documents.every((document) => document !== undefined)
    ? ok(documents)
    : refuse({ code: 'mdoc/malformed' });
}

function readDocument(value: unknown): PresentedDocument | undefined {
  if (!isCborMap(value)) return undefined;
  const docType = value.get('docType');
  const issuerSigned = readIssuerSignedMap(value.get('issuerSigned'));
  const deviceSigned = value.get('deviceSigned');
  if (typeof docType !== 'string' || !issuerSigned || !isCborMap(deviceSigned)) return undefined;

  const deviceNameSpaces = untagged(deviceSigned.get('nameSpaces'), TAG.embedded);
  const deviceAuth = deviceSigned.get('deviceAuth');
  if (!(deviceNameSpaces instanceof Uint8Array) || !isCborMap(deviceAuth)) return undefined;
  const deviceElements = decodeCbor(deviceNameSpaces);
  if (!isCborMap(deviceElements)) return undefined;
  return {
    docType,
    issuerSigned,
    deviceNameSpaces,
    hasDeviceElements: deviceElements.size > 0,
    deviceAuth,
  };
}
