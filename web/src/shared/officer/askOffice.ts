import type { Vouched } from '@jatidiri/core/badge/model.ts';
import { BadgeStanding } from '@jatidiri/core/field/wire.ts';
import { SessionNotice } from '@jatidiri/core/outreach/wire.ts';
import * as v from 'valibot';
import { callApi } from '../api.ts';

export type OfficeSays =
  /** The schedule has the visit, and the officer by name. */
  | 'named'
  /** The schedule has the visit. */
  | 'confirmed'
  | 'notAnnounced'
  /** The officer is suspended, or the kit was lost: whoever holds it now is none. */
  | 'withdrawn'
  | 'unreachable';

/** What the office says today of what was signed before; undefined when there is nothing to ask. */
export async function askOffice(vouched: Vouched): Promise<OfficeSays | undefined> {
  if (!vouched.session) return undefined;
  const [notice, isWithdrawn] = await Promise.all([askSchedule(vouched.session), askBadge(vouched)]);
  if (isWithdrawn) return 'withdrawn';
  if (!notice.ok) return notice.refusal.status === 404 ? 'notAnnounced' : 'unreachable';
  return vouched.kind === 'badge' && notice.value.badges.includes(vouched.officer) ? 'named' : 'confirmed';
}

const askSchedule = (session: string) =>
  callApi({
    method: 'GET',
    path: `/api/outreach/schedule/${session}`,
    parse: (body) => v.parse(SessionNotice, body),
  });

async function askBadge(vouched: Vouched): Promise<boolean> {
  if (vouched.kind === 'poster' || !vouched.kitKey) return false;
  const answer = await callApi({
    method: 'GET',
    path: `/api/field/badges/${vouched.kitKey}`,
    parse: (body) => v.parse(BadgeStanding, body),
  });
  return answer.ok && !answer.value.good;
}
