import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import { sessionHolds } from '@jatidiri/core/office/rules.ts';
import type { PartnerId } from '@jatidiri/core/partner/model.ts';
import type { representativeRefusals } from '@jatidiri/core/partner/refusals.ts';
import { portalCookie, type RepresentativeDeps } from './deps.ts';
import { findSession, type Representative, touchSession } from './representativeStore.ts';

type Guarded<T> = Result<T, Refusal<keyof typeof representativeRefusals>>;
export type RepresentativeGuardDeps = Pick<RepresentativeDeps, 'database' | 'now' | 'origins'>;

/** What the guard reads of a request; a FastifyRequest is one. */
interface GuardedRequest {
  readonly method: string;
  readonly headers: { readonly origin?: string | undefined; readonly cookie?: string | undefined };
}

/** Somebody who acts for an institution that has applied. */
export type PartnerRepresentative = Representative & { readonly partner: PartnerId };

/** Finer than this the time of the last request does not matter: one write a minute, not one a request. */
const TOUCH_MS = 60_000;

/** For everything about an institution. */
export async function requireRepresentative(
  deps: RepresentativeGuardDeps,
  request: GuardedRequest,
): Promise<Guarded<PartnerRepresentative>> {
  const signedIn = await requirePerson(deps, request);
  if (!signedIn.ok) return signedIn;
  const { partner } = signedIn.value;
  return partner ? ok({ ...signedIn.value, partner }) : refuse({ code: 'partner/no-application' });
}

/** For whoever is signed in, also before the application. */
export async function requirePerson(
  deps: RepresentativeGuardDeps,
  request: GuardedRequest,
): Promise<Guarded<Representative>> {
  const fromPortal = requirePortalOrigin(deps, request);
  if (!fromPortal.ok) return fromPortal;
  const token = portalCookie(deps.origins).digestIn(request.headers.cookie);
  const session = token && (await findSession(deps.database.read, token));
  if (!session || !sessionHolds(session, deps.now())) return refuse({ code: 'partner/signed-out' });
  const now = deps.now();
  if (now.getTime() - session.lastSeenAt.getTime() >= TOUCH_MS)
    await deps.database.write((sql) => touchSession(sql, token, now));
  return ok(session.representative);
}

/** Whatever changes something must come from the portal's own pages: a second wall behind the cookie's SameSite. */
export function requirePortalOrigin(
  { origins }: Pick<RepresentativeDeps, 'origins'>,
  { method, headers }: GuardedRequest,
): Result<null, { code: 'partner/foreign-origin' }> {
  const reads = method === 'GET' || method === 'HEAD';
  return reads || headers.origin === origins.partner ? ok(null) : refuse({ code: 'partner/foreign-origin' });
}
