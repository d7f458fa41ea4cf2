export { deathsKnownTo } from './deathsKnownTo.ts';
export {
  eventsAbout,
  findEvent,
  isCorrected,
  lockEvent,
  peopleIn,
  type RecordedEvent,
} from './eventStore.ts';
export { childrenOf, type Guardian, guardiansOf } from './relations.ts';
export { familyRoutes } from './routes.ts';
