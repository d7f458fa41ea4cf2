import type { RegionFigures } from '@jatidiri/core/coverage/wire.ts';

export const COLUMNS = [
  'name',
  'ikdActive',
  'wajibKtp',
  'recorded',
  'coverage',
  'attainment',
  'gap',
] as const;
export type Column = (typeof COLUMNS)[number];

export interface Order {
  readonly by: Column;
  readonly direction: 'ascending' | 'descending';
}

/** Names begin with A, numbers with the greatest. */
export function startOf(by: Column): Order {
  return { by, direction: by === 'name' ? 'ascending' : 'descending' };
}

/** The same column again turns the order round. */
export function pressed(order: Order, by: Column): Order {
  if (order.by !== by) return startOf(by);
  return { by, direction: order.direction === 'ascending' ? 'descending' : 'ascending' };
}

export function gapOf(region: RegionFigures): number {
  return Math.max(region.activeAtTarget - region.ikdActive, 0);
}

export function sorted(regions: readonly RegionFigures[], { by, direction }: Order): RegionFigures[] {
  const turn = direction === 'ascending' ? 1 : -1;
  return [...regions].sort(
    (one, other) => turn * compare(one, other, by) || (one.code < other.code ? -1 : 1),
  );
}

function compare(one: RegionFigures, other: RegionFigures, by: Column): number {
  return by === 'name' ? one.name.localeCompare(other.name, 'id') : numberIn(one, by) - numberIn(other, by);
}

function numberIn(region: RegionFigures, by: Exclude<Column, 'name'>): number {
  switch (by) {
    case 'coverage':
      return region.coverageOfWajibKtp.ratio ?? -1;
    case 'attainment':
      return region.targetAttainment.ratio ?? -1;
    case 'gap':
      return gapOf(region);
    default:
      return region[by];
  }
}
