import type { VerifyChain } from '../chain/certified.ts';
import { parseJws, verifyJws } from '../jose/jws.ts';
import { isNumericDate, toNumericDate } from '../jose/numericDate.ts';
import { parsePublicJwk } from '../jose/publicJwk.ts';
import { ok, type Refusal, type Result, refuse } from '../kit/result.ts';
import type { PublicJwk, Suite } from '../kit/suite.ts';
import type { Openid4vciRefusalCode } from './refusals.ts';

/** A statement of a wallet's provider about the keys in its key storage (OpenID4VCI appendix D.1). */
/** The second is what it was called before version 1.0. */
const TYPES: readonly unknown[] = ['key-attestation+jwt', 'keyattestation+jwt'];
const CLOCK_SKEW_SECONDS = 5 * 60;

export interface KeyAttestation {
  readonly keys: readonly PublicJwk[];
  /** Whether it is ours, and unused, is the caller's to say. */
  readonly nonce: string;
}

export interface AttestationTools {
  readonly suite: Suite;
  /** Against the wallet providers that the installation trusts. */
  readonly verifyChain: VerifyChain;
  readonly now: Date;
}

/**
 * Checks an attestation in all but its nonce.
 * @param use `jwt`: it accompanies a proof of possession, and then has to say when it ends
 */
export async function verifyKeyAttestation(
  { suite, verifyChain, now }: AttestationTools,
  attestation: unknown,
  use: 'jwt' | 'attestation',
): Promise<Result<KeyAttestation, Refusal<Openid4vciRefusalCode>>> {
  const untrusted = refuse({ code: 'openid4vci/key-attestation' } as const);
  const jws = typeof attestation === 'string' ? parseJws(attestation) : undefined;
  if (!jws || !TYPES.includes(jws.header.typ)) return untrusted;
  const { iat, exp, attested_keys: attested, nonce } = jws.payload;
  const seconds = toNumericDate(now);
  if (!isNumericDate(iat) || iat > seconds + CLOCK_SKEW_SECONDS) return untrusted;
  if (exp === undefined ? use === 'jwt' : !isNumericDate(exp) || exp <= seconds) return untrusted;
  if (typeof nonce !== 'string') return refuse({ code: 'openid4vci/proof-nonce-missing' });
  if (!Array.isArray(attested) || attested.length === 0) return untrusted;
  const keys = attested.map(parsePublicJwk);
  if (!keys.every((key) => key !== undefined)) return untrusted;

  const provider = await verifyChain(jws.header.x5c, now);
  if (!provider.ok || !(await verifyJws(suite, jws, provider.value.publicJwk))) return untrusted;
  return ok({ keys, nonce });
}
