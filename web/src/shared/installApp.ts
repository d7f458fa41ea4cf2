import { pauseAfter } from './pauseAfter.ts';

/**
 * Makes the entry usable without a network. A new version that was loaded in the background takes over when
 * the app is opened, never under the hands of a person who is filling in a form.
 */
export async function installApp(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  try {
    const registration = await register();
    if (!registration.waiting || !navigator.serviceWorker.controller) return;
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    registration.waiting.postMessage('take-over');
  } catch {
    // Refused by the browser (a private window, for one): the app works, with a network.
  }
}

const TRIES = 4;

async function register(tries = 1): Promise<ServiceWorkerRegistration> {
  try {
    return await navigator.serviceWorker.register('/sw.js');
  } catch (fault) {
    if (tries === TRIES) throw fault;
    await pauseAfter(tries);
    return register(tries + 1);
  }
}
