import { encodeCbor, encodeEmbedded } from '../cose/cbor.ts';
import { type Bytes, concat } from '../kit/bytes.ts';

const ARRAY_OF_FOUR = Uint8Array.of(0x84);

/**
 * DeviceAuthenticationBytes: what the device signs, and nobody sends (ISO/IEC 18013-5:2021 section 9.1.3.4).
 * @param sessionTranscript as CBOR
 * @param deviceNameSpaces the elements that the device asserts itself, as CBOR
 */
export function deviceAuthentication(
  sessionTranscript: Uint8Array,
  docType: string,
  deviceNameSpaces: Uint8Array,
): Bytes {
  return encodeEmbedded(
    concat(
      ARRAY_OF_FOUR,
      encodeCbor('DeviceAuthentication'),
      sessionTranscript,
      encodeCbor(docType),
      encodeEmbedded(deviceNameSpaces),
    ),
  );
}
