import type { Database } from '../../platform/db/database.ts';
import { findProgress } from './offerStore.ts';

/** How far a wallet has come with an offer. */
export interface OfferProgress {
  readonly state: 'offered' | 'expired' | 'locked' | 'authorized' | 'issued' | 'failed';
  /** What the wallet said went wrong (OpenID4VCI section 11.1), or `invalid_grant` for a locked offer. */
  readonly error?: string;
}

export async function readProgress(
  { database, now }: { database: Database; now: () => Date },
  offer: string,
): Promise<OfferProgress | undefined> {
  const found = await findProgress(database.read, offer);
  if (!found) return undefined;
  const { state, expiresAt, responses, notified } = found;
  if (state === 'locked') return { state: 'locked', error: 'invalid_grant' };
  if (state === 'offered') return { state: expiresAt > now() ? 'offered' : 'expired' };
  const failure = notified.find((event) => event !== 'credential_accepted');
  if (failure) return { state: 'failed', error: failure };
  return { state: responses > 0 ? 'issued' : 'authorized' };
}
