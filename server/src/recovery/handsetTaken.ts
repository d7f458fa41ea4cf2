import { type Refusal, refuse } from '@jatidiri/core/kit/result.ts';
import { brokenPromise } from '../activation/index.ts';
import { asksForAnother } from './store.ts';

/** Two things came to one handset at the same moment, and the other was faster: that is an answer, every other error a fault. */
export function handsetTaken(error: unknown): {
  readonly ok: false;
  readonly refusal: Refusal<'activation/handset-busy'>;
} {
  if (brokenPromise(error) !== 'onePerHandset' && !asksForAnother(error)) throw error;
  return refuse({ code: 'activation/handset-busy' });
}
