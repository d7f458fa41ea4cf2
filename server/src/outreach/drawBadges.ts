import { drawDeskBadge, drawPoster } from '@jatidiri/core/badge/drawBadge.ts';
import type { BadgeSigner } from '@jatidiri/core/badge/model.ts';
import { fromBase64 } from '@jatidiri/core/kit/bytes.ts';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { Officer } from '@jatidiri/core/office/model.ts';
import { answersFor } from '@jatidiri/core/office/rules.ts';
import type { OutreachRefusalCode } from '@jatidiri/core/outreach/refusals.ts';
import type { BadgeReply, BadgeRequest, PosterReply } from '@jatidiri/core/outreach/wire.ts';
import type { IssuanceDeps } from '../issuance/index.ts';
import type { Database } from '../platform/db/database.ts';
import { findSession } from './store.ts';

export interface BadgeDeps extends Pick<IssuanceDeps, 'currentIssuer'> {
  readonly database: Database;
  readonly now: () => Date;
  readonly officeName: (id: string) => Promise<string | null>;
}

type Drawn<T> = Promise<Result<T, Refusal<OutreachRefusalCode>>>;

/** The badge of an officer who is signed in at a desk, for the next minute. */
export async function drawBadge(
  deps: BadgeDeps,
  { name, office }: Officer,
  { number }: BadgeRequest,
): Drawn<BadgeReply> {
  const who = { officer: name, office: office.name, place: office.name, session: null };
  return ok({ badge: await drawDeskBadge(await signerOf(deps), who, { at: deps.now(), number }) });
}

/** What hangs at the door of an announced session on its days. */
export async function drawSessionPoster(deps: BadgeDeps, officer: Officer, id: string): Drawn<PosterReply> {
  const session = await findSession(deps.database.read, id);
  if (!session) return refuse({ code: 'outreach/session-unknown' });
  if (!answersFor(officer, session.wilayah)) return refuse({ code: 'outreach/region-not-yours' });
  if (session.state !== 'public' && session.state !== 'running')
    return refuse({ code: 'outreach/not-in-this-state' });
  const { place, from, to } = session;
  const office = (await deps.officeName(session.office)) ?? '';
  const poster = await drawPoster(await signerOf(deps), { session: id, office, place, from, to });
  return ok({ poster, place, officeName: office, from, to });
}

async function signerOf({ currentIssuer }: BadgeDeps): Promise<BadgeSigner> {
  const { sign, x5c } = await currentIssuer();
  return { sign, certificate: fromBase64(x5c[0]!) };
}
