export { type AuthorityDeps, keepAuthority, rotateIssuer } from './authority.ts';
export { followEndings } from './followEndings.ts';
export { issuanceRoutes } from './routes.ts';
