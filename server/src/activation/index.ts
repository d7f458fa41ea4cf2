export { attest } from './attest.ts';
export { holdIdentity, moveIdentity } from './commandIdentity.ts';
export { type DeskDeps, deskRoutes } from './deskRoutes.ts';
export { endIdentity } from './endIdentity.ts';
export { findSelfie } from './evidenceStore.ts';
export { takeSelfie } from './handset.ts';
export { residentOn } from './residentOn.ts';
export { walletRoutes } from './routes.ts';
export { SEND_CONFIRMATION, sendConfirmation } from './sendConfirmation.ts';
export { startActivation } from './startActivation.ts';
export {
  activatedBy,
  type Credited,
  endedBy,
  findActivation,
  findClaiming,
  findIdentityOnDevice,
  identitiesOf,
} from './store.ts';
export { takeEarlierActivations } from './takeEarlierActivations.ts';
export { expireLapsed, followDeaths } from './upkeep.ts';
