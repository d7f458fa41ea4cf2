/** A piece of a mail's text: words, or an address that may be followed. */
export type MailPart = { readonly text: string } | { readonly href: string };

/** Finds the addresses of our own origins. Any other address stays words: the page must lead nowhere else. */
export function mailParts(text: string, origins: readonly string[]): MailPart[] {
  return text
    .split(/(https?:\/\/\S+)/)
    .filter((part) => part !== '')
    .map((part) => (origins.includes(originOf(part) ?? '') ? { href: part } : { text: part }));
}

function originOf(text: string): string | undefined {
  try {
    return new URL(text).origin;
  } catch {
    return undefined;
  }
}
