export { type DemoIdentity, demoIdentity, demoResident } from './demoIdentity.ts';
export { drawPortrait } from './drawPortrait.ts';
export { controlRoutes } from './routes.ts';
