export { servesAt } from './readSessions.ts';
export { outreachRoutes } from './routes.ts';
export { takeEarlierSession } from './takeEarlierSession.ts';
