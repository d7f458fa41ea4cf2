export { cardPdf } from './drawing/cardPdf.ts';
export { cardSvg } from './drawing/cardSvg.ts';
export { cardRoutes } from './routes.ts';
