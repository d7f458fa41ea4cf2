export { type DeskDeps, deskRoutes } from './deskRoutes.ts';
export { findSelfie } from './evidenceStore.ts';
export { walletRoutes } from './routes.ts';
export { SEND_CONFIRMATION, sendConfirmation } from './sendConfirmation.ts';
export { activatedBy, type Credited, endedBy, findActivation, findIdentityOnDevice } from './store.ts';
export { takeEarlierActivations } from './takeEarlierActivations.ts';
export { expireLapsed, followDeaths } from './upkeep.ts';
