import type { Slot } from '@jatidiri/core/recording/model.ts';
import { SIMULATED_DEVICE, simulatedFile } from '@jatidiri/core/recording/simulatedDevice.ts';

/** Whatever takes fingers and eyes at this desk, and gives files of ISO/IEC 19794 or 39794. */
export interface BiometricDevice {
  readonly name: string;
  take(slot: Slot): Promise<Blob>;
}

const NOISE_BYTES = 2_000;
const BINARY = { type: 'application/octet-stream' };

/** A demonstration's: a true header, a word that says it is synthetic, and noise. */
export const simulatedDevice: BiometricDevice = {
  name: SIMULATED_DEVICE,
  take: async (slot) =>
    new Blob([simulatedFile(slot, crypto.getRandomValues(new Uint8Array(NOISE_BYTES)))], BINARY),
};

/** What another program of this computer took, as the file that it wrote. */
export const fromFile = (file: Blob): Blob => new Blob([file], BINARY);
