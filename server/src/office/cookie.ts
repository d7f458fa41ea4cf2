import { SESSION_LONGEST_MS } from '@jatidiri/core/office/rules.ts';
import { digestOf } from './secret.ts';

/** The desk's session; out of reach for scripts, and never sent by another site's page. */
const NAME = 'officer';

export function sessionCookie(token: string, deskOrigin: string): string {
  return `${NAME}=${token}; Max-Age=${SESSION_LONGEST_MS / 1000}; ${attributes(deskOrigin)}`;
}

export function emptyCookie(deskOrigin: string): string {
  return `${NAME}=; Max-Age=0; ${attributes(deskOrigin)}`;
}

/** The digest of the token in a request's `Cookie` header (RFC 6265 section 4.2.1). */
export function sessionDigest(header: string | undefined): Buffer | undefined {
  for (const pair of header?.split(';') ?? []) {
    const [name, value] = pair.trim().split('=', 2);
    if (name === NAME && value) return digestOf(value);
  }
  return undefined;
}

/** `Secure` except on a plain-http desk, which browsers allow on localhost alone. */
function attributes(deskOrigin: string): string {
  const secure = deskOrigin.startsWith('https:') ? '; Secure' : '';
  return `Path=/api; HttpOnly; SameSite=Strict${secure}`;
}
