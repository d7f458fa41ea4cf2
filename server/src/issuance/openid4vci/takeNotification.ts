import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { Openid4vciRefusalCode } from '@jatidiri/core/openid4vci/refusals.ts';
import type { NotificationRequest } from '@jatidiri/core/openid4vci/wire.ts';
import { findActivation } from '../../activation/index.ts';
import { append, type Tracing } from '../../ledger/index.ts';
import type { Database } from '../../platform/db/database.ts';
import { lockCredentials, revokeCopies } from '../statusStore.ts';
import { walletOf } from './giveGrant.ts';
import { type Grant, lockResponse, noteEvent } from './grantStore.ts';
import { hashOf } from './secrets.ts';

/**
 * The wallet says what became of what it got (OpenID4VCI section 11). Copies that it did not keep are revoked. The
 * same again changes nothing.
 */
export function takeNotification(
  deps: Tracing & { readonly database: Database },
  grant: Grant,
  { notification_id, event }: Pick<NotificationRequest, 'notification_id' | 'event'>,
): Promise<Result<null, Refusal<Openid4vciRefusalCode>>> {
  return deps.database.write(async (sql) => {
    const response = await lockResponse(sql, hashOf(notification_id), grant.id);
    if (!response) return refuse({ code: 'openid4vci/notification-id' });
    if (response.notified === event) return ok(null);
    noteEvent(sql, response.id, event);
    await lockCredentials(sql, [grant.activation]);
    const revoked = event === 'credential_accepted' ? 0 : await revokeCopies(sql, response.id);
    const identity = await findActivation(sql, grant.activation);
    await append(deps, sql, {
      kind: 'issuance/wallet-notified',
      subject: identity!.resident,
      actor: walletOf(grant),
      details: { activation: grant.activation, grant: grant.id, event, revoked },
    });
    return ok(null);
  });
}
