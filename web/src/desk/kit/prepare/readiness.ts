/** What this device has to offer before it leaves for the field. */

/** Room for two hundred people a day for a week: below this the kit warns. */
export const ROOM_NEEDED_BYTES = 300 * 1024 * 1024;
/** Clocks that differ by less are right. */
export const CLOCK_TOLERANCE_MS = 120_000;

export async function isPersisted(): Promise<boolean> {
  try {
    return (await navigator.storage.persisted()) === true;
  } catch {
    return false;
  }
}

export async function freeBytes(): Promise<number | undefined> {
  try {
    const { quota, usage } = await navigator.storage.estimate();
    return quota === undefined || usage === undefined ? undefined : Math.max(0, quota - usage);
  } catch {
    return undefined;
  }
}

/** The service worker has this entry's files, so that it opens without a network. */
export const opensOffline = (): boolean => Boolean(navigator.serviceWorker?.controller);

export const isInstalled = (): boolean => matchMedia('(display-mode: standalone)').matches;
