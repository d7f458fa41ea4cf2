/**
 * Makes the service worker keep every file that this page has loaded, also those that came before it was there. False
 * where there is no service worker: then nothing opens without a network.
 */
export async function storeLoaded(): Promise<boolean> {
  if (!('serviceWorker' in navigator) || !(await navigator.serviceWorker.getRegistration())) return false;
  await navigator.serviceWorker.ready;
  const loaded = performance.getEntriesByType('resource').map(({ name }) => new URL(name));
  const files = loaded.filter(
    ({ origin, pathname }) => origin === location.origin && pathname.startsWith('/assets/'),
  );
  const answers = await Promise.all(files.map(({ pathname }) => fetch(pathname).catch(() => undefined)));
  return answers.every((answer) => answer?.ok);
}
