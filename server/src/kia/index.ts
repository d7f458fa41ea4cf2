export { type KiaEnding, takeEndings } from './endingStore.ts';
export { forgetPhotographs } from './forgetPhotographs.ts';
export { type KiaPhotograph, kiaPhotographs } from './kiaPhotograph.ts';
export { KIA_PHOTOGRAPH_KEY, SEALED_KIA_PHOTOGRAPHS } from './photographStore.ts';
export { kiaRoutes } from './routes.ts';
export type { ReadKiaQr } from './useOffer.ts';
