import type { Slot } from '@jatidiri/core/recording/model.ts';
import type { KeyStore } from '../platform/keys/keyStore.ts';
import { type Sealer, sealer } from '../platform/keys/sealer.ts';

type Keys = Pick<KeyStore, 'secret'>;

/** Photographs have a key of their own: cards, activation and the field read them, and nothing else that was taken. */
export const photographSealer = (keys: Keys): Sealer => sealer(keys, 'recorded-photographs');

/** Fingerprints, irises and signatures: specially protected data. */
export const biometricSealer = (keys: Keys): Sealer => sealer(keys, 'biometrics');

/** Whose piece and which: what lies in one row does not open in another. */
export const pieceContext = (capture: string, slot: Slot): string => `${capture} ${slot}`;
