export { attest } from './attest.ts';
export { holdIdentity, moveIdentity } from './commandIdentity.ts';
export { activateInField, type FieldCase, refuseInField, takeBackInField } from './decideInField.ts';
export { type DeskDeps, deskRoutes } from './deskRoutes.ts';
export { endIdentity } from './endIdentity.ts';
export { findSelfie, type Selfie } from './evidenceStore.ts';
export { takeSelfie } from './handset.ts';
export { residentOn } from './residentOn.ts';
export { walletRoutes } from './routes.ts';
export { readSelfie } from './selfieImage.ts';
export { SEND_CONFIRMATION, sendConfirmation } from './sendConfirmation.ts';
export { type Message, NEVER_ASKED, type NoticeDeps, sendNotice } from './sendNotice.ts';
export type { SharingPolicy } from './shareHandset.ts';
export { startActivation } from './startActivation.ts';
export {
  activatedBy,
  brokenPromise,
  type Credited,
  endedBy,
  findActivation,
  findClaiming,
  findIdentityOnDevice,
  holdersAmong,
  identitiesOf,
  lockActivation,
  lockClaiming,
} from './store.ts';
export { takeEarlierActivations } from './takeEarlierActivations.ts';
export { expireLapsed, followDeaths } from './upkeep.ts';
