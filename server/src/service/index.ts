export { deskRoutes } from './deskRoutes.ts';
export { climbOverdue, sweepPapers } from './upkeep.ts';
export { walletRoutes } from './walletRoutes.ts';
