import { digestOf } from '../secret.ts';

/** Where a session's token lives in a browser: out of reach for scripts, and never sent by another site's page. */
export interface SessionCookie {
  /** The value of `Set-Cookie`. */
  set(token: string): string;
  empty(): string;
  /** The digest of the token in a request's `Cookie` header (RFC 6265 section 4.2.1). */
  digestIn(header: string | undefined): Buffer | undefined;
}

export function sessionCookie(name: string, longestMs: number, origin: string): SessionCookie {
  // `Secure` except on a plain-http page, which browsers allow on localhost alone.
  const secure = origin.startsWith('https:') ? '; Secure' : '';
  const attributes = `Path=/api; HttpOnly; SameSite=Strict${secure}`;
  return {
    set: (token) => `${name}=${token}; Max-Age=${longestMs / 1000}; ${attributes}`,
    empty: () => `${name}=; Max-Age=0; ${attributes}`,
    digestIn(header) {
      for (const pair of header?.split(';') ?? []) {
        const [known, value] = pair.trim().split('=', 2);
        if (known === name && value) return digestOf(value);
      }
      return undefined;
    },
  };
}
