import type { HolderTools } from '@jatidiri/core/holder/model.ts';
import { webSuite } from '@jatidiri/core/kit/webSuite.ts';
import type { Wallet } from '../wallet.ts';
import { type CopyStore, openCopyStore } from './copyStore.ts';
import { sendFrom } from './send.ts';

/** The holder's rules on this handset: loaded when they are first needed, not with the first page. */
export interface Holder {
  readonly tools: HolderTools;
  readonly store: CopyStore;
}

export function openHolder({ handset, vault }: Pick<Wallet, 'handset' | 'vault'>): Holder {
  const { subtle } = crypto;
  return {
    tools: {
      suite: webSuite(subtle),
      subtle,
      send: sendFrom(handset),
      now: handset.clock.now,
      random: (size) => crypto.getRandomValues(new Uint8Array(size)),
    },
    store: openCopyStore(handset.store, vault, handset.clock.now),
  };
}
