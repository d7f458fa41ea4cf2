import { parseJws, signJws, verifyJws } from '../jose/jws.ts';
import { isNumericDate, toNumericDate } from '../jose/numericDate.ts';
import { parsePublicJwk } from '../jose/publicJwk.ts';
import { ok, type Refusal, type Result, refuse } from '../kit/result.ts';
import type { PublicJwk, SignEs256, Suite } from '../kit/suite.ts';
import type { Openid4vciRefusalCode } from './refusals.ts';

/** Proofs of possession of the proof type `jwt` (OpenID4VCI appendix F.1). */
const TYP = 'openid4vci-proof+jwt';
const WINDOW_SECONDS = 5 * 60;

export interface KeyProofClaims {
  /** The credential issuer identifier. */
  readonly audience: string;
  /** `c_nonce` of the nonce endpoint, where the issuer has one. */
  readonly nonce?: string | undefined;
  /** Only where the access token was given to a named client. */
  readonly clientId?: string;
}

/** Proves that the wallet holds the private half of `jwk`, now and for this issuer. */
export async function proveKey(
  sign: SignEs256,
  { x, y }: PublicJwk,
  { audience, nonce, clientId }: KeyProofClaims,
  now: Date,
): Promise<string> {
  return signJws(
    sign,
    { typ: TYP, jwk: { kty: 'EC', crv: 'P-256', x, y } },
    { ...(clientId !== undefined && { iss: clientId }), aud: audience, iat: toNumericDate(now), nonce },
  );
}

export interface ExpectedProof {
  readonly audience: string;
  /** Null for anonymous access to the token endpoint: then there must be no `iss`. */
  readonly clientId: string | null;
  readonly now: Date;
}

export interface KeyProof {
  readonly jwk: PublicJwk;
  /** Whether it is ours, and unused, is the caller's to say. */
  readonly nonce: string;
  /** Whatever stands in the header of that name; undefined when nothing does. */
  readonly keyAttestation: unknown;
}

/** Checks a proof in all but its nonce (appendix F.4); the signature comes last, it is the costly step. */
export async function verifyKeyProof(
  suite: Suite,
  proof: unknown,
  { audience, clientId, now }: ExpectedProof,
): Promise<Result<KeyProof, Refusal<Openid4vciRefusalCode>>> {
  const jws = typeof proof === 'string' ? parseJws(proof) : undefined;
  const { typ, kid, x5c } = jws?.header ?? {};
  const jwk = jws && parsePublicJwk(jws.header.jwk);
  // `kid` and `x5c` must not stand beside `jwk`.
  if (!jws || !jwk || typ !== TYP || kid !== undefined || x5c !== undefined)
    return refuse({ code: 'openid4vci/proof-malformed' });

  const { iss, aud, iat, nonce } = jws.payload;
  if (aud !== audience) return refuse({ code: 'openid4vci/proof-audience' });
  if (iss !== undefined && iss !== clientId) return refuse({ code: 'openid4vci/proof-issuer' });
  if (!isNumericDate(iat) || Math.abs(toNumericDate(now) - iat) > WINDOW_SECONDS)
    return refuse({ code: 'openid4vci/proof-time' });
  if (typeof nonce !== 'string') return refuse({ code: 'openid4vci/proof-nonce-missing' });
  if (!(await verifyJws(suite, jws, jwk))) return refuse({ code: 'openid4vci/proof-signature' });
  return ok({ jwk, nonce, keyAttestation: jws.header.key_attestation });
}
