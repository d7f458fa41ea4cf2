/** Numbers that are missing, both ends among them. */
export interface Gap {
  readonly from: number;
  readonly to: number;
}

/**
 * What is missing among the numbers of a kit's entries: below the highest one that is known, and up to the last one
 * that the kit says it wrote.
 * @param numbers in any order, repeated at will
 */
export function gapsIn(numbers: Iterable<number>, lastWritten = 0): Gap[] {
  const gaps: Gap[] = [];
  let next = 1;
  for (const n of [...new Set(numbers)].sort((a, b) => a - b)) {
    if (n > next) gaps.push({ from: next, to: n - 1 });
    next = n + 1;
  }
  if (lastWritten >= next) gaps.push({ from: next, to: lastWritten });
  return gaps;
}
