export { administerOffices } from './administerOffices.ts';
export { officerActor } from './authority.ts';
export { openDemoDesk } from './demoDesk.ts';
export { createDemoAuthorities, createDemoOffices, listDemoOfficers } from './demoOffices.ts';
export { findSigningKey } from './deviceStore.ts';
export { officeNames, officesByWilayah } from './officeNames.ts';
export { officeRegion, officerBefore, officerById, officersOnDuty, signatoryOf } from './officerStore.ts';
export { type GuardDeps, requireOfficer } from './requireOfficer.ts';
export { officeRoutes } from './routes.ts';
