import { parseJws, verifyJws } from '../jose/jws.ts';
import { fromNumericDate, isNumericDate } from '../jose/numericDate.ts';
import { ok, type Refusal, type Result, refuse } from '../kit/result.ts';
import type { PublicJwk, Suite } from '../kit/suite.ts';
import type { ClientId } from './model.ts';

/** RFC 9068 section 2.1, with and without the prefix that RFC 7515 section 4.1.9 lets one leave out. */
const TYP = /^(?:application\/)?at\+jwt$/i;

/** What a verified access token says. */
export interface AccessToken {
  readonly clientId: ClientId;
  readonly scopes: readonly string[];
  /** RFC 7638 thumbprint of the key that must prove possession (`cnf.jkt`, RFC 9449 section 6.1). */
  readonly keyThumbprint: string;
  readonly expiresAt: Date;
}

type Verified = Result<AccessToken, Refusal<'partner/token-invalid'>>;

/**
 * Verifies a JWT access token (RFC 9068 section 4) that is bound to a DPoP key; a bearer token is refused. Whether it
 * has expired is left to the caller, who may keep the result for as long.
 */
export async function verifyAccessToken(
  suite: Suite,
  token: string,
  { issuer, audience, key }: { issuer: string; audience: string; key: PublicJwk },
): Promise<Verified> {
  const invalid = refuse({ code: 'partner/token-invalid' } as const);
  const jws = parseJws(token);
  if (!jws || typeof jws.header.typ !== 'string' || !TYP.test(jws.header.typ)) return invalid;
  const { iss, aud, exp, client_id, scope, cnf } = jws.payload;
  const audiences = Array.isArray(aud) ? aud : [aud];
  if (iss !== issuer || !audiences.includes(audience)) return invalid;
  if (!isNumericDate(exp) || typeof client_id !== 'string' || typeof scope !== 'string') return invalid;
  const jkt = typeof cnf === 'object' && cnf !== null && 'jkt' in cnf ? cnf.jkt : undefined;
  if (typeof jkt !== 'string' || !(await verifyJws(suite, jws, key))) return invalid;
  return ok({
    clientId: client_id as ClientId,
    scopes: scope.split(' '),
    keyThumbprint: jkt,
    expiresAt: fromNumericDate(exp),
  });
}
