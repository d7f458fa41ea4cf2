import { encodeCbor } from '../cose/encodeCbor.ts';
import type { Bytes } from '../kit/bytes.ts';

/**
 * What a kit hands to a telephone, in QR frames: a CBOR array of the provisional cards (`issueProvisionalCwt`), one
 * for each thing that the resident may choose to show. Name and photograph is always among them.
 */
export const packCards = (cwts: readonly Bytes[]): Bytes => encodeCbor(cwts);
