import { randomUUID } from 'node:crypto';
import { type AttestedDecision, signAttestation } from '@jatidiri/core/activation/attestation.ts';
import type { ActivationId, DeviceThumbprint, FaceFinding } from '@jatidiri/core/activation/model.ts';
import type { LookupReply } from '@jatidiri/core/activation/wire.ts';
import type { PublicJwk } from '@jatidiri/core/kit/suite.ts';
import { webSigner } from '@jatidiri/core/kit/webSuite.ts';
import { testDesk } from './office/testOffice.ts';
import type { TestWorld } from './testWorld.ts';

export type TestOfficer = Awaited<ReturnType<typeof createOfficer>>;

/** An officer at a desk, enrolled with a passkey and a signing key, as the desk's page does it. */
export async function createOfficer(
  world: Pick<TestWorld, 'app' | 'clock' | 'config'>,
  code = 'DEMO-6472-PETUGAS',
) {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, [
    'sign',
    'verify',
  ]);
  const { x, y } = await crypto.subtle.exportKey('jwk', pair.publicKey);
  const deviceKey: PublicJwk = { kty: 'EC', crv: 'P-256', x: x!, y: y! };
  const sign = webSigner(crypto.subtle, pair.privateKey);
  const desk = testDesk(world.app, world.config.origins.desk, deviceKey);
  const enrolled = await desk.enrol(code);
  if (enrolled.status !== 200)
    throw new Error(`enrolment: ${enrolled.status} ${JSON.stringify(enrolled.body)}`);
  const { officer, deviceKey: kid } = enrolled.body;

  async function attestationOf(
    found: Pick<LookupReply, 'activation'>,
    decision: AttestedDecision,
    at = world.clock.now,
    session?: string,
    finding?: FaceFinding,
  ) {
    return signAttestation(sign, kid, {
      id: randomUUID(),
      activation: found.activation.id as ActivationId,
      device: found.activation.device as DeviceThumbprint,
      selfie: found.activation.selfie ?? '',
      decision,
      officer: officer.id,
      office: officer.office.id,
      session,
      finding,
      at,
    });
  }

  return {
    ...desk,
    officer,
    sign,
    kid,
    attestationOf,
    lookUp: (qr: string) => desk.call('POST', '/api/activation/lookups', { qr }),
    send: (attestation: string) => desk.call('POST', '/api/activation/attestations', { attestation }),
    /** Scans, looks and decides. */
    async decide(qr: string, decision: AttestedDecision, session?: string) {
      const found = await desk.call('POST', '/api/activation/lookups', { qr });
      if (found.status !== 200) return found;
      return desk.call('POST', '/api/activation/attestations', {
        attestation: await attestationOf(found.body, decision, undefined, session),
      });
    },
  };
}
