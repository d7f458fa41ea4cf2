/** Fewer people than these are not published. */
export const SMALLEST_GROUP = 10;

/** A count that may be published. */
export interface ReleaseCell {
  readonly id: string;
  readonly value: number;
  /** What was published of it last; null: nothing yet. */
  readonly last: number | null;
  /** Public anyway, whatever its size. */
  readonly open?: boolean;
}

/** A whole and the parts that make it up: what anybody can subtract. */
export interface Sum {
  readonly whole: string;
  readonly parts: readonly string[];
}

/**
 * Which cells stay unpublished, so that no group of 1 to 9 people can be seen: neither by itself, nor as what is left
 * when the published parts are taken from the whole, nor as the change since the last publication. Beside each small
 * cell its smallest neighbours are withheld until what is left stands for ten people and ten changes at least, or for
 * the whole.
 */
export function withheld(cells: readonly ReleaseCell[], sums: readonly Sum[]): ReadonlySet<string> {
  const byId = new Map(cells.map((cell) => [cell.id, cell]));
  const hidden = new Set(cells.filter((cell) => !cell.open && isSmall(cell)).map(({ id }) => id));
  for (let before = -1; before !== hidden.size; ) {
    before = hidden.size;
    for (const sum of sums) protect(sum, byId, hidden);
  }
  return hidden;
}

function isSmall({ value, last }: Pick<ReleaseCell, 'value' | 'last'>): boolean {
  return isFew(value) || (last !== null && isFew(Math.abs(value - last)));
}

function isFew(n: number): boolean {
  return n > 0 && n < SMALLEST_GROUP;
}

/** A count that stands in no sum; null when it is of 1 to 9 people. */
export function unlessFew(n: number): number | null {
  return isFew(n) ? null : n;
}

function protect({ whole, parts }: Sum, byId: ReadonlyMap<string, ReleaseCell>, hidden: Set<string>): void {
  for (;;) {
    const left = parts.filter((id) => hidden.has(id)).map((id) => byId.get(id)!);
    if (left.length === 0 && !hidden.has(whole)) return;
    if (!hidden.has(whole) && left.length > 1 && !isSmall(together(left))) return;
    if (hidden.has(whole) && left.length > 0) return;
    const next = parts
      .filter((id) => !hidden.has(id) && !byId.get(id)!.open)
      .sort((one, other) => byId.get(one)!.value - byId.get(other)!.value)[0];
    if (next === undefined) return;
    hidden.add(next);
  }
}

/** What is left of a whole when its published parts are taken away. */
function together(left: readonly ReleaseCell[]): Pick<ReleaseCell, 'value' | 'last'> {
  const sum = (of: (cell: ReleaseCell) => number) => left.reduce((total, cell) => total + of(cell), 0);
  const known = left.every(({ last }) => last !== null);
  return { value: sum(({ value }) => value), last: known ? sum(({ last }) => last!) : null };
}
