/** A piece of a mail's text: words, or an address that may be followed. */
export type MailPart = { readonly text: string } | { readonly href: string };

/** Finds the addresses of one origin. Any other address stays words: the page must lead nowhere but to our wallet. */
export function mailParts(text: string, origin: string): MailPart[] {
  return text
    .split(/(https?:\/\/\S+)/)
    .filter((part) => part !== '')
    .map((part) => (originOf(part) === origin ? { href: part } : { text: part }));
}

function originOf(text: string): string | undefined {
  try {
    return new URL(text).origin;
  } catch {
    return undefined;
  }
}
