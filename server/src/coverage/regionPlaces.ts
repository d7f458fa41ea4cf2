import { ancestor, levelOf, type WilayahCode } from '@jatidiri/core/wilayah/model.ts';
import type { WilayahTree } from '../wilayah/index.ts';

const LEVELS = ['provinsi', 'kabupatenKota', 'kecamatan', 'kelurahanDesa'] as const;

/** The regions above one, the province first. */
export function placesAbove(wilayah: WilayahTree, code: WilayahCode): { code: WilayahCode; name: string }[] {
  return LEVELS.slice(0, LEVELS.indexOf(levelOf(code)))
    .map((level) => ancestor(code, level))
    .map((above) => ({ code: above, name: wilayah.find(above)?.name ?? above }));
}
