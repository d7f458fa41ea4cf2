export { deathsKnownTo } from './deathsKnownTo.ts';
export { childrenOf, type Guardian, guardiansOf } from './relations.ts';
export { familyRoutes } from './routes.ts';
