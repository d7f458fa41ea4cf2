export { servesAt } from './readSessions.ts';
export { outreachRoutes } from './routes.ts';
export { findSession } from './store.ts';
export { takeEarlierSession } from './takeEarlierSession.ts';
export { joinTeam } from './team.ts';
