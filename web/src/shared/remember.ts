/** Small settings in localStorage. A browser that forbids storage forgets them, and nothing else happens. */
export function recall(key: string): string | undefined {
  try {
    return globalThis.localStorage?.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

export function remember(key: string, value: string): void {
  try {
    globalThis.localStorage?.setItem(key, value);
  } catch {
    // Storage is full or forbidden: the setting holds until the page is closed.
  }
}
