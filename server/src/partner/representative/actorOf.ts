import type { Actor } from '@jatidiri/core/ledger/model.ts';
import type { Representative } from './representativeStore.ts';

/** The institution acts, whoever speaks for it; which person it was stands in the entry's details. */
export const actorOf = ({ partner }: Pick<Representative, 'partner'>): Actor =>
  partner ? { kind: 'partner', partner } : { kind: 'stranger' };
