import { isCardPrinted, isRecorded } from '@jatidiri/core/registry/model.ts';
import { isWajibKtp } from '@jatidiri/core/registry/wajibKtp.ts';
import { type Database, statement } from '../../src/platform/db/database.ts';
import { type ResidentRow, SELECTED, toResident } from '../../src/registry/columns.ts';
import type { Town } from './town.ts';

export type Recount = Record<
  string,
  { residents: number; wajibKtp: number; recorded: number; cardPrinted: number; ikdActive: number }
>;

const RESIDENTS = statement(
  'test.residents',
  `select ${SELECTED}, exists (select from activation where resident_id = resident.id and state = 'active') as active
   from resident`,
);

/** Counts person by person, with the rules of core: what the projection has to arrive at. */
export async function recount({ database, today }: Town): Promise<Recount> {
  const counts: Recount = {};
  for (const row of await database.read.query<ResidentRow & { active: boolean }>(RESIDENTS)) {
    const resident = toResident(row);
    const present = resident.life.kind === 'present' ? 1 : 0;
    counts[resident.domicile] ??= { residents: 0, wajibKtp: 0, recorded: 0, cardPrinted: 0, ikdActive: 0 };
    const count = counts[resident.domicile]!;
    count.residents += present;
    count.wajibKtp += isWajibKtp(resident, today()) ? 1 : 0;
    count.recorded += isRecorded(resident.recording) ? present : 0;
    count.cardPrinted += isCardPrinted(resident.recording) ? present : 0;
    count.ikdActive += row.active ? present : 0;
  }
  return withoutEmpty(counts);
}

const PROJECTED = statement(
  'test.projected',
  `select domicile, residents, wajib_ktp as "wajibKtp", recorded, card_printed as "cardPrinted",
     ikd_active as "ikdActive"
   from coverage_count join coverage_projection on projection = id where shown`,
);

/** What the shown projection holds, by kelurahan/desa. */
export async function projected(database: Database): Promise<Recount> {
  const rows = await database.read.query<Recount[string] & { domicile: string }>(PROJECTED);
  return withoutEmpty(Object.fromEntries(rows.map(({ domicile, ...count }) => [domicile, count])));
}

function withoutEmpty(counts: Recount): Recount {
  return Object.fromEntries(
    Object.entries(counts).filter(([, count]) => Object.values(count).some((value) => value !== 0)),
  );
}
