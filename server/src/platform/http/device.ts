import { DEVICE_PROOF_HEADER, type ProvenDevice, verifyDeviceProof } from '@jatidiri/core/device/proof.ts';
import type { Suite } from '@jatidiri/core/kit/suite.ts';
import type { FastifyRequest } from 'fastify';

const NO_BODY = new Uint8Array(0);

/** Which handset made this request, by the proof that it carries. */
export function requireDevice(
  { now, suite }: { now: () => Date; suite: Suite },
  request: FastifyRequest,
): ReturnType<typeof verifyDeviceProof> {
  const header = request.headers[DEVICE_PROOF_HEADER];
  const proof = typeof header === 'string' ? header : undefined;
  const proven = { method: request.method, path: request.url, body: request.rawBody ?? NO_BODY };
  return verifyDeviceProof(proof, proven, now(), suite);
}

export type { ProvenDevice };
