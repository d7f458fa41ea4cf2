import type { Refusal, Result } from '@jatidiri/core/kit/result.ts';
import { accessOf } from '@jatidiri/core/partner/access.ts';
import type { Agreement, Client, Partner } from '@jatidiri/core/partner/model.ts';
import type { PartnerAccessRefusalCode } from '@jatidiri/core/partner/refusals.ts';
import type { Sql } from '../platform/db/database.ts';
import { findStanding } from './clientStore.ts';

/** What whoever signs clients in needs to know of one. */
export interface RegisteredClient {
  readonly client: Client;
  readonly partner: Partner;
  /** Under what it may act now, or why not: suspended, without an agreement, removed. */
  readonly access: Result<Agreement, Refusal<PartnerAccessRefusalCode>>;
}

/** Undefined: no client was ever registered under this `client_id`. */
export async function findClient(sql: Sql, id: string, now: Date): Promise<RegisteredClient | undefined> {
  const standing = await findStanding(sql, id);
  if (!standing) return undefined;
  return { client: standing.client, partner: standing.partner, access: accessOf(standing, now) };
}
