export { BACKUP_KEY } from './deps.ts';
export { forgetPhotos } from './forgetPhotos.ts';
export { fieldRoutes } from './routes.ts';
