import { drawDeskBadge, drawPoster } from '@jatidiri/core/badge/drawBadge.ts';
import type { BadgeSigner } from '@jatidiri/core/badge/model.ts';
import { fromBase64 } from '@jatidiri/core/kit/bytes.ts';
import { dayInKaltim } from '@jatidiri/core/kit/date.ts';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { Officer } from '@jatidiri/core/office/model.ts';
import { answersFor } from '@jatidiri/core/office/rules.ts';
import type { OutreachSession } from '@jatidiri/core/outreach/model.ts';
import type { OutreachRefusalCode } from '@jatidiri/core/outreach/refusals.ts';
import type { BadgeReply, BadgeRequest, PosterReply } from '@jatidiri/core/outreach/wire.ts';
import type { IssuanceDeps } from '../issuance/index.ts';
import type { Tracing } from '../ledger/index.ts';
import type { Database } from '../platform/db/database.ts';
import { findSession } from './store.ts';
import { joinTeam } from './team.ts';

export interface BadgeDeps extends Tracing, Pick<IssuanceDeps, 'currentIssuer'> {
  readonly database: Database;
  readonly officeName: (id: string) => Promise<string | null>;
}

type Drawn<T> = Promise<Result<T, Refusal<OutreachRefusalCode>>>;

/** The badge of an officer who is signed in at a desk, for the next minute: at the own office, or at a session on its day. */
export async function drawBadge(
  deps: BadgeDeps,
  officer: Officer,
  { number, session }: BadgeRequest,
): Drawn<BadgeReply> {
  const where = session ? await servingAt(deps, officer, session) : ok({ place: officer.office.name });
  if (!where.ok) return where;
  const who = {
    officer: officer.name,
    office: officer.office.name,
    place: where.value.place,
    session: session ?? null,
  };
  return ok({ badge: await drawDeskBadge(await signerOf(deps), who, { at: deps.now(), number }) });
}

/** Whoever shows a badge of a session stands on its schedule from then on. */
async function servingAt(deps: BadgeDeps, officer: Officer, id: string): Drawn<OutreachSession> {
  const session = await announcedSession(deps, officer, id);
  if (!session.ok) return session;
  const { from, to, team } = session.value;
  const today = dayInKaltim(deps.now());
  if (today < from || to < today) return refuse({ code: 'outreach/not-its-day' });
  if (!team.includes(officer.id)) await deps.database.write((sql) => joinTeam(deps, sql, officer, id));
  return session;
}

/** What hangs at the door of an announced session on its days. */
export async function drawSessionPoster(deps: BadgeDeps, officer: Officer, id: string): Drawn<PosterReply> {
  const session = await announcedSession(deps, officer, id);
  if (!session.ok) return session;
  const { place, from, to } = session.value;
  const office = (await deps.officeName(session.value.office)) ?? '';
  const poster = await drawPoster(await signerOf(deps), { session: id, office, place, from, to });
  return ok({ poster, place, officeName: office, from, to });
}

async function announcedSession(
  { database }: BadgeDeps,
  officer: Officer,
  id: string,
): Drawn<OutreachSession> {
  const session = await findSession(database.read, id);
  if (!session) return refuse({ code: 'outreach/session-unknown' });
  if (!answersFor(officer, session.wilayah)) return refuse({ code: 'outreach/region-not-yours' });
  return session.state === 'public' || session.state === 'running'
    ? ok(session)
    : refuse({ code: 'outreach/not-in-this-state' });
}

async function signerOf({ currentIssuer }: BadgeDeps): Promise<BadgeSigner> {
  const { sign, x5c } = await currentIssuer();
  return { sign, certificate: fromBase64(x5c[0]!) };
}
