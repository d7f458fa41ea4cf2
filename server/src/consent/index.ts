export { consentsOf, type OwnConsents } from './ownConsents.ts';
export { partnerRoutes } from './partnerRoutes.ts';
export { portalGrantRoutes } from './portalRoutes.ts';
export { toOwnConsents } from './replies.ts';
export { followAnswers } from './settle.ts';
export { walletRoutes } from './walletRoutes.ts';
