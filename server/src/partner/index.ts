export { type AccessAuthorityDeps, keepPartnerRoot } from './accessAuthority.ts';
export { type AccessSigner, type AccessSigners, accessSigners } from './accessSigners.ts';
export { listedCardIssuers } from './cards/cardIssuerStore.ts';
export { cardIssuerRoutes } from './cards/routes.ts';
export {
  createDemoPartners,
  type DemoPartner,
  endDemoPartners,
  listDemoInstitutions,
} from './demoPartners.ts';
export { findClient, type RegisteredClient } from './findClient.ts';
export { readAccessTrust } from './readAccessTrust.ts';
export { recordUse } from './recordUse.ts';
export { requireRepresentative } from './representative/requireRepresentative.ts';
export { type PartnerCaller, partnerGuard, type RequirePartner } from './requirePartner.ts';
export { partnerRoutes } from './routes.ts';
export { sandboxCaller } from './sandboxCaller.ts';
export { closeMonths } from './statement/closeMonths.ts';
