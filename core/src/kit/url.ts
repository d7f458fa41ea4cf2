/** An address, or undefined. `URL.parse` does the same, but telephones of 2024 do not have it yet. */
export function parseUrl(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}
