import { append } from '../ledger/index.ts';
import { officerActor } from './authority.ts';
import type { OfficeDeps } from './deps.ts';
import { endSession, findSession } from './sessionStore.ts';

/** Ends the session of this browser; one that is over already stays over. */
export async function signOutOfficer(
  deps: Pick<OfficeDeps, 'database' | 'now' | 'newId'>,
  token: Buffer | undefined,
): Promise<void> {
  if (!token) return;
  await deps.database.write(async (sql) => {
    const session = await findSession(sql, token);
    if (!session) return;
    const { officer, deviceKey } = session;
    await append(deps, sql, {
      kind: 'office/signed-out',
      subject: null,
      actor: officerActor(officer),
      details: { device: deviceKey },
    });
    await endSession(sql, token);
  });
}
