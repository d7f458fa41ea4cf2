import { isNumericDate } from '../jose/numericDate.ts';
import type { PublicJwk } from '../kit/suite.ts';
import { parseStatusReference, type StatusReference } from '../statuslist/reference.ts';
import { type CborMap, decodeCbor, isCborMap } from './cbor.ts';
import { fromCoseKey } from './coseKey.ts';

/** CWT claim keys (RFC 8392 section 4, RFC 8747 section 3.1, Token Status List section 6.3). */
export const CLAIM = {
  iss: 1,
  sub: 2,
  aud: 3,
  exp: 4,
  nbf: 5,
  iat: 6,
  cti: 7,
  cnf: 8,
  status: 65535,
} as const;
/** The member of `cnf` that holds a COSE_Key (RFC 8747 section 3.2). */
export const CNF_KEY = 1;

/** The registered claims of a CWT, and all claims by their keys. */
export interface CwtClaims {
  readonly iss?: string;
  readonly sub?: string;
  readonly exp?: number;
  readonly nbf?: number;
  readonly iat?: number;
  readonly holderKey?: PublicJwk;
  readonly status?: StatusReference;
  readonly all: CborMap;
}

/** Reads the claims set of a CWT; undefined when it is none, or when a registered claim has the wrong form. */
export function readCwtClaims(payload: Uint8Array): CwtClaims | undefined {
  const all = decodeCbor(payload);
  if (!isCborMap(all)) return undefined;
  const texts = { iss: all.get(CLAIM.iss), sub: all.get(CLAIM.sub) };
  const dates = { exp: all.get(CLAIM.exp), nbf: all.get(CLAIM.nbf), iat: all.get(CLAIM.iat) };
  const holderKey = readConfirmation(all.get(CLAIM.cnf));
  const status = readStatusClaim(all.get(CLAIM.status));
  const isRightlyFormed =
    Object.values(texts).every((value) => value === undefined || typeof value === 'string') &&
    Object.values(dates).every((value) => value === undefined || isNumericDate(value)) &&
    (holderKey !== undefined || !all.has(CLAIM.cnf)) &&
    (status !== undefined || !all.has(CLAIM.status));
  if (!isRightlyFormed) return undefined;
  return {
    ...(texts as Pick<CwtClaims, 'iss' | 'sub'>),
    ...(dates as Pick<CwtClaims, 'exp'>),
    holderKey,
    status,
    all,
  };
}

function readConfirmation(cnf: unknown): PublicJwk | undefined {
  return isCborMap(cnf) ? fromCoseKey(cnf.get(CNF_KEY)) : undefined;
}

/** The entry that the claim `status` refers to; undefined for anything else. */
export function readStatusClaim(status: unknown): StatusReference | undefined {
  const list = isCborMap(status) ? status.get('status_list') : undefined;
  return isCborMap(list) ? parseStatusReference(Object.fromEntries(list)) : undefined;
}

/** The claim `status` that refers to one entry of a status list. */
export const statusClaim = ({ uri, idx }: StatusReference): CborMap =>
  new Map([
    [
      'status_list',
      new Map<string, unknown>([
        ['idx', idx],
        ['uri', uri],
      ]),
    ],
  ]);
