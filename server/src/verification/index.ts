export { batchRoutes } from './matching/batchRoutes.ts';
export { matchRoutes } from './matching/matchRoutes.ts';
export { MATCH_BATCH } from './matching/takeBatch.ts';
export { keepMatching } from './matching/upkeep.ts';
export { workBatch } from './matching/workBatch.ts';
