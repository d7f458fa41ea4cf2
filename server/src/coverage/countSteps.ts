import { dayInKaltim } from '@jatidiri/core/kit/date.ts';
import type { ChainedEntry } from '@jatidiri/core/ledger/model.ts';
import { type Changes, inHistory, kabupatenOf } from './changes.ts';

/** The steps of an application in their order, and how it can end before the last. */
const STEPS: Readonly<Record<string, string>> = {
  'activation/started': 'started',
  'activation/selfieTaken': 'selfieTaken',
  'activation/attested': 'attested',
  'activation/activated': 'activated',
  'activation/refused': 'refused',
  'activation/cancelled': 'cancelled',
  'activation/expired': 'expired',
};

/** Counts how far applications come, from the entries alone: each names domicile and, for a refusal, its reason. */
export function countStep({ steps }: Changes, { kind, at, details }: ChainedEntry): void {
  if (kind === 'activation/start-refused' && typeof details.code === 'string') {
    // A stranger's try names no region.
    add(steps, ['-', inHistory(dayInKaltim(at)), 'startRefused', details.code]);
  }
  const step = STEPS[kind];
  if (!step || typeof details.domicile !== 'string') return;
  const reason = step === 'refused' && typeof details.reason === 'string' ? details.reason : '';
  add(steps, [kabupatenOf(details.domicile), inHistory(dayInKaltim(at)), step, reason]);
}

function add(steps: Changes['steps'], parts: readonly string[]): void {
  const key = parts.join(' ');
  steps.set(key, (steps.get(key) ?? 0) + 1);
}
