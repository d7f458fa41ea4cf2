import { isJsonObject } from '../jose/encodedJson.ts';
import { parseJws, verifyJws } from '../jose/jws.ts';
import { isNumericDate, toNumericDate } from '../jose/numericDate.ts';
import { parsePublicJwk } from '../jose/publicJwk.ts';
import { ok, type Refusal, type Result, refuse } from '../kit/result.ts';
import type { AttestationTools } from './keyAttestation.ts';
import type { Openid4vciRefusalCode } from './refusals.ts';

/**
 * A wallet's provider says that this is its wallet, and the wallet proves that it is the one meant (OpenID4VCI
 * appendix E, draft-ietf-oauth-attestation-based-client-auth sections 5.1 and 5.2).
 */
const TYP = 'oauth-client-attestation+jwt';
const POP_TYP = 'oauth-client-attestation-pop+jwt';
const WINDOW_SECONDS = 5 * 60;

export interface AttestedWallet {
  readonly clientId: string;
  /** As its provider calls it, where it does. */
  readonly name: string | null;
  /** To be accepted once within the window. */
  readonly jti: string;
  readonly provenAt: Date;
}

/** @param audience the authorization server's issuer identifier */
export async function verifyWalletAttestation(
  { suite, verifyChain, now }: AttestationTools,
  { attestation, proof }: { attestation: string; proof: string },
  audience: string,
): Promise<Result<AttestedWallet, Refusal<Openid4vciRefusalCode>>> {
  const untrusted = refuse({ code: 'openid4vci/wallet-attestation' } as const);
  const seconds = toNumericDate(now);
  const jws = parseJws(attestation);
  if (jws?.header.typ !== TYP) return untrusted;
  const { sub, nbf = 0, exp, cnf, wallet_name: name } = jws.payload;
  const key = isJsonObject(cnf) ? parsePublicJwk(cnf.jwk) : undefined;
  if (typeof sub !== 'string' || sub === '' || !key) return untrusted;
  if (!isNumericDate(exp) || exp <= seconds || !isNumericDate(nbf) || nbf > seconds + WINDOW_SECONDS)
    return untrusted;

  const pop = parseJws(proof);
  if (pop?.header.typ !== POP_TYP) return untrusted;
  const { aud, iat, jti, iss = sub } = pop.payload;
  const audiences = Array.isArray(aud) ? aud : [aud];
  if (iss !== sub || !audiences.includes(audience) || typeof jti !== 'string') return untrusted;
  if (!isNumericDate(iat) || Math.abs(seconds - iat) > WINDOW_SECONDS) return untrusted;

  if (!(await verifyJws(suite, pop, key))) return untrusted;
  const provider = await verifyChain(jws.header.x5c, now);
  if (!provider.ok || !(await verifyJws(suite, jws, provider.value.publicJwk))) return untrusted;
  return ok({
    clientId: sub,
    name: typeof name === 'string' ? name : null,
    jti,
    provenAt: new Date(iat * 1000),
  });
}
