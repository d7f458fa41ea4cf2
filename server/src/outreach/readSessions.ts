import { dayInKaltim } from '@jatidiri/core/kit/date.ts';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { Officer } from '@jatidiri/core/office/model.ts';
import { answersFor } from '@jatidiri/core/office/rules.ts';
import { expectedYield, type Held } from '@jatidiri/core/outreach/expectedYield.ts';
import type { OutreachSession } from '@jatidiri/core/outreach/model.ts';
import { ranAt } from '@jatidiri/core/outreach/rules.ts';
import type { ScheduleReply, SessionList, SessionNotice } from '@jatidiri/core/outreach/wire.ts';
import { countBySession } from '../coverage/index.ts';
import type { Database, Sql } from '../platform/db/database.ts';
import type { WilayahTree } from '../wilayah/index.ts';
import { allSessions, findSession } from './store.ts';
import { type TeamMember, teamsOf } from './team.ts';

export interface ReadDeps {
  readonly database: Database;
  readonly now: () => Date;
  readonly wilayah: WilayahTree;
  readonly officeName: (id: string) => Promise<string | null>;
}

type Counted = ReadonlyMap<string, number>;
type Teams = ReadonlyMap<string, readonly TeamMember[]>;
type Announced = Result<SessionNotice, Refusal<'outreach/session-unknown'>>;

/** The public schedule: announced and running sessions from today on, then what the newest ones brought. */
export async function readSchedule(deps: ReadDeps): Promise<ScheduleReply> {
  const { sessions, counted, teams } = await readAll(deps);
  const today = dayInKaltim(deps.now());
  const open = sessions.filter(({ state, to }) => (state === 'running' || state === 'public') && to >= today);
  const over = sessions.filter(({ state }) => state === 'closed').slice(0, 20);
  return {
    sessions: await Promise.all([...open.reverse(), ...over].map((one) => shown(deps, one, counted, teams))),
  };
}

/** One announced or running session, as the public schedule has it; whatever else it is, it is not announced. */
export async function readNotice(deps: ReadDeps, id: string): Promise<Announced> {
  const session = await findSession(deps.database.read, id);
  const isOpen = session?.state === 'public' || session?.state === 'running';
  if (!session || !isOpen || session.to < dayInKaltim(deps.now()))
    return refuse({ code: 'outreach/session-unknown' });
  const { place, from, to, office } = session;
  const team = (await teamsOf(deps.database.read, [session])).get(session.id)!;
  return ok({ place, from, to, badges: namesIn(team), officeName: (await deps.officeName(office)) ?? '' });
}

/** Every session with its expected yield, for officers. */
export async function listSessions(deps: ReadDeps, officer: Officer): Promise<SessionList> {
  const { sessions, counted, teams } = await readAll(deps);
  const held = sessions.flatMap((one) => heldOf(one, counted));
  return {
    sessions: await Promise.all(
      sessions.map(async (session) => ({
        ...(await shown(deps, session, counted, teams)),
        officers: session.officers,
        kits: session.kits,
        team: teams.get(session.id)!,
        expected: expectedYield(
          session,
          held.filter(({ from }) => from < session.from),
        ),
        shortfalls: session.state === 'closed' ? session.result.shortfalls : [],
        note: noteOf(session),
        yours: answersFor(officer, session.wilayah),
      })),
    ),
  };
}

/** Whether an officer may count a decision of this moment at a session: it ran then, in the region of the office. */
export async function servesAt(sql: Sql, officer: Officer, id: string, at: Date): Promise<boolean> {
  const session = await findSession(sql, id);
  return session !== undefined && ranAt(session, at) && answersFor(officer, session.wilayah);
}

function readAll({ database }: ReadDeps) {
  return database.snapshot(async (sql) => {
    const read = await sessionsIn(sql);
    return { ...read, teams: await teamsOf(sql, read.sessions) };
  });
}

/** Every session, and what was counted at each, in one snapshot. */
export async function sessionsIn(sql: Sql): Promise<{ sessions: OutreachSession[]; counted: Counted }> {
  const sessions = await allSessions(sql);
  const ids = sessions.map(({ id }) => id);
  return { sessions, counted: await countBySession(sql, ids) };
}

async function shown(deps: ReadDeps, session: OutreachSession, counted: Counted, teams: Teams) {
  const { id, state, place, wilayah, host, from, to, office } = session;
  return {
    id,
    state,
    place,
    wilayah,
    regionName: deps.wilayah.find(wilayah)?.name ?? wilayah,
    host,
    from,
    to,
    officeName: (await deps.officeName(office)) ?? '',
    badges: namesIn(teams.get(id)!),
    counted: counted.get(id) ?? 0,
    reported: session.state === 'closed' ? session.result.reported : null,
  };
}

const namesIn = (team: readonly TeamMember[]): string[] => team.map(({ name }) => name);

/** A session that is over; none of another. */
export function heldOf(session: OutreachSession, counted: Counted): Held[] {
  if (session.state !== 'closed') return [];
  const { host, from, to, id, result } = session;
  return [{ host, from, to, activations: result.reported?.activations ?? counted.get(id) ?? 0 }];
}

function noteOf(session: OutreachSession): string {
  if (session.state === 'closed') return session.result.note;
  return session.state === 'cancelled' ? session.reason : '';
}
