import type { ResidentId } from '@jatidiri/core/registry/model.ts';
import { type Sql, statement } from '../platform/db/database.ts';
import type { LoginConsent } from './loginStore.ts';

export type StandingLogin = LoginConsent & { readonly until: Date };

const STANDING = statement(
  'login.standing',
  `select consent.grant_id as "grantId", consent.resident_id as resident, consent.client, consent.partner,
     consent.asker, consent.purpose, consent.attributes, consent.acr, consent.at, max(kept.expires_at) as until
   from login_consent consent join login_artifact kept on kept.grant_id = consent.grant_id
   where consent.resident_id = $1 and kept.kind = 'RefreshToken' and kept.consumed_at is null
     and kept.expires_at > $2
   group by consent.grant_id order by consent.at desc limit $3`,
);
const END = statement(
  'login.endStanding',
  `delete from login_artifact where grant_id = $1 or (kind = 'Grant' and id = $2) returning kind`,
);

/** What stands: logins with a refresh token that still works. */
export async function listStanding(
  sql: Sql,
  resident: ResidentId,
  now: Date,
  limit: number,
): Promise<StandingLogin[]> {
  return sql.query<StandingLogin>(STANDING, [resident, now, limit]);
}

/** Takes the grant and everything that was issued under it; false when there was nothing left. */
export async function endGrant(sql: Sql, grantId: string, grantKey: Buffer): Promise<boolean> {
  return (await sql.query(END, [grantId, grantKey])).length > 0;
}
