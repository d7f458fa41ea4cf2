export { BACKUP_KEY } from './deps.ts';
export { fieldRoutes } from './routes.ts';
