import { parseJws, signJws, verifyJws } from '../jose/jws.ts';
import type { PublicJwk, SignEs256, Suite } from '../kit/suite.ts';
import { UUID } from '../kit/uuid.ts';
import {
  type ActivationId,
  DECISION_REASONS,
  type DecisionReason,
  type DeviceThumbprint,
  FACE_FINDINGS,
  type FaceFinding,
} from './model.ts';

/** What an officer decided, standing in front of the person. */
export type AttestedDecision =
  /** It is the person; the mail asks for the second yes. */
  | { readonly kind: 'confirm' }
  /** It is the person, and the officer replaces the mail: in the same step, or later when it does not come. */
  | { readonly kind: 'confirmOnDesk' }
  | { readonly kind: 'refuse'; readonly reason: DecisionReason };

/**
 * The attestation: a JWS (`typ` ikd-attestation+jwt) by the officer's own device key over the application, the
 * handset's thumbprint, the very selfie that was seen, the decision and the time. It stands by itself, so it
 * may reach the server now or a week later from a desk without a network.
 */
export interface Attestation {
  /** Random; the same attestation sent twice is one decision. */
  readonly id: string;
  readonly activation: ActivationId;
  readonly device: DeviceThumbprint;
  readonly selfie: string;
  readonly decision: AttestedDecision;
  readonly officer: string;
  readonly office: string;
  /** The outreach session for which the desk works. */
  readonly session?: string | undefined;
  /** What the comparison of the faces came to, as the officer read it; absent where the desk had none. */
  readonly finding?: FaceFinding | undefined;
  readonly at: Date;
}

const TYP = 'ikd-attestation+jwt';
const THUMBPRINT = /^[A-Za-z0-9_-]{43}$/;

export async function signAttestation(
  sign: SignEs256,
  officerKey: string,
  attestation: Attestation,
): Promise<string> {
  const { id, activation, device, selfie, decision, officer, office, session, finding, at } = attestation;
  const reason = decision.kind === 'refuse' ? { reason: decision.reason } : {};
  return signJws(
    sign,
    { typ: TYP, kid: officerKey },
    {
      jti: id,
      iat: Math.floor(at.getTime() / 1000),
      activation,
      device,
      selfie,
      decision: decision.kind,
      ...reason,
      officer,
      office,
      ...(session && { session }),
      ...(finding && { finding }),
    },
  );
}

/** Which officer's device key claims to have signed; undefined for anything that is no attestation. */
export function attestationKey(compact: string): string | undefined {
  const jws = parseJws(compact);
  const kid = jws?.header.typ === TYP ? jws.header.kid : undefined;
  return typeof kid === 'string' && THUMBPRINT.test(kid) ? kid : undefined;
}

/** The attestation, when every member is there and the key's signature holds; undefined otherwise. */
export async function verifyAttestation(
  compact: string,
  officerKey: PublicJwk,
  suite: Suite,
): Promise<Attestation | undefined> {
  const jws = parseJws(compact);
  if (!jws || jws.header.typ !== TYP) return undefined;
  if (!(await verifyJws(suite, jws, officerKey))) return undefined;
  const { jti, iat, activation, device, selfie, officer, office, session, finding } = jws.payload;
  const decision = parseDecision(jws.payload);
  const texts = [jti, activation, device, selfie, officer, office];
  if (!decision || !texts.every((text) => typeof text === 'string') || !Number.isSafeInteger(iat))
    return undefined;
  if (session !== undefined && !(typeof session === 'string' && UUID.test(session))) return undefined;
  const known = FACE_FINDINGS.find((candidate) => candidate === finding);
  if (finding !== undefined && !known) return undefined;
  if (!UUID.test(jti as string) || !UUID.test(activation as string)) return undefined;
  return {
    id: jti as string,
    activation: activation as ActivationId,
    device: device as DeviceThumbprint,
    selfie: selfie as string,
    decision,
    officer: officer as string,
    office: office as string,
    session: session as string | undefined,
    finding: known,
    at: new Date((iat as number) * 1000),
  };
}

function parseDecision({ decision, reason }: Record<string, unknown>): AttestedDecision | undefined {
  if (decision === 'confirm' || decision === 'confirmOnDesk') return { kind: decision };
  const known = DECISION_REASONS.find((candidate) => candidate === reason);
  return decision === 'refuse' && known ? { kind: 'refuse', reason: known } : undefined;
}
