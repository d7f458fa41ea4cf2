import type { Handset } from '../handset/handset.ts';

/** The line is left to whoever is filling in a form. */
const WAIT_MS = 15_000;

/** Whoever has installed the app takes it along to places without a network: what is needed there is fetched now. */
export function readyOnceInstalled(handset: Pick<Handset, 'store'>): void {
  const prepare = () =>
    // What fails here is tried again at the next opening, and can be asked for by hand.
    void import('./fieldPages.ts').then(({ getReady }) => getReady(handset)).catch(() => {});
  if (matchMedia('(display-mode: standalone)').matches) setTimeout(prepare, WAIT_MS);
  else addEventListener('appinstalled', prepare, { once: true });
}
