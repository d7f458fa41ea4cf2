export { documentRoutes } from './routes.ts';
export { forgetPhotocopies } from './upkeep.ts';
