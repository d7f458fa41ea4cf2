import type { IsoDate } from '@jatidiri/core/kit/date.ts';

export function latest(one: IsoDate, other: IsoDate): IsoDate {
  return one < other ? other : one;
}
