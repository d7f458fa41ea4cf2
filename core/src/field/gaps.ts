/** Numbers that follow each other, both ends among them. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

/**
 * What is missing among the numbers of a kit's entries: below the highest one that is here, and up to the last one
 * that the kit says it wrote.
 * @param runs what is here, in order and apart
 */
export function gapsIn(runs: readonly Run[], lastWritten = 0): Run[] {
  const gaps: Run[] = [];
  let next = 1;
  for (const { from, to } of runs) {
    if (from > next) gaps.push({ from: next, to: from - 1 });
    next = to + 1;
  }
  if (lastWritten >= next) gaps.push({ from: next, to: lastWritten });
  return gaps;
}
