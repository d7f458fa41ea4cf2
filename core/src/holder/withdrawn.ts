import { isJsonObject } from '../jose/encodedJson.ts';
import { parseJws } from '../jose/jws.ts';
import { fromBase64url } from '../kit/bytes.ts';
import { parseIssuerSigned } from '../mdoc/issuerSigned.ts';
import { readSecurityObject } from '../mdoc/securityObject.ts';
import { parseStatusReference, type StatusReference } from '../statuslist/reference.ts';
import { STATUS, type StatusArray, statusAt } from '../statuslist/statusList.ts';
import { decodeStatusArray } from '../statuslist/token.ts';
import type { Inflate } from '../statuslist/zlib.ts';
import type { HeldCopy } from './model.ts';

const MAX_LIST_BYTES = 1024 * 1024;

type Held = Pick<HeldCopy, 'format' | 'credential'>;

/**
 * Which of these copies their issuer has revoked for good: they are no use to anybody, and new ones can be fetched. To
 * the wallet that is a hint and no judgement, so neither credential nor list is verified again; a list that does not
 * come leaves everything as it is.
 * @param fetchToken the Status List Token at an address, if it can be had
 */
export async function withdrawnAmong<Copy extends Held>(
  copies: readonly Copy[],
  fetchToken: (uri: string) => Promise<string | undefined>,
  inflate: Inflate,
): Promise<readonly Copy[]> {
  const references = new Map(copies.map((copy) => [copy, statusOf(copy)]));
  const uris = new Set([...references.values()].map((reference) => reference?.uri));
  const lists = new Map<string, StatusArray>();
  for (const uri of uris) {
    const list = uri === undefined ? undefined : await readList(await fetchToken(uri), inflate);
    if (list) lists.set(uri!, list);
  }
  return copies.filter((copy) => {
    const reference = references.get(copy);
    const list = reference && lists.get(reference.uri);
    return list && statusAt(list, reference.idx) === STATUS.invalid;
  });
}

/** Where a copy's status stands; undefined when it has none. */
export function statusOf({ format, credential }: Held): StatusReference | undefined {
  return format === 'mso_mdoc' ? statusOfMdoc(credential) : statusOfSdJwt(credential);
}

function statusOfSdJwt(credential: string): StatusReference | undefined {
  const status = parseJws(credential.split('~')[0]!)?.payload.status;
  return isJsonObject(status) ? parseStatusReference(status.status_list) : undefined;
}

function statusOfMdoc(credential: string): StatusReference | undefined {
  const issuerAuth = parseIssuerSigned(fromBase64url(credential))?.issuerAuth;
  const object = issuerAuth && readSecurityObject(issuerAuth.payload);
  return object?.ok ? object.value.status : undefined;
}

async function readList(token: string | undefined, inflate: Inflate): Promise<StatusArray | undefined> {
  const jws = token === undefined ? undefined : parseJws(token);
  return jws && decodeStatusArray(jws.payload.status_list, inflate, MAX_LIST_BYTES);
}
