import type { TrailReply } from '@jatidiri/core/rights/wire.ts';

export type Entry = TrailReply['entries'][number];

/** What stands in the list: one entry, or several of the wallet's own renewals in a row. */
export type Fold =
  | { readonly kind: 'entry'; readonly entry: Entry }
  | { readonly kind: 'renewals'; readonly entries: readonly Entry[] };

/** Fewer than these are read faster than unfolded. */
const FEWEST = 3;

/** Folds what the wallet does by itself, so that what others did with the data is not lost among it. Nothing is left out. */
export function foldEntries(entries: readonly Entry[]): Fold[] {
  const runs: Entry[][] = [];
  for (const entry of entries) {
    const run = runs.at(-1);
    if (run && isRenewal(entry) && isRenewal(run[0]!)) run.push(entry);
    else runs.push([entry]);
  }
  return runs.flatMap((run): Fold[] =>
    run.length >= FEWEST
      ? [{ kind: 'renewals', entries: run }]
      : run.map((entry) => ({ kind: 'entry', entry })),
  );
}

/** Copies that came, went and were confirmed, without anybody else having a part in it. */
function isRenewal({ kind, actor, contestable, objection }: Entry): boolean {
  const byItself = actor === 'resident' || actor === 'system';
  return kind.startsWith('issuance/') && byItself && !contestable && objection === null;
}
