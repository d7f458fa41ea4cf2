import { toBase64url, utf8 } from '../kit/bytes.ts';
import { ok, type Refusal, type Result, refuse } from '../kit/result.ts';
import type { PublicJwk, SignEs256, Suite } from '../kit/suite.ts';
import { parseJws, signJws, verifyJws } from './jws.ts';
import { isNumericDate, toNumericDate } from './numericDate.ts';
import { parsePublicJwk } from './publicJwk.ts';
import { thumbprint } from './thumbprint.ts';

/** DPoP proofs (RFC 9449 section 4): whoever sends this request holds the key that its access token is bound to. */
const TYP = 'dpop+jwt';
/** How far `iat` may be from now; whoever accepts a proof remembers its `jti` for as long. */
export const DPOP_WINDOW_SECONDS = 300;

export type DpopRefusalCode =
  | 'dpop/malformed'
  | 'dpop/signature'
  /** Made for another method or address (`htm`, `htu`). */
  | 'dpop/other-request'
  | 'dpop/time'
  /** Without the nonce that this server asked for (section 8). */
  | 'dpop/nonce'
  /** `ath` belongs to another access token. */
  | 'dpop/access-token';

export interface DpopRequest {
  readonly method: string;
  /** The whole address; query and fragment do not count (section 4.2). */
  readonly url: string;
  /** When the request carries an access token: the token itself. */
  readonly accessToken?: string;
  /** What the server asked for with `DPoP-Nonce`. */
  readonly nonce?: string;
}

export interface ProvenKey {
  readonly jwk: PublicJwk;
  /** RFC 7638, as in `cnf.jkt` (section 6.1). */
  readonly thumbprint: string;
  /** To be accepted once within the window (section 11.1). */
  readonly jti: string;
  readonly issuedAt: Date;
}

/** @param jti a name that was never used before, at least 96 random bits */
export async function createDpopProof(
  { sign, jwk, suite }: { sign: SignEs256; jwk: PublicJwk; suite: Pick<Suite, 'sha256'> },
  { method, url, accessToken, nonce }: DpopRequest,
  { now, jti }: { now: Date; jti: string },
): Promise<string> {
  const { kty, crv, x, y } = jwk;
  return signJws(
    sign,
    { typ: TYP, jwk: { kty, crv, x, y } },
    {
      jti,
      htm: method,
      htu: withoutQuery(url),
      iat: toNumericDate(now),
      ...(nonce !== undefined && { nonce }),
      ...(accessToken !== undefined && { ath: await digestOf(suite, accessToken) }),
    },
  );
}

/** Checks a proof against the request that carried it (section 4.3); the signature comes last, it is the costly step. */
export async function verifyDpopProof(
  suite: Suite,
  proof: string,
  request: DpopRequest,
  now: Date,
): Promise<Result<ProvenKey, Refusal<DpopRefusalCode>>> {
  const jws = parseJws(proof);
  const jwk = jws?.header.typ === TYP ? parsePublicJwk(jws.header.jwk) : undefined;
  if (!jws || !jwk) return refuse({ code: 'dpop/malformed' });

  const { jti, htm, htu, iat, nonce, ath } = jws.payload;
  if (typeof jti !== 'string' || jti === '' || jti.length > 256) return refuse({ code: 'dpop/malformed' });
  if (htm !== request.method || !isSameAddress(htu, request.url))
    return refuse({ code: 'dpop/other-request' });
  if (!isNumericDate(iat) || Math.abs(toNumericDate(now) - iat) > DPOP_WINDOW_SECONDS)
    return refuse({ code: 'dpop/time' });
  if (request.nonce !== undefined && nonce !== request.nonce) return refuse({ code: 'dpop/nonce' });
  if (request.accessToken !== undefined && ath !== (await digestOf(suite, request.accessToken)))
    return refuse({ code: 'dpop/access-token' });
  if (!(await verifyJws(suite, jws, jwk))) return refuse({ code: 'dpop/signature' });
  return ok({ jwk, thumbprint: await thumbprint(suite, jwk), jti, issuedAt: new Date(iat * 1000) });
}

async function digestOf(suite: Pick<Suite, 'sha256'>, token: string): Promise<string> {
  return toBase64url(await suite.sha256(utf8(token)));
}

/** Compared after the normalisation of RFC 3986 section 6.2.2 and 6.2.3, which `URL` does. */
function isSameAddress(htu: unknown, url: string): boolean {
  if (htu === url) return true;
  if (typeof htu !== 'string' || !URL.canParse(htu)) return false;
  return withoutQuery(htu) === withoutQuery(url);
}

function withoutQuery(url: string): string {
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname}`;
}
