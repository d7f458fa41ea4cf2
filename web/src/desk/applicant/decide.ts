import { type AttestedDecision, signAttestation } from '@jatidiri/core/activation/attestation.ts';
import type { ActivationId, DeviceThumbprint } from '@jatidiri/core/activation/model.ts';
import { webSigner } from '@jatidiri/core/kit/webSuite.ts';
import type { SignedInOfficer } from '@jatidiri/core/office/wire.ts';
import { newUuid } from '../../shared/newUuid.ts';
import type { DeskKey } from '../session/deviceKey.ts';
import type { Applicant, Selfie } from './applicant.ts';
import type { KeptDecision } from './outbox.ts';

/** The decision as a signed attestation over this handset and the very picture that was on the screen. */
export async function signDecision(
  key: DeskKey,
  { officer }: SignedInOfficer,
  { activation, finding }: Applicant,
  selfie: Selfie,
  decision: AttestedDecision,
  session: string | undefined,
  at: Date,
): Promise<KeptDecision> {
  const id = newUuid();
  const sign = webSigner(crypto.subtle, key.privateKey);
  const attestation = await signAttestation(sign, key.thumbprint, {
    id,
    activation: activation.id as ActivationId,
    device: activation.device as DeviceThumbprint,
    selfie: selfie.digest,
    decision,
    officer: officer.id,
    office: officer.office.id,
    session,
    finding,
    at,
  });
  return { id, decision: decision.kind, at: at.toISOString(), attestation };
}
