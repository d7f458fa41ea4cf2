import type { Certified, ChainRefusalCode, VerifyChain } from '../chain/certified.ts';
import { ok, type Refusal, type Result, refuse } from '../kit/result.ts';
import type { Suite } from '../kit/suite.ts';
import { currentStatus, type StatusLists } from '../statuslist/currentStatus.ts';
import { type Credential, readCredential } from './credential.ts';
import { type ExpectedBinding, verifyKeyBinding } from './keyBinding.ts';
import { parseSdJwt } from './parse.ts';
import type { CredentialRefusalCode, SdJwtRefusalCode } from './refusals.ts';
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
  /** The credential types that answer the question. */
  readonly vct: readonly string[];
}

export interface VerifiedPresentation {
  readonly credential: Credential;
  readonly issuer: Certified;
  readonly presentedAt: Date;
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

  const { holderKey } = credential.value;
  if (!holderKey) return refuse({ code: 'sdjwt/holder-key-missing' });
  const presentedAt = await verifyKeyBinding(suite, parsed.value, holderKey, expected, now);
  if (!presentedAt.ok) return presentedAt;

  const statusRefusal = refusalByStatus(credential.value, statusLists, now);
  if (statusRefusal) return refuse({ code: statusRefusal });

  return ok({ credential: credential.value, issuer: issuer.value, presentedAt: presentedAt.value });
}

/** A credential without a status cannot be revoked, and its issuer wanted it so. */
function refusalByStatus(
  { status }: Credential,
  lists: StatusLists,
  now: Date,
): CredentialRefusalCode | undefined {
  if (!status) return undefined;
  switch (currentStatus(lists, status, now).status) {
    case 'valid':
      return undefined;
    case 'invalid':
      return 'sdjwt/revoked';
    case 'suspended':
      return 'sdjwt/suspended';
    case 'unknown':
      return 'sdjwt/status-unknown';
  }
}
