export { type DemoIdentity, demoIdentity, demoResident } from './demoIdentity.ts';
export { controlRoutes } from './routes.ts';
