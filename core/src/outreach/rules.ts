import { dayInKaltim } from '../kit/date.ts';
import { ok, type Refusal, type Result, refuse } from '../kit/result.ts';
import type { OutreachSession, SessionCommand, SessionPlan } from './model.ts';
import type { OutreachRefusalCode } from './refusals.ts';

/** A session that takes longer is several. */
export const LONGEST_DAYS = 31;
const DAY_MS = 86_400_000;

type Checked<T> = Result<T, Refusal<OutreachRefusalCode>>;

/** A plan that can be kept: days in order and not over, no more officers named than come. */
export function checkPlan(plan: SessionPlan, now: Date): Checked<SessionPlan> {
  if (plan.to < plan.from || daysOf(plan) > LONGEST_DAYS)
    return refuse({ code: 'outreach/days-wrong', field: 'to' });
  if (plan.to < dayInKaltim(now)) return refuse({ code: 'outreach/days-over', field: 'to' });
  if (plan.team.length > (plan.officers ?? 0))
    return refuse({ code: 'outreach/team-too-large', field: 'team' });
  return ok(plan);
}

/** Another plan in the place of one that has not begun; whoever looks at the schedule sees it at once. */
export function changePlan(session: OutreachSession, plan: SessionPlan, now: Date): Checked<OutreachSession> {
  const checked = checkPlan(plan, now);
  if (!checked.ok) return checked;
  if (session.state !== 'planned' && session.state !== 'public') return notNow();
  return ok({ ...session, ...checked.value });
}

/** planned → public → running → closed; cancelled from whatever has not begun. A session is opened on its own days. */
export function carryOut(
  session: OutreachSession,
  command: SessionCommand,
  now: Date,
): Checked<OutreachSession> {
  const common = planOf(session);
  switch (command.kind) {
    case 'publish':
      return session.state === 'planned' ? ok({ ...common, state: 'public' }) : notNow();
    case 'open': {
      if (session.state !== 'public') return notNow();
      const today = dayInKaltim(now);
      if (today < session.from || today > session.to) return refuse({ code: 'outreach/not-its-day' });
      return ok({ ...common, state: 'running', openedAt: now });
    }
    case 'close': {
      if (session.state !== 'running') return notNow();
      const { openedAt } = session;
      const { shortfalls, note } = command;
      return ok({
        ...common,
        state: 'closed',
        result: { openedAt, closedAt: now, shortfalls, note, reported: null },
      });
    }
    case 'cancel':
      return session.state === 'planned' || session.state === 'public'
        ? ok({ ...common, state: 'cancelled', reason: command.reason })
        : notNow();
  }
}

const SECOND_MS = 1_000;

/** Whether a decision of this moment may be counted at a session: it ran then, also when the desk sends later. */
export function ranAt(session: OutreachSession, at: Date): boolean {
  // One that nobody closed ends with its last day.
  if (dayInKaltim(at) > session.to) return false;
  // Signed decisions tell whole seconds.
  const began = (openedAt: Date) => openedAt.getTime() < at.getTime() + SECOND_MS;
  if (session.state === 'running') return began(session.openedAt);
  if (session.state !== 'closed') return false;
  const { openedAt, closedAt } = session.result;
  return openedAt !== null && began(openedAt) && at <= closedAt;
}

/**
 * Whether a kit that was away from every network may have served at this session at this moment: on one of its days,
 * announced, not cancelled and not closed yet. Nobody had to open it on the server: there was no way to.
 */
export function servedWithoutNetwork(session: OutreachSession, at: Date): boolean {
  const day = dayInKaltim(at);
  if (day < session.from || day > session.to) return false;
  switch (session.state) {
    case 'planned':
    case 'cancelled':
      return false;
    case 'public':
    case 'running':
      return true;
    case 'closed':
      return at <= session.result.closedAt;
  }
}

/** Days of a session, the first and the last among them. */
export function daysOf({ from, to }: Pick<SessionPlan, 'from' | 'to'>): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS) + 1;
}

const notNow = (): Checked<OutreachSession> => refuse({ code: 'outreach/not-in-this-state' });

function planOf({ id, office, place, wilayah, host, from, to, officers, kits, team }: OutreachSession) {
  return { id, office, place, wilayah, host, from, to, officers, kits, team };
}
