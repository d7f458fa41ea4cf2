import type { IsoDate } from '@jatidiri/core/kit/date.ts';
import type { RecordingState, Resident, ResidentId } from '@jatidiri/core/registry/model.ts';
import type { WilayahCode } from '@jatidiri/core/wilayah/model.ts';
import { type Sql, statement } from '../platform/db/database.ts';
import { type ResidentRow, SELECTED, toResident } from './columns.ts';

// Codes of regions within a region begin with its own code and a dot: '/' is the character after the dot.
const IN_REGION = `domicile >= $1 and domicile < $1 || '/'`;
const ON_THE_WAY = `life = 'present' and recording not in ('unregistered', 'handedOver')`;

const COUNTS = statement(
  'registry.recordingCounts',
  `select recording as state, count(*)::int as people, (count(*) filter (where valid_from <= $2))::int as stuck
   from resident where ${ON_THE_WAY} and ${IN_REGION} group by recording`,
);

export interface RecordingCount {
  readonly state: RecordingState;
  readonly people: number;
  /** In this state since `stuckSince` or longer. */
  readonly stuck: number;
}

/** How many residents of a region are in each state between the first step and the hand-over. */
export async function recordingCounts(
  sql: Sql,
  region: WilayahCode,
  stuckSince: IsoDate,
): Promise<RecordingCount[]> {
  return sql.query<RecordingCount>(COUNTS, [region, stuckSince]);
}

/** After whom a page begins: day and id of the last one of the page before. */
export interface PageEnd {
  readonly since: IsoDate;
  readonly id: ResidentId;
}

const IN_STATE = statement(
  'registry.residentsInRecording',
  `select ${SELECTED} from resident where ${ON_THE_WAY} and ${IN_REGION} and recording = $2
     and (valid_from, id) > ($3::date, $4::uuid) order by valid_from, id limit $5`,
);
const BEGINNING = { since: '0001-01-01', id: '00000000-0000-0000-0000-000000000000' };

/** Residents of a region in one of these states, those who have waited longest first. */
export async function residentsInRecording(
  sql: Sql,
  region: WilayahCode,
  state: RecordingState,
  after: PageEnd | undefined,
  limit: number,
): Promise<Resident[]> {
  const { since, id } = after ?? BEGINNING;
  return (await sql.query<ResidentRow>(IN_STATE, [region, state, since, id, limit])).map(toResident);
}
