import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { EntryId } from '@jatidiri/core/ledger/model.ts';
import type { Officer } from '@jatidiri/core/office/model.ts';
import type { OfficeRefusalCode } from '@jatidiri/core/office/refusals.ts';
import { append } from '../ledger/index.ts';
import type { Sql } from '../platform/db/database.ts';
import { type Authority, actorOf, checkAuthority } from './authority.ts';
import type { OfficeDeps } from './deps.ts';
import { revokeDevices } from './deviceStore.ts';
import { closeInvitationsOf } from './invitationStore.ts';
import { lockOfficer, replaceOfficerState } from './officerStore.ts';
import { hasPasskey } from './passkeyStore.ts';
import { endSessionsOf } from './sessionStore.ts';

type Deps = Pick<OfficeDeps, 'database' | 'now' | 'newId'>;

/**
 * Takes an officer off duty, or back on. Off duty means at once: sessions end, open codes close, and the signing keys,
 * which unlike a passkey ask for no fingerprint or PIN, are revoked for good.
 */
export async function suspendOfficer(
  deps: Deps,
  by: Authority,
  officerId: string,
  suspended: boolean,
): Promise<Result<null, Refusal<OfficeRefusalCode>>> {
  return deps.database.write(async (sql) => {
    const officer = await lockOfficer(sql, officerId);
    if (!officer) return refuse({ code: 'office/unknown-officer' });
    const allowed = checkAuthority(by, officer, 'suspend');
    if (!allowed.ok) return allowed;
    if ((officer.state === 'suspended') === suspended) return ok(null);

    const entry = await append(deps, sql, {
      kind: suspended ? 'office/officer-suspended' : 'office/officer-reinstated',
      subject: null,
      actor: actorOf(by),
      details: { officer: officer.id },
    });
    if (suspended) await shutOut(sql, officer, deps.now(), entry);
    else await replaceOfficerState(sql, officer.id, await stateBefore(sql, officer), entry);
    return ok(null);
  });
}

async function shutOut(sql: Sql, officer: Officer, now: Date, entry: EntryId): Promise<void> {
  await replaceOfficerState(sql, officer.id, 'suspended', entry);
  await endSessionsOf(sql, officer.id);
  await closeInvitationsOf(sql, officer.id, entry);
  await revokeDevices(sql, officer.id, now, entry);
}

async function stateBefore(sql: Sql, officer: Officer): Promise<Officer['state']> {
  return (await hasPasskey(sql, officer.id)) ? 'active' : 'invited';
}
