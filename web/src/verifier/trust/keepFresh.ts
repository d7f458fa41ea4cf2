import type { ServerClock } from '../../shared/serverClock.ts';
import type { TrustKeeper } from './trustKeeper.ts';

const EVERY_MS = 5 * 60_000;

/** Renews when the app is opened or comes back, when a network appears, and now and then in between. */
export function keepFresh(trust: TrustKeeper, clock: Pick<ServerClock, 'now'>): void {
  let last = 0;
  function renew(): void {
    if (!navigator.onLine || document.hidden) return;
    last = clock.now().getTime();
    void trust.renew();
  }
  function renewIfDue(): void {
    if (Math.abs(clock.now().getTime() - last) >= EVERY_MS) renew();
  }
  renew();
  addEventListener('online', renew);
  document.addEventListener('visibilitychange', renewIfDue);
  setInterval(renewIfDue, EVERY_MS);
}
