export { cardPdf } from './drawing/cardPdf.ts';
export { cardSvg } from './drawing/cardSvg.ts';
