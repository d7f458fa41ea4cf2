export { deskRoutes } from './deskRoutes.ts';
export { walletRoutes } from './routes.ts';
