import { encodeCbor } from '../cose/encodeCbor.ts';
import { signDetached } from '../cose/sign1.ts';
import { embed } from '../cose/tagged.ts';
import type { Bytes } from '../kit/bytes.ts';
import type { SignEs256 } from '../kit/suite.ts';
import { deviceAuthentication } from './deviceAuthentication.ts';
import { parseIssuerSigned } from './issuerSigned.ts';
import { readSecurityObject } from './securityObject.ts';

/** One mdoc of the wallet, and what of it is shown. */
export interface ShownMdoc {
  /** As it was issued. */
  readonly issuerSigned: Uint8Array;
  /** Names of elements by namespace; names that the mdoc does not have are passed over. */
  readonly shown: Readonly<Record<string, readonly string[]>>;
  /** Signs with the key that the mdoc is bound to. */
  readonly sign: SignEs256;
}

const NO_DEVICE_NAME_SPACES = encodeCbor(new Map());

/**
 * The wallet's answer: the elements that were chosen, each document signed by its key for this session
 * (ISO/IEC 18013-5:2021 section 8.3.2.1.2.2, DeviceResponse). Answers CBOR.
 * @param sessionTranscript as CBOR, from `openId4VpTranscript` or `dcApiTranscript`
 * @throws TypeError for what is no mdoc
 */
export async function createDeviceResponse(
  mdocs: readonly ShownMdoc[],
  sessionTranscript: Uint8Array,
): Promise<Bytes> {
  const documents = await Promise.all(mdocs.map((mdoc) => createDocument(mdoc, sessionTranscript)));
  return encodeCbor({ version: '1.0', documents, status: 0 });
}

async function createDocument({ issuerSigned, shown, sign }: ShownMdoc, sessionTranscript: Uint8Array) {
  const whole = parseIssuerSigned(issuerSigned);
  const object = whole?.issuerAuth && readSecurityObject(whole.issuerAuth.payload);
  if (!object?.ok) throw new TypeError('no mdoc');
  const { docType } = object.value;

  const nameSpaces = [...whole!.nameSpaces].flatMap(([nameSpace, items]) => {
    const wanted = new Set(Object.hasOwn(shown, nameSpace) ? shown[nameSpace] : []);
    const selected = items.filter(({ element }) => wanted.has(element)).map(({ bytes }) => embed(bytes));
    return selected.length > 0 ? [[nameSpace, selected] as const] : [];
  });
  const signed = deviceAuthentication(sessionTranscript, docType, NO_DEVICE_NAME_SPACES);
  return {
    docType,
    issuerSigned: { nameSpaces: new Map(nameSpaces), issuerAuth: whole!.issuerAuthParts },
    deviceSigned: {
      nameSpaces: embed(NO_DEVICE_NAME_SPACES),
      deviceAuth: { deviceSignature: await signDetached(sign, signed) },
    },
  };
}
