import { thinLine } from '../../shared/api.ts';
import type { Wallet } from '../wallet.ts';

/**
 * The card comes first: copies for verifiers are fetched when it has been on the screen for a moment, and on a thin line
 * not before somebody asks for one.
 */
const WAIT_MS = 4_000;

/** Answers how to call it off. */
export function renewCopiesLater(wallet: Wallet): () => void {
  const timer = setInterval(() => {
    if (thinLine.value) return;
    clearInterval(timer);
    // What fails here is tried again at the next unlocking, and before the next presentation.
    void import('../copies/renewCopies.ts').then(({ renewCopies }) => renewCopies(wallet)).catch(() => {});
  }, WAIT_MS);
  return () => clearInterval(timer);
}
