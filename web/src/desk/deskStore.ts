import { openStore, type Store } from '../shared/store.ts';

/**
 * What the desk keeps in the browser, by officer: several may share one computer. `keys`: the signing key of each.
 * `outbox`: signed decisions that the server has not acknowledged. Never a resident's data.
 */
const STORES = ['keys', 'outbox'] as const;

export type DeskStore = Store<(typeof STORES)[number]>;

export const openDeskStore = () => openStore({ database: 'desk', version: 1, stores: STORES });
