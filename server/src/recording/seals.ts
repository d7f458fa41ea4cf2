import type { Slot } from '@jatidiri/core/recording/model.ts';
import { type Sealer, type SealingKeys, sealer } from '../platform/keys/sealer.ts';

export const PHOTOGRAPH_KEY = 'recorded-photographs';
export const BIOMETRIC_KEY = 'biometrics';

/** Photographs have a key of their own: cards, activation and the field read them, and nothing else that was taken. */
export const photographSealer = (keys: SealingKeys): Sealer => sealer(keys, PHOTOGRAPH_KEY);

/** Fingerprints, irises and signatures: specially protected data. */
export const biometricSealer = (keys: SealingKeys): Sealer => sealer(keys, BIOMETRIC_KEY);

/** Whose piece and which: what lies in one row does not open in another. */
export const pieceContext = (capture: string, slot: Slot): string => `${capture} ${slot}`;
