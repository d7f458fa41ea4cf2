import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { Action, Officer } from '@jatidiri/core/office/model.ts';
import type { officerRefusals } from '@jatidiri/core/office/refusals.ts';
import { may, sessionHolds } from '@jatidiri/core/office/rules.ts';
import { deskCookie } from './cookie.ts';
import type { OfficeDeps } from './deps.ts';
import { findSession, type Session, touchSession } from './sessionStore.ts';

export type GuardDeps = Pick<OfficeDeps, 'database' | 'now' | 'origins' | 'demo'>;
export type GuardRefusal = Refusal<keyof typeof officerRefusals>;

/** What the guard reads of a request; a FastifyRequest is one. */
export interface GuardedRequest {
  readonly method: string;
  readonly headers: { readonly origin?: string | undefined; readonly cookie?: string | undefined };
}

/** The officer at the desk, and the thumbprint of the key with which that desk signs decisions. */
export interface SignedIn {
  readonly officer: Officer;
  readonly deviceKey: string;
}

/** Finer than this the time of the last request does not matter: one write a minute, not one a request. */
const TOUCH_MS = 60_000;

/** Who asks, and whether the role allows it. Read anew for every request: a suspension works at once. */
export async function requireOfficer(
  deps: GuardDeps,
  request: GuardedRequest,
  action: Action,
): Promise<Result<SignedIn, GuardRefusal>> {
  const signedIn = await requireSignedIn(deps, request);
  if (!signedIn.ok) return signedIn;
  if (!may(signedIn.value.officer.role, action)) return refuse({ code: 'office/not-permitted' });
  return signedIn;
}

/** For what every signed-in officer may do. */
export async function requireSignedIn(
  deps: GuardDeps,
  request: GuardedRequest,
): Promise<Result<SignedIn, GuardRefusal>> {
  const fromDesk = requireDeskOrigin(deps, request);
  if (!fromDesk.ok) return fromDesk;
  const token = deskCookie(deps.origins.desk).digestIn(request.headers.cookie);
  const session = token && (await findSession(deps.database.read, token));
  if (!session || !sessionHolds(session, deps.now())) return refuse({ code: 'office/signed-out' });
  const { officer, deviceKey } = session;
  if (officer.demo && !deps.demo) return refuse({ code: 'office/signed-out' });
  if (officer.state !== 'active') return refuse({ code: 'office/suspended' });
  await rememberSeen(deps, token, session);
  return ok({ officer, deviceKey });
}

/** Whatever changes something must come from the desk's own pages: a second wall behind the cookie's SameSite. */
export function requireDeskOrigin(
  { origins }: Pick<OfficeDeps, 'origins'>,
  { method, headers }: GuardedRequest,
): Result<null, { code: 'office/foreign-origin' }> {
  const reads = method === 'GET' || method === 'HEAD';
  return reads || headers.origin === origins.desk ? ok(null) : refuse({ code: 'office/foreign-origin' });
}

async function rememberSeen(
  { database, now }: Pick<OfficeDeps, 'database' | 'now'>,
  token: Buffer,
  { lastSeenAt }: Session,
): Promise<void> {
  if (now().getTime() - lastSeenAt.getTime() < TOUCH_MS) return;
  await database.write((sql) => touchSession(sql, token, now()));
}
