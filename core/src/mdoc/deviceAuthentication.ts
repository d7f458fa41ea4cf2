import { Encoded, encodeEmbedded } from '../cose/encodeCbor.ts';
import { embed } from '../cose/tagged.ts';
import type { Bytes } from '../kit/bytes.ts';

/**
 * DeviceAuthenticationBytes: what the device signs, and nobody sends (ISO/IEC 18013-5:2021 section 9.1.3.4).
 * @param sessionTranscript as CBOR
 * @param deviceNameSpaces the elements that the device asserts itself, as CBOR
 */
export const deviceAuthentication = (
  sessionTranscript: Uint8Array,
  docType: string,
  deviceNameSpaces: Uint8Array,
): Bytes =>
  encodeEmbedded(['DeviceAuthentication', new Encoded(sessionTranscript), docType, embed(deviceNameSpaces)]);
