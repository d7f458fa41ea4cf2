export { recoveryDeskRoutes } from './deskRoutes.ts';
export { recoveryPublicRoutes } from './publicRoutes.ts';
export { recoverySecrets } from './secrets.ts';
export { TELL_RESIDENT, tellResident } from './tell.ts';
export { expireRecoveries } from './upkeep.ts';
export { recoveryWalletRoutes } from './walletRoutes.ts';
