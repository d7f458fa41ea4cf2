import { randomUUID } from 'node:crypto';
import { signAttestation } from '@jatidiri/core/activation/attestation.ts';
import type { Activation, ActivationId, DeviceThumbprint } from '@jatidiri/core/activation/model.ts';
import type { ProvenDevice } from '@jatidiri/core/device/proof.ts';
import { thumbprint } from '@jatidiri/core/jose/thumbprint.ts';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { PublicJwk } from '@jatidiri/core/kit/suite.ts';
import { webSigner } from '@jatidiri/core/kit/webSuite.ts';
import type { Officer } from '@jatidiri/core/office/model.ts';
import { isSandboxResident } from '@jatidiri/core/partner/sandbox.ts';
import type { Resident } from '@jatidiri/core/registry/model.ts';
import { parseNik } from '@jatidiri/core/registry/nik.ts';
import { ancestor } from '@jatidiri/core/wilayah/model.ts';
import { DEMO_RESIDENTS } from '../../../seed/demoResidents.ts';
import { attest, endIdentity, findClaiming, startActivation, takeSelfie } from '../activation/index.ts';
import { openDemoDesk } from '../office/index.ts';
import { findByNik } from '../registry/index.ts';
import { drawSelfie } from './drawPortrait.ts';

type DemoIdentityDeps = Parameters<typeof startActivation>[0] &
  Parameters<typeof attest>[0] &
  Parameters<typeof openDemoDesk>[0];

export type Active = Extract<Activation, { state: 'active' }>;
type Given = Result<Active, Refusal<'control/resident-unknown' | 'control/not-activated'>>;

/** The identity of a demonstration resident, made by the same steps as anybody's when there is none. */
export type DemoIdentity = (nik: string) => Promise<Given>;

const PHONE = '0812 0000 0000';

export function demoIdentity(deps: DemoIdentityDeps): DemoIdentity {
  let before: Promise<unknown> = Promise.resolve();
  return (nik) => {
    // One after the other: two doors at once must not activate the same resident twice.
    const given = before.then(() => activeOf(deps, nik));
    before = given.catch(() => {});
    return given;
  };
}

/** Who a demonstration's form is filled in as: without a NIK, the first demonstration resident. */
export const demoResident = (identityOf: DemoIdentity) => async (nik: string) => {
  const identity = await identityOf(nik || DEMO_RESIDENTS[0]!.nik);
  return identity.ok ? identity.value.resident : undefined;
};

async function activeOf(deps: DemoIdentityDeps, text: string): Promise<Given> {
  const nik = parseNik(text);
  // The doors are open to anybody who reaches a demonstration: to invented people alone.
  const isInvented = nik.ok && isSandboxResident(nik.value);
  const resident = isInvented ? await findByNik(deps.database.read, nik.value) : undefined;
  if (!resident) return refuse({ code: 'control/resident-unknown' });
  const claiming = await findClaiming(deps.database.read, resident.id);
  if (claiming?.state === 'active' && claiming.selfie) return ok(claiming);
  return activate(deps, resident, claiming?.state === 'active');
}

/** Form, selfie and decision, as on a telephone and at a desk; the handset is gone when this ends, the identity stays. */
async function activate(deps: DemoIdentityDeps, resident: Resident, isHeldBefore: boolean): Promise<Given> {
  const [handset, desk] = [await newKey(deps), await newKey(deps)];
  const region = ancestor(resident.domicile, 'kabupatenKota');
  const opened = await openDemoDesk(deps, region, desk.device.jwk);
  if (!opened) return refuse({ code: 'control/not-activated' });
  const { officer } = opened;
  const person = { nik: resident.nik.reveal(), name: resident.name.reveal() };
  // Taken over from before this system: its handset is unknown here, so it is released first.
  if (isHeldBefore) await endIdentity(deps, officer, { ...person, reason: 'released' });

  const id = randomUUID() as ActivationId;
  const form = { ...person, id, email: '', phone: PHONE };
  const started = await startActivation(deps, form, handset.device, 'control');
  if (!started.ok) return refuse({ code: 'control/not-activated' });
  const taken = await takeSelfie(deps, id, handset.device, await drawSelfie(resident));
  if (!taken.ok || taken.value.state !== 'awaitingOfficer') return refuse({ code: 'control/not-activated' });
  const decided = await attest(deps, officer, await decide(deps, desk, officer, taken.value));
  const isActive = decided.ok && decided.value.state === 'active';
  return isActive ? ok(decided.value as Active) : refuse({ code: 'control/not-activated' });
}

function decide(
  { now }: DemoIdentityDeps,
  { sign, device }: Key,
  officer: Officer,
  { id, device: handset, selfie }: Extract<Activation, { state: 'awaitingOfficer' }>,
): Promise<string> {
  return signAttestation(sign, device.thumbprint, {
    id: randomUUID(),
    activation: id,
    device: handset.thumbprint,
    selfie,
    decision: { kind: 'confirmOnDesk' },
    officer: officer.id,
    office: officer.office.id,
    at: now(),
  });
}

interface Key {
  readonly sign: ReturnType<typeof webSigner>;
  readonly device: ProvenDevice;
}

async function newKey({ suite }: Pick<DemoIdentityDeps, 'suite'>): Promise<Key> {
  const usages: KeyUsage[] = ['sign', 'verify'];
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, usages);
  const { x, y } = await crypto.subtle.exportKey('jwk', pair.publicKey);
  const jwk: PublicJwk = { kty: 'EC', crv: 'P-256', x: x!, y: y! };
  const name = (await thumbprint(suite, jwk)) as DeviceThumbprint;
  return { sign: webSigner(crypto.subtle, pair.privateKey), device: { jwk, thumbprint: name } };
}
