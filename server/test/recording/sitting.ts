import { randomBytes, randomUUID } from 'node:crypto';
import { FINGERS, IRISES } from '@jatidiri/core/recording/model.ts';
import { encodeSignature } from '@jatidiri/core/recording/signature.ts';
import { SIMULATED_DEVICE, simulatedFile } from '@jatidiri/core/recording/simulatedDevice.ts';
import sharp from 'sharp';
import { drawnFace } from '../../../seed/drawnFace.ts';
import type { TestOfficer } from '../testOfficer.ts';

interface Person {
  readonly nik: string;
  readonly name: string;
}

export const photograph = (variant: number): Promise<Buffer> =>
  sharp(Buffer.from(drawnFace(variant, { background: '#b3202a' })))
    .jpeg({ quality: 92 })
    .toBuffer();

export const SIGNATURE = encodeSignature([
  Array.from({ length: 40 }, (_, i) => ({ x: 50 + 20 * i, y: 100 + ((i * 37) % 150) })),
]);

/** One sitting as the recording desk drives it. */
export function sittingOf(officer: TestOfficer, person: Person, id: string = randomUUID()) {
  const at = `/api/recording/captures/${id}`;
  const begin = () =>
    officer.call('POST', '/api/recording/captures', { id, nik: person.nik, name: person.name });
  const take = (slot: string, file: Uint8Array, type = 'application/octet-stream') =>
    officer.call('PUT', `${at}/pieces/${slot}?device=${SIMULATED_DEVICE}`, Buffer.from(file), type);
  const takePhotograph = async (variant: number) =>
    take('photograph', await photograph(variant), 'image/jpeg');
  return {
    id,
    at,
    begin,
    take,
    takePhotograph,
    read: () => officer.call('GET', at),
    miss: (slot: string, reason: string) => officer.call('PUT', `${at}/missing/${slot}`, { reason }),
    finish: () => officer.call('POST', `${at}/finish`),
    abandon: () => officer.call('POST', `${at}/abandon`),
    /** Everything that is to be taken, by the simulated device. */
    async takeAll(variant: number) {
      await takePhotograph(variant);
      await take('signature', SIGNATURE);
      for (const slot of [...FINGERS, ...IRISES]) await take(slot, simulatedFile(slot, randomBytes(300)));
    },
    /** From the beginning to the end. */
    async record(variant: number) {
      await begin();
      await this.takeAll(variant);
      return this.finish();
    },
  };
}
