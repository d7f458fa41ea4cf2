/**
 * Where regions stand in a map of tiles, three side by side at most, by the last part of their codes: neighbours as
 * near to each other as so few columns allow, north above, `··` where nothing stands. Drawn up for this page; of the
 * borders between kecamatan of one kabupaten/kota about two thirds are edges of their tiles, and one in five a corner.
 */
const MAPS: Readonly<Record<string, readonly string[]>> = {
  '64': ['11 08 03', '07 02 74', '09 71 72', '01 ·· ··'],
  '64.01': ['07 08 06', '·· 01 05', '10 03 04', '·· 09 02'],
  '64.02': [
    '12 ·· ··',
    '10 ·· ··',
    '09 11 17',
    '08 07 16',
    '19 06 05',
    '18 02 04',
    '01 03 15',
    '·· 20 14',
    '·· ·· 13',
  ],
  '64.03': ['04 06 07', '09 05 11', '01 03 ··', '·· 10 02', '·· 13 12', '·· ·· 08'],
  '64.07': ['05 ·· ··', '15 19 ··', '16 07 18', '20 06 10', '08 09 13', '14 17 11', '·· ·· 12'],
  '64.08': ['08 16 11', '02 15 05', '07 09 10', '06 14 04', '18 17 12', '01 03 13'],
  '64.09': ['04 01 ··', '03 02 ··'],
  '64.11': ['04 05 01', '·· 03 02'],
  '64.71': ['02 03 01', '06 04 05'],
  '64.72': ['06 03 05', '·· 09 08', '·· 04 07', '10 02 01'],
  '64.74': ['03 01 ··', '·· 02 ··'],
};
const GAP = '··';

/** The children of a region row by row, null where a cell is empty; undefined where they have no such map. */
export function placeByNeighbours<Region extends { readonly code: string }>(
  parent: string,
  children: readonly Region[],
): readonly (Region | null)[] | undefined {
  const cells = MAPS[parent]?.flatMap((row) => row.split(' '));
  const byCode = new Map(children.map((child) => [child.code, child]));
  const placed = cells?.map((cell) => (cell === GAP ? null : (byCode.get(`${parent}.${cell}`) ?? null)));
  // A region that is newer than its map would be missing: better all of them in order.
  return placed?.filter((child) => child !== null).length === children.length ? placed : undefined;
}
