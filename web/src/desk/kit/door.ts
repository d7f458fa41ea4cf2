import { type ReadonlySignal, signal } from '@preact/signals';
import { whenIdle } from '../session/whenIdle.ts';
import { followOrders } from './followOrders.ts';
import { type Kit, openKit } from './kit.ts';
import { takeTurn } from './oneTab.ts';
import { openKitStore } from './store/kitStore.ts';

export type Door =
  | { readonly kind: 'closed' }
  /** Another tab is at work. */
  | { readonly kind: 'elsewhere' }
  /** The browser allows no storage. */
  | { readonly kind: 'forbidden' }
  | { readonly kind: 'here'; readonly kit: Kit };

const LOOK_EVERY_MS = 30_000;
/** Whoever takes an open kit away finds it locked soon. */
const LOCK_AFTER_MS = 5 * 60_000;

const state = signal<Door>({ kind: 'closed' });
export const door: ReadonlySignal<Door> = state;

let entered = false;

/** Opens this browser's kit, once in each tab. It waits for no server. */
export function enterKit(): void {
  if (entered) return;
  entered = true;
  void takeTurn(
    () => void open(),
    () => {
      state.value = { kind: 'elsewhere' };
    },
  );
}

async function open(): Promise<void> {
  const store = await openKitStore();
  if (!store.ok) {
    state.value = { kind: 'forbidden' };
    return;
  }
  const kit = await openKit(store.value);
  setInterval(() => void kit.tick(), LOOK_EVERY_MS);
  followOrders(kit);
  whenIdle(LOCK_AFTER_MS, kit.lock);
  state.value = { kind: 'here', kit };
}
