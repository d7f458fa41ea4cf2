import type { Certified, ChainRefusalCode, VerifyChain } from '../chain/certified.ts';
import { ok, type Refusal, type Result, refuse } from '../kit/result.ts';
import type { Suite } from '../kit/suite.ts';
import { refusalByStatus, type StatusLists } from '../statuslist/currentStatus.ts';
import { type Credential, readCredential } from './credential.ts';
import { type ExpectedBinding, type VerifiedBinding, verifyKeyBinding } from './keyBinding.ts';
import { type ParsedSdJwt, parseSdJwt } from './parse.ts';
import type { SdJwtRefusalCode } from './refusals.ts';
import { verifySdJwt } from './verifySdJwt.ts';

export interface PresentationTrust {
  readonly suite: Suite;
  readonly verifyChain: VerifyChain;
  readonly statusLists: StatusLists;
  readonly now: Date;
  /** How far the issuer's clock may differ from ours; 60 unless told otherwise. */
  readonly clockSkewSeconds?: number;
}

export interface ExpectedPresentation extends ExpectedBinding {
  /** The credential types that answer the question; any type when absent. */
  readonly vct?: readonly string[];
  /** False: a credential without a proof of its holder will do; one that comes along must still hold. */
  readonly requiresHolderBinding?: boolean;
}

export interface VerifiedPresentation {
  readonly credential: Credential;
  readonly issuer: Certified;
  /** The holder's proof; absent only where none was required. */
  readonly binding?: VerifiedBinding;
}

export type PresentationRefusal = Refusal<SdJwtRefusalCode | ChainRefusalCode>;

/** Verifies an SD-JWT VC with key binding that a holder presented to us: all of it, in this order. */
export async function verifyPresentation(
  presentation: string,
  expected: ExpectedPresentation,
  { suite, verifyChain, statusLists, now, clockSkewSeconds = 60 }: PresentationTrust,
): Promise<Result<VerifiedPresentation, PresentationRefusal>> {
  const parsed = parseSdJwt(presentation);
  if (!parsed.ok) return parsed;
  const { issuerJwt } = parsed.value;

  const issuer = await verifyChain(issuerJwt.header.x5c, now);
  if (!issuer.ok) return issuer;

  const claims = await verifySdJwt(suite, parsed.value, issuer.value.publicJwk);
  if (!claims.ok) return claims;

  const credential = readCredential(issuerJwt, claims.value, issuer.value, {
    vct: expected.vct,
    now,
    clockSkewSeconds,
  });
  if (!credential.ok) return credential;

  const binding = await verifyBinding(suite, parsed.value, credential.value, expected, now);
  if (!binding.ok) return binding;

  const byStatus = await refusalByStatus(statusLists, credential.value.status, now);
  if (byStatus) return refuse({ code: `sdjwt/${byStatus}` });

  return ok({
    credential: credential.value,
    issuer: issuer.value,
    ...(binding.value && { binding: binding.value }),
  });
}

async function verifyBinding(
  suite: Suite,
  parsed: ParsedSdJwt,
  { holderKey }: Credential,
  expected: ExpectedPresentation,
  now: Date,
): Promise<Result<VerifiedBinding | undefined, PresentationRefusal>> {
  if (expected.requiresHolderBinding === false && parsed.keyBinding === undefined) return ok(undefined);
  if (!holderKey) return refuse({ code: 'sdjwt/holder-key-missing' });
  return verifyKeyBinding(suite, parsed, holderKey, expected, now);
}
