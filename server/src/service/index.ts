export { deskRoutes } from './deskRoutes.ts';
export { followEnds } from './followEnds.ts';
export { climbOverdue, sweepPapers } from './upkeep.ts';
export { walletRoutes } from './walletRoutes.ts';
