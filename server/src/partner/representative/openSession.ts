import { SESSION_IDLE_MS } from '@jatidiri/core/office/rules.ts';
import { append } from '../../ledger/index.ts';
import type { Sql } from '../../platform/db/database.ts';
import { newSessionToken } from '../../platform/secret.ts';
import { actorOf } from './actorOf.ts';
import type { RepresentativeDeps } from './deps.ts';
import { insertSession, type Representative, sweepSessions } from './representativeStore.ts';

/** Who is signed in, and the token for the browser's cookie. */
export interface OpenedSession {
  readonly representative: Representative;
  readonly token: string;
}

export async function openSession(
  deps: Pick<RepresentativeDeps, 'now' | 'newId'>,
  sql: Sql,
  representative: Representative,
): Promise<OpenedSession> {
  const now = deps.now();
  await sweepSessions(sql, new Date(now.getTime() - SESSION_IDLE_MS));
  const token = newSessionToken();
  await append(deps, sql, {
    kind: 'partner/signed-in',
    subject: null,
    actor: actorOf(representative),
    details: { representative: representative.id },
  });
  await insertSession(sql, token.digest, representative.id, now);
  return { representative, token: token.value };
}
