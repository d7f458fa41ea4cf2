export { type AuthorityDeps, keepAuthority, rotateIssuer } from './authority.ts';
export { certifySession } from './certifySession.ts';
export { type IssuanceDeps, issuanceDeps, type WalletPolicy } from './deps.ts';
export { followIdentities } from './followIdentities.ts';
export { activeOrRefused, issueWith } from './issuable.ts';
export type { IssueDeps } from './issueIkd.ts';
export { makeOffer } from './openid4vci/makeOffer.ts';
export { readProgress } from './openid4vci/readProgress.ts';
export { sweepIssuance } from './openid4vci/sweepIssuance.ts';
export {
  blockOf,
  type ProvisionalBlock,
  revokeBlock,
  takeBlock,
} from './provisionalStore.ts';
export { kiaQrReader } from './readKiaQr.ts';
export { readTrust } from './readTrust.ts';
export { issuanceRoutes } from './routes.ts';
export { subjectOf } from './signIkd.ts';
export { type PublishedList, statusLists } from './statusLists.ts';
export { holderOf, randomIndex } from './statusStore.ts';
export { withdrawCopies } from './withdrawCopies.ts';
