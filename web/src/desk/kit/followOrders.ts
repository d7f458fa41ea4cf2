import type { Kit } from './kit.ts';
import { askOrder } from './kitApi.ts';

const ASK_EVERY_MS = 5 * 60_000;

/**
 * An order of the office reaches the kit at its next contact, on whatever page, locked or open: no officer has to sign in
 * for it. What was not sent stays for the server's eyes, and can be sent afterwards.
 */
export function followOrders(kit: Kit): void {
  async function ask(): Promise<void> {
    const { value } = kit.state;
    if (!navigator.onLine || value.kind === 'absent' || value.kind === 'over') return;
    const order = await askOrder(value.about.kit);
    if (order.ok && order.value.erase) await kit.dismiss();
  }
  void ask();
  addEventListener('online', ask);
  setInterval(ask, ASK_EVERY_MS);
}
