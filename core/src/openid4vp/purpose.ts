import { isJsonObject, type JsonObject } from '../jose/encodedJson.ts';

/**
 * Why a verifier asks, as an entry of `verifier_info` (OpenID4VP 1.0 section 5.11): other wallets ignore the format.
 * It is the verifier's own word, covered by the signature over the request.
 */
const FORMAT = 'urn:jatidiri:verifier-info:purpose:1';
const MAX_CHARACTERS = 300;

export const purposeInfo = (purpose: string): JsonObject => ({ format: FORMAT, data: { purpose } });

export function readPurpose(verifierInfo: unknown): string | undefined {
  const entries: readonly unknown[] = Array.isArray(verifierInfo) ? verifierInfo : [];
  const info = entries.find((entry) => isJsonObject(entry) && entry.format === FORMAT) as
    | JsonObject
    | undefined;
  const purpose = isJsonObject(info?.data) ? info.data.purpose : undefined;
  return typeof purpose === 'string' && purpose.length <= MAX_CHARACTERS ? purpose : undefined;
}
