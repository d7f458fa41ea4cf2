export { clientFinder } from './clientFinder.ts';
export { residentBehind } from './residentBehind.ts';
export { loginRoutes } from './routes.ts';
export { sweepLogin } from './sweepLogin.ts';
