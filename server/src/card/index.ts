export { SEALED_RECEIPTS } from './cardStore.ts';
export { cardPdf } from './drawing/cardPdf.ts';
export { cardSvg } from './drawing/cardSvg.ts';
export { followWithdrawals } from './followWithdrawals.ts';
export { claimBlank, giveBlankBack, moveStock } from './moveStock.ts';
export { cardRoutes } from './routes.ts';
