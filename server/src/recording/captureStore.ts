import type { EntryId } from '@jatidiri/core/ledger/model.ts';
import type { Capture, CaptureId } from '@jatidiri/core/recording/model.ts';
import type { ResidentId } from '@jatidiri/core/registry/model.ts';
import { type Sql, statement } from '../platform/db/database.ts';

const COLUMNS = `id, resident, officer, office, state, begun_at as "begunAt"`;
const one = (name: string, where: string) =>
  statement(`recording.${name}`, `select ${COLUMNS} from capture where ${where}`);

const LOCK = one('lockCapture', 'id = $1 for update');
const OPEN_OF = one('openCaptureOf', `resident = $1 and state = 'open' for update`);
const FINISHED_OF = one(
  'finishedCaptureOf',
  `resident = $1 and state in ('finished', 'disputed', 'enrolled', 'failed') for update`,
);
const OPEN_AT = one('openCapturesAt', `office = $1 and state = 'open' order by id limit 50`);
const DISPUTED = one('disputedCaptures', `resident = any($1) and state = 'disputed' order by id`);
const FINISHED_AMONG = one('capturesAmong', `resident = any($1) and state in ('finished', 'disputed')`);
const UNDER_WAY = one('capturesUnderWay', `state = 'finished' order by id limit $1`);

const first = async (rows: Promise<Capture[]>): Promise<Capture | undefined> => (await rows)[0];

export const lockCapture = (sql: Sql, id: CaptureId) => first(sql.query<Capture>(LOCK, [id]));
export const lockOpenOf = (sql: Sql, resident: ResidentId) => first(sql.query<Capture>(OPEN_OF, [resident]));
/** The sitting that counts for somebody now. */
export const lockFinishedOf = (sql: Sql, resident: ResidentId) =>
  first(sql.query<Capture>(FINISHED_OF, [resident]));
export const openCapturesAt = (sql: Sql, office: string) => sql.query<Capture>(OPEN_AT, [office]);
export const disputedAmong = (sql: Sql, residents: readonly ResidentId[]) =>
  sql.query<Capture>(DISPUTED, [residents]);
/** Sittings of these people that the system itself has in hand. */
export const underWayAmong = (sql: Sql, residents: readonly ResidentId[]) =>
  sql.query<Capture>(FINISHED_AMONG, [residents]);
export const capturesUnderWay = (sql: Sql, limit: number) => sql.query<Capture>(UNDER_WAY, [limit]);

const NAMES = 'id, opened_by, resident, officer, office, state, begun_at';
const PUT = statement(
  'recording.putCapture',
  `with closed as (insert into capture_history (${NAMES}, closed_by) select ${NAMES}, $2 from capture where id = $1)
   insert into capture (${NAMES}) values ($1, $2, $3, $4, $5, $6, $7)
   on conflict (id) do update set opened_by = excluded.opened_by, state = excluded.state`,
);

/** Closes the version that stood and opens the next. */
export async function putCapture(sql: Sql, capture: Capture, entry: EntryId): Promise<void> {
  const { id, resident, officer, office, state, begunAt } = capture;
  await sql.query(PUT, [id, entry, resident, officer, office, state, begunAt]);
}
