import type { BadgeTrust } from '@jatidiri/core/badge/verifyBadge.ts';

/** Whom a page believes when it checks an officer. */
export type OfficerTrust = Pick<BadgeTrust, 'verifyIssuer' | 'verifySession'>;
