export { clientFinder } from './clientFinder.ts';
export { loginRoutes } from './routes.ts';
export { sweepLogin } from './sweepLogin.ts';
