import { type Sql, statement } from '../../platform/db/database.ts';

const RAISE = statement(
  'match.raiseAlarm',
  'insert into match_alarm (partner, at, client) values ($1, $2, $3) on conflict do nothing',
);
const SINCE = statement(
  'match.alarmsSince',
  `select partner, count(*)::int as times, max(at) as "lastAt" from match_alarm where at >= $1
   group by partner order by max(at) desc`,
);

export function raiseAlarm(sql: Sql, partner: string, client: string, at: Date): void {
  sql.run(RAISE, [partner, at, client]);
}

export interface Alarms {
  readonly partner: string;
  readonly times: number;
  readonly lastAt: Date;
}

/** By partner, the newest first. */
export const alarmsSince = (sql: Sql, since: Date): Promise<Alarms[]> => sql.query<Alarms>(SINCE, [since]);
