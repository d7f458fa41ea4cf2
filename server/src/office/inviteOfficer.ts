import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { Office, Officer } from '@jatidiri/core/office/model.ts';
import type { OfficeRefusalCode } from '@jatidiri/core/office/refusals.ts';
import { INVITATION_LASTS_MS } from '@jatidiri/core/office/rules.ts';
import type { InvitationReply } from '@jatidiri/core/office/wire.ts';
import { append } from '../ledger/index.ts';
import type { Sql } from '../platform/db/database.ts';
import { newInvitationCode } from '../platform/secret.ts';
import { type Authority, actorOf, checkAuthority } from './authority.ts';
import type { OfficeDeps } from './deps.ts';
import { closeInvitationsOf, insertInvitation } from './invitationStore.ts';
import { insertOfficer, lockOfficer } from './officerStore.ts';

type Deps = Pick<OfficeDeps, 'database' | 'now' | 'newId'>;

/** A new officer, and the code with which they register their first device. The code is shown once. */
export async function inviteOfficer(
  deps: Deps,
  by: Authority,
  office: Office,
  { name, role }: Pick<Officer, 'name' | 'role'>,
): Promise<InvitationReply> {
  const officer = { id: deps.newId(), name, role, office, state: 'invited' as const, demo: false };
  return deps.database.write(async (sql) => {
    const entry = await append(deps, sql, {
      kind: 'office/officer-added',
      subject: null,
      actor: actorOf(by),
      details: { officer: officer.id, office: office.id, role },
    });
    await insertOfficer(sql, officer, entry);
    return issueInvitation(deps, sql, by, officer);
  });
}

/** A code for another device, or because the first one is lost. It replaces any code that is still open. */
export async function inviteAgain(
  deps: Deps,
  by: Authority,
  officerId: string,
): Promise<Result<InvitationReply, Refusal<OfficeRefusalCode>>> {
  return deps.database.write(async (sql) => {
    const officer = await lockOfficer(sql, officerId);
    if (!officer) return refuse({ code: 'office/unknown-officer' });
    const allowed = checkAuthority(by, officer, 'invite');
    if (!allowed.ok) return allowed;
    if (officer.state === 'suspended') return refuse({ code: 'office/suspended' });
    return ok(await issueInvitation(deps, sql, by, officer));
  });
}

async function issueInvitation(deps: Deps, sql: Sql, by: Authority, officer: Officer) {
  const code = newInvitationCode();
  const expiresAt = new Date(deps.now().getTime() + INVITATION_LASTS_MS);
  const entry = await append(deps, sql, {
    kind: 'office/officer-invited',
    subject: null,
    actor: actorOf(by),
    details: { officer: officer.id },
  });
  await closeInvitationsOf(sql, officer.id, entry);
  await insertInvitation(sql, { codeDigest: code.digest, officer: officer.id, expiresAt }, entry);
  return { officer: officer.id, code: code.value, expiresAt: expiresAt.toISOString() };
}
