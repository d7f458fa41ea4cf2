import { type FamilyCredentialsReply, KiaPassesReply } from '@jatidiri/core/issuance/familyWire.ts';
import * as v from 'valibot';
import { alone } from '../../shared/alone.ts';
import { makeSigningKey } from '../../shared/signingKey.ts';
import type { Wallet } from '../wallet.ts';
import { kiaId, openPassStore } from './passStore.ts';
import { readKia } from './readFamily.ts';

type Child = FamilyCredentialsReply['children'][number];

/** How many passes are taken at once, and below how many unseen ones more are fetched. */
const PASSES = 5;
const FEWEST = 2;

/** Fetches passes of a child's KIA when few are left that no counter has seen. What goes wrong is tried again next time. */
export function renewPasses(
  { handset, vault }: Pick<Wallet, 'handset' | 'vault'>,
  child: Child,
  children: readonly Child[],
): Promise<void> {
  return alone('renew-kia-passes', async () => {
    const store = openPassStore(handset.store, vault, handset.clock.now);
    const kia = kiaId(child.sdJwtVc);
    if (!vault.unlocked.value || (await store.unused(kia)) >= FEWEST) return;
    const made = await Promise.all(Array.from({ length: PASSES }, makeSigningKey));
    const answer = await handset.call({
      method: 'POST',
      path: '/api/issuance/family/passes',
      body: { nik: readKia(child.sdJwtVc).nik, keys: made.map(({ jwk }) => jwk) },
      parse: (body) => v.parse(KiaPassesReply, body),
    });
    if (!answer.ok || !vault.unlocked.value) return;
    const { passes, validUntil } = answer.value;
    const received = passes.map((issued, i) => ({ kia, keyId: made[i]!.jwk.x, issued, validUntil, uses: 0 }));
    const keys = Object.fromEntries(made.map(({ jwk, privateKey }) => [jwk.x, privateKey]));
    const held = children.map(({ sdJwtVc }) => kiaId(sdJwtVc));
    await store.keep(received, keys, held);
  });
}
