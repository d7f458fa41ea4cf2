import type { IsoDate } from '@jatidiri/core/kit/date.ts';
import { levelOf, type Wilayah, type WilayahCode } from '@jatidiri/core/wilayah/model.ts';
import { type Sql, statement } from '../platform/db/database.ts';

interface WilayahRow {
  code: WilayahCode;
  name: string;
  valid_from: IsoDate | null;
  valid_until: IsoDate | null;
}

const ALL = statement('wilayah.all', 'select code, name, valid_from, valid_until from wilayah');

export async function allRegions(sql: Sql): Promise<Wilayah[]> {
  const rows = await sql.query<WilayahRow>(ALL);
  return rows.map(({ code, name, valid_from, valid_until }) => ({
    code,
    name,
    level: levelOf(code),
    validFrom: valid_from,
    validUntil: valid_until,
  }));
}

const UPSERT = statement(
  'wilayah.upsert',
  `insert into wilayah (code, name, valid_from, valid_until)
   select * from unnest($1::text[], $2::text[], $3::date[], $4::date[])
   on conflict (code) do update
     set name = excluded.name, valid_from = excluded.valid_from, valid_until = excluded.valid_until
     where (wilayah.name, wilayah.valid_from, wilayah.valid_until)
       is distinct from (excluded.name, excluded.valid_from, excluded.valid_until)
   returning code`,
);

/** Adds what is new and corrects what differs; answers how many regions that were. */
export async function upsertRegions(sql: Sql, regions: readonly Wilayah[]): Promise<number> {
  const written = await sql.query(UPSERT, [
    regions.map((region) => region.code),
    regions.map((region) => region.name),
    regions.map((region) => region.validFrom),
    regions.map((region) => region.validUntil),
  ]);
  return written.length;
}
