import { type Sealer, type SealingKeys, sealer } from '../platform/keys/sealer.ts';

export const TEMPLATE_KEY = 'face-templates';

/** Templates lie in the database under a key of their own; the context is the id. */
export const templateSealer = (keys: SealingKeys): Sealer => sealer(keys, TEMPLATE_KEY);
