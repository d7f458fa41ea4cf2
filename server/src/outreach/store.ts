import type { IsoDate } from '@jatidiri/core/kit/date.ts';
import type { EntryId } from '@jatidiri/core/ledger/model.ts';
import type {
  HostKind,
  OutreachSession,
  SessionId,
  SessionState,
  ShortfallReason,
} from '@jatidiri/core/outreach/model.ts';
import type { WilayahCode } from '@jatidiri/core/wilayah/model.ts';
import { type Sql, statement } from '../platform/db/database.ts';

interface SessionRow {
  id: SessionId;
  state: SessionState;
  office: string;
  place: string;
  wilayah: WilayahCode;
  host: HostKind;
  from: IsoDate;
  to: IsoDate;
  officers: number | null;
  kits: number | null;
  team: string[];
  opened_at: Date | null;
  closed_at: Date | null;
  shortfalls: ShortfallReason[];
  note: string;
  reported: number | null;
  reported_source: string | null;
}

const SELECTED = `select id, state, office, place, wilayah, host, first_day as "from", last_day as "to", officers, kits,
  team, opened_at, closed_at, shortfalls, note, reported, reported_source from outreach_session`;
const NEWEST = 200;
const ALL = statement('outreach.sessions', `${SELECTED} order by first_day desc, id limit ${NEWEST}`);
const BY_ID = statement('outreach.session', `${SELECTED} where id = $1`);
const LOCK = statement('outreach.lockSession', `${SELECTED} where id = $1 for update`);

/** The newest first. */
export const allSessions = async (sql: Sql): Promise<OutreachSession[]> =>
  (await sql.query<SessionRow>(ALL)).map(toSession);

export async function findSession(sql: Sql, id: string): Promise<OutreachSession | undefined> {
  const [row] = await sql.query<SessionRow>(BY_ID, [id]);
  return row && toSession(row);
}

export async function lockSession(sql: Sql, id: string): Promise<OutreachSession | undefined> {
  const [row] = await sql.query<SessionRow>(LOCK, [id]);
  return row && toSession(row);
}

const NAMES = `id, opened_by, state, office, place, wilayah, host, first_day, last_day, officers, kits, team,
  opened_at, closed_at, shortfalls, note, reported, reported_source`;
const PUT = statement(
  'outreach.putSession',
  `with closed as (
     insert into outreach_session_history (${NAMES}, closed_by)
     select ${NAMES}, $2 from outreach_session where id = $1
   )
   insert into outreach_session (${NAMES})
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
   on conflict (id) do update set opened_by = excluded.opened_by, state = excluded.state, place = excluded.place,
     wilayah = excluded.wilayah, host = excluded.host, first_day = excluded.first_day, last_day = excluded.last_day,
     officers = excluded.officers, kits = excluded.kits, team = excluded.team,
     opened_at = excluded.opened_at, closed_at = excluded.closed_at, shortfalls = excluded.shortfalls,
     note = excluded.note`,
);

/** Closes the version that stood and opens the next. */
export async function putSession(sql: Sql, session: OutreachSession, entry: EntryId): Promise<void> {
  const { id, state, office, place, wilayah, host, from, to, officers, kits, team } = session;
  const result = session.state === 'closed' ? session.result : undefined;
  const note = session.state === 'cancelled' ? session.reason : (result?.note ?? '');
  await sql.query(PUT, [
    id,
    entry,
    state,
    office,
    place,
    wilayah,
    host,
    from,
    to,
    officers,
    kits,
    team,
    session.state === 'running' ? session.openedAt : (result?.openedAt ?? null),
    result?.closedAt ?? null,
    result?.shortfalls ?? [],
    note,
    result?.reported?.activations ?? null,
    result?.reported?.source ?? null,
  ]);
}

function toSession(row: SessionRow): OutreachSession {
  const { id, state, office, place, wilayah, host, from, to, officers, kits, team, note } = row;
  const common = { id, office, place, wilayah, host, from, to, officers, kits, team };
  switch (state) {
    case 'planned':
    case 'public':
      return { ...common, state };
    case 'running':
      return { ...common, state, openedAt: present(row.opened_at) };
    case 'cancelled':
      return { ...common, state, reason: note };
    case 'closed': {
      const reported =
        row.reported === null ? null : { activations: row.reported, source: present(row.reported_source) };
      const { opened_at: openedAt, shortfalls } = row;
      return {
        ...common,
        state,
        result: { openedAt, closedAt: present(row.closed_at), shortfalls, note, reported },
      };
    }
  }
}

function present<T>(value: T | null): T {
  if (value === null) throw new Error('a session row lacks what its state needs');
  return value;
}
