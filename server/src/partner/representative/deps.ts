import type { Tracing } from '../../ledger/index.ts';
import type { Database } from '../../platform/db/database.ts';
import { type SessionCookie, sessionCookie } from '../../platform/http/sessionCookie.ts';
import type { RelyingParty } from '../../platform/passkey/ceremony.ts';

/** What signing representatives in needs from the world. */
export interface RepresentativeDeps extends Tracing {
  readonly database: Database;
  readonly origins: { readonly partner: string };
  /** Only then do the codes of demonstration partners work. */
  readonly demo: boolean;
}

const SESSION_LONGEST_MS = 12 * 3_600_000;

/** The partner portal as passkeys know it. */
export const portalParty = ({ partner }: RepresentativeDeps['origins']): RelyingParty => ({
  name: 'Jatidiri – Portal Mitra',
  origin: partner,
});

export const portalCookie = ({ partner }: RepresentativeDeps['origins']): SessionCookie =>
  sessionCookie('representative', SESSION_LONGEST_MS, partner);
