import { isJsonObject } from '../jose/encodedJson.ts';

/** Where a token's status stands: the entry `idx` of the list at `uri` (Token Status List, section 6.1). */
export interface StatusReference {
  readonly uri: string;
  readonly idx: number;
}

/** Reads `{ idx, uri }` of the claim `status.status_list`; undefined for anything else. */
export function parseStatusReference(value: unknown): StatusReference | undefined {
  if (!isJsonObject(value)) return undefined;
  const { uri, idx } = value;
  if (typeof uri !== 'string' || uri === '') return undefined;
  return Number.isSafeInteger(idx) && (idx as number) >= 0 ? { uri, idx: idx as number } : undefined;
}
