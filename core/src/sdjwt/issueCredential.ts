import type { JsonObject } from '../jose/encodedJson.ts';
import { toNumericDate } from '../jose/numericDate.ts';
import type { Personal } from '../kit/personal.ts';
import type { PublicJwk } from '../kit/suite.ts';
import type { StatusReference } from '../statuslist/reference.ts';
import { CREDENTIAL_TYPE } from './credential.ts';
import { type IssuerTools, issueSdJwt } from './issueSdJwt.ts';

/** The terms of one SD-JWT VC; everything that says who the holder is goes into `selectable`. */
export interface CredentialTerms {
  readonly vct: string;
  /** `iss`: one of the addresses in the issuer's certificate. */
  readonly issuer: string;
  readonly issuedAt: Date;
  readonly expiresAt: Date;
  readonly holderKey: PublicJwk;
  readonly status: StatusReference;
  /** The issuer's chain without the root, leaf first, as base64 DER. */
  readonly x5c: readonly string[];
  readonly selectable: Personal<JsonObject>;
}

/** Issues an SD-JWT VC (`dc+sd-jwt`), bound to the holder's key; ends in `~`. */
export function issueCredential(tools: IssuerTools, terms: CredentialTerms): Promise<string> {
  const { vct, issuer, issuedAt, expiresAt, holderKey, status, x5c, selectable } = terms;
  const { kty, crv, x, y } = holderKey;
  return issueSdJwt(
    tools,
    headerOf(x5c),
    {
      iss: issuer,
      iat: toNumericDate(issuedAt),
      exp: toNumericDate(expiresAt),
      vct,
      cnf: { jwk: { kty, crv, x, y } },
      status: { status_list: { idx: status.idx, uri: status.uri } },
    },
    selectable.reveal(),
  );
}

/** By the chain as handed in, so that one issuer's header is encoded once. */
const headers = new WeakMap<readonly string[], JsonObject & { typ: string }>();

function headerOf(x5c: readonly string[]): JsonObject & { typ: string } {
  const known = headers.get(x5c);
  if (known) return known;
  const header = { typ: CREDENTIAL_TYPE, x5c };
  headers.set(x5c, header);
  return header;
}
