import { qrReader } from '../../shared/qr/readQr.ts';
import { storeLoaded } from '../../shared/storeLoaded.ts';
import type { Handset } from '../handset/handset.ts';
import { learnRoots } from './roots.ts';

/** Brings onto this handset what a meeting without a network needs besides the pages: the scanner, and whom to believe. */
export async function getReady({ store }: Pick<Handset, 'store'>): Promise<boolean> {
  await qrReader();
  return (await learnRoots(store)) && (await storeLoaded());
}
