import type { EntryShown } from '@jatidiri/core/field/wire.ts';
import { type ReadonlySignal, signal } from '@preact/signals';
import * as v from 'valibot';
import type { KitStore } from '../store/kitStore.ts';

/** What the server said of an entry. No datum of a resident: it may lie unsealed, and outlive the session. */
export const KeptOutcome = v.object({
  kind: v.picklist(['accepted', 'waitsForPhoto', 'conflict', 'voided', 'givenUp']),
  code: v.optional(v.string()),
});
export type KeptOutcome = v.InferOutput<typeof KeptOutcome>;

/** As the server says it. */
export const keptOutcome = ({ kind, code }: EntryShown['outcome']): KeptOutcome =>
  code === null ? { kind } : { kind, code };

/** By the entry's number; an entry that is not among them has not arrived. */
export interface Outcomes {
  readonly of: ReadonlySignal<ReadonlyMap<number, KeptOutcome>>;
  keep(more: ReadonlyMap<number, KeptOutcome>): Promise<void>;
}

export async function openOutcomes(store: KitStore): Promise<Outcomes> {
  const kept = await store.all('outcomes');
  const of = signal<ReadonlyMap<number, KeptOutcome>>(
    new Map(kept.map(({ key, value }) => [Number(key), v.parse(KeptOutcome, value)])),
  );
  return {
    of,
    async keep(more) {
      if (more.size === 0) return;
      await store.write(
        [...more].map(([key, value]) => ({ kind: 'put', store: 'outcomes', key, value }) as const),
      );
      of.value = new Map([...of.value, ...more]);
    },
  };
}
