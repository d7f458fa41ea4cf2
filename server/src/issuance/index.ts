export { type AuthorityDeps, keepAuthority, rotateIssuer } from './authority.ts';
export { type IssuanceDeps, issuanceDeps } from './deps.ts';
export { followEndings } from './followEndings.ts';
export { forgetSpentNonces } from './openid4vci/forgetSpentNonces.ts';
export { makeOffer } from './openid4vci/makeOffer.ts';
export { readProgress } from './openid4vci/readProgress.ts';
export { readTrust } from './readTrust.ts';
export { issuanceRoutes } from './routes.ts';
