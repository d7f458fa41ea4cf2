import type { Stock } from '../card/model.ts';
import { STOCK_AFTER } from '../card/rules.ts';
import type { KiaCardState } from './model.ts';

type Steps = Partial<Record<KiaCardState, Partial<Stock>>>;

const STEPS: Partial<Record<KiaCardState, Steps>> = {
  printing: STOCK_AFTER,
  printed: { handedOver: { printed: -1 }, spoiled: { printed: -1 } },
};

/** What a step of a card does to the cupboard; undefined where a card in this state cannot take it. */
export const stockAfterStep = (from: KiaCardState, to: KiaCardState): Partial<Stock> | undefined =>
  STEPS[from]?.[to];
