import { pauseAfter } from './pauseAfter.ts';

/**
 * Makes the entry usable without a network. A new version that was loaded in the background takes over when
 * the app is opened, never under the hands of a person who is filling in a form.
 */
export async function installApp(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  try {
    const registration = await register();
    if (navigator.serviceWorker.controller) takeOver(registration);
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

/**
 * For a page of this version that can no longer be had: the newer version takes over, if one waits, and the page loads
 * anew. Answers whether one did.
 */
export async function takeNewVersion(): Promise<boolean> {
  const registration = await navigator.serviceWorker?.getRegistration();
  return registration !== undefined && takeOver(registration);
}

function takeOver({ waiting }: ServiceWorkerRegistration): boolean {
  if (!waiting) return false;
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  waiting.postMessage('take-over');
  return true;
}
