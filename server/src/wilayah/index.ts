export type { WilayahTree } from '@jatidiri/core/wilayah/tree.ts';
export { importWilayah, loadWilayah } from './loadWilayah.ts';
export { wilayahRoutes } from './routes.ts';
