import { contains, type Wilayah, type WilayahCode } from '@jatidiri/core/wilayah/model.ts';
import type { FiguresDeps } from './readFigures.ts';

/** A region of today within the province that is served. */
export function findRegion(
  { wilayah, province }: Pick<FiguresDeps, 'wilayah' | 'province'>,
  code: string,
): Wilayah | undefined {
  const region = contains(province, code as WilayahCode) ? wilayah.find(code as WilayahCode) : undefined;
  return region?.validUntil === null ? region : undefined;
}
