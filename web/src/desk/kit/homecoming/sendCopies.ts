import { ok, type Result } from '@jatidiri/core/kit/result.ts';
import type { ApiRefusal } from '../../../shared/api.ts';
import type { Session } from '../../session/session.ts';
import type { Backup } from '../entries/backup.ts';
import { sendBackup } from '../kitApi.ts';

/** Copies that only the server can read: of a kit whose session has ended, or out of a file. One after the other. */
export async function sendCopies(
  session: Pick<Session, 'call'>,
  { kit, jwes }: Backup,
  onSent: (count: number) => void,
): Promise<Result<null, ApiRefusal>> {
  for (const [index, jwe] of jwes.entries()) {
    const sent = await sendBackup(session, kit, jwe);
    if (!sent.ok) return sent;
    onSent(index + 1);
  }
  return ok(null);
}
