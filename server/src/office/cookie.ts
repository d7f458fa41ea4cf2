import { SESSION_LONGEST_MS } from '@jatidiri/core/office/rules.ts';
import { sessionCookie } from '../platform/http/sessionCookie.ts';

/** The desk's session. */
export const deskCookie = (deskOrigin: string) => sessionCookie('officer', SESSION_LONGEST_MS, deskOrigin);
