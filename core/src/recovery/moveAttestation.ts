import type { ActivationId, DeviceThumbprint } from '../activation/model.ts';
import { parseJws, signJws, verifyJws } from '../jose/jws.ts';
import type { PublicJwk, SignEs256, Suite } from '../kit/suite.ts';
import { UUID } from '../kit/uuid.ts';

/**
 * An officer's word that the person stands there and that this handset is theirs: a JWS (`typ` ikd-move-attestation+jwt)
 * by the officer's own device key over the identity and the handset that is to hold it.
 */
export interface MoveAttestation {
  /** Random; the same attestation sent twice is one decision. */
  readonly id: string;
  readonly activation: ActivationId;
  readonly device: DeviceThumbprint;
  readonly officer: string;
  readonly office: string;
  readonly at: Date;
}

const TYP = 'ikd-move-attestation+jwt';
const THUMBPRINT = /^[A-Za-z0-9_-]{43}$/;

export function signMoveAttestation(
  sign: SignEs256,
  officerKey: string,
  { id, activation, device, officer, office, at }: MoveAttestation,
): Promise<string> {
  const iat = Math.floor(at.getTime() / 1000);
  return signJws(sign, { typ: TYP, kid: officerKey }, { jti: id, iat, activation, device, officer, office });
}

/** Which officer's device key claims to have signed; undefined for anything that is no such attestation. */
export function moveAttestationKey(compact: string): string | undefined {
  const jws = parseJws(compact);
  const kid = jws?.header.typ === TYP ? jws.header.kid : undefined;
  return typeof kid === 'string' && THUMBPRINT.test(kid) ? kid : undefined;
}

/** The attestation, when every member is there and the key's signature holds; undefined otherwise. */
export async function verifyMoveAttestation(
  compact: string,
  officerKey: PublicJwk,
  suite: Suite,
): Promise<MoveAttestation | undefined> {
  const jws = parseJws(compact);
  if (jws?.header.typ !== TYP || !(await verifyJws(suite, jws, officerKey))) return undefined;
  const { jti, iat, activation, device, officer, office } = jws.payload;
  const texts = [jti, activation, device, officer, office];
  if (!texts.every((text) => typeof text === 'string') || !Number.isSafeInteger(iat)) return undefined;
  if (!UUID.test(jti as string) || !UUID.test(activation as string)) return undefined;
  return {
    id: jti as string,
    activation: activation as ActivationId,
    device: device as DeviceThumbprint,
    officer: officer as string,
    office: office as string,
    at: new Date((iat as number) * 1000),
  };
}
