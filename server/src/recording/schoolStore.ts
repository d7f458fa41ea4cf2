import type { EntryId } from '@jatidiri/core/ledger/model.ts';
import type { ResidentId } from '@jatidiri/core/registry/model.ts';
import { type Sql, statement } from '../platform/db/database.ts';

export interface SchoolPupil {
  readonly resident: ResidentId;
  readonly npsn: string;
  readonly school: string;
}

const PUPILS = statement(
  'recording.pupils',
  'select resident, npsn, school from school_pupil where office = $1 and ($2::text is null or npsn = $2)',
);
const SCHOOLS_OF = statement(
  'recording.schoolsOf',
  'select resident, npsn, school from school_pupil where resident = any($1)',
);

/** Pupils of the lists that an office brought; of one school when it is named. */
export const pupilsOf = (sql: Sql, office: string, npsn: string | null): Promise<SchoolPupil[]> =>
  sql.query<SchoolPupil>(PUPILS, [office, npsn]);

export const schoolsOf = (sql: Sql, residents: readonly ResidentId[]): Promise<SchoolPupil[]> =>
  sql.query<SchoolPupil>(SCHOOLS_OF, [residents]);

const PUT = statement(
  'recording.putPupils',
  `with listed as (
     select * from unnest($1::uuid[], $2::text[], $3::text[]) as l(resident, npsn, school)
   ), closed as (
     insert into school_pupil_history (resident, opened_by, npsn, school, office, closed_by)
     select p.resident, p.opened_by, p.npsn, p.school, p.office, $5
     from school_pupil p join listed l on l.resident = p.resident
   )
   insert into school_pupil (resident, npsn, school, office, opened_by)
   select resident, npsn, school, $4, $5 from listed
   on conflict (resident) do update set npsn = excluded.npsn, school = excluded.school, office = excluded.office,
     opened_by = excluded.opened_by`,
);

/** Where each of them goes to school now; what an earlier list said moves to the history. */
export async function putPupils(
  sql: Sql,
  pupils: readonly SchoolPupil[],
  office: string,
  entry: EntryId,
): Promise<void> {
  await sql.query(PUT, [
    pupils.map(({ resident }) => resident),
    pupils.map(({ npsn }) => npsn),
    pupils.map(({ school }) => school),
    office,
    entry,
  ]);
}
