import type { KitId } from '@jatidiri/core/field/model.ts';
import { type Sql, statement } from '../platform/db/database.ts';

export interface Received {
  readonly received: number;
  readonly complete: boolean;
}

const RECEIVED = statement(
  'field.photoReceived',
  'select octet_length(image) as received, complete from field_photo where kit = $1 and digest = $2',
);
const COMPLETE = statement(
  'field.completePhoto',
  'select image from field_photo where kit = $1 and digest = $2 and complete',
);
const SO_FAR = statement(
  'field.photoSoFar',
  'select image, size from field_photo where kit = $1 and digest = $2',
);
const PUT = statement(
  'field.putPhoto',
  `insert into field_photo (kit, digest, size, image, complete, touched_at) values ($1, $2, $3, $4, $5, $6)
   on conflict (kit, digest) do update
     set size = excluded.size, image = excluded.image, complete = excluded.complete, touched_at = excluded.touched_at`,
);
const DROP = statement('field.dropPhoto', 'delete from field_photo where kit = $1 and digest = $2');
const UNNAMED = statement(
  'field.unnamedPhotos',
  `select count(*)::int as count from field_photo
   where kit = $1 and not exists (select from field_entry where field_entry.kit = $1 and photo = field_photo.digest)`,
);
const MISSING = statement(
  'field.missingPhotos',
  `select distinct photo as digest from field_entry
   where kit = $1 and outcome = 'waitsForPhoto' order by photo limit $2`,
);

export async function photoReceived(sql: Sql, kit: KitId, digest: string): Promise<Received | undefined> {
  const [row] = await sql.query<Received>(RECEIVED, [kit, digest]);
  return row;
}

/** The whole photograph; undefined as long as a part is missing. */
export async function completePhoto(sql: Sql, kit: KitId, digest: string): Promise<Uint8Array | undefined> {
  const [row] = await sql.query<{ image: Buffer }>(COMPLETE, [kit, digest]);
  return row?.image;
}

/** What is here of a photograph, and how much it is to be. */
export async function photoSoFar(
  sql: Sql,
  kit: KitId,
  digest: string,
): Promise<{ image: Buffer; size: number } | undefined> {
  const [row] = await sql.query<{ image: Buffer; size: number }>(SO_FAR, [kit, digest]);
  return row;
}

export function putPhoto(
  sql: Sql,
  photo: { kit: KitId; digest: string; size: number; image: Uint8Array; complete: boolean; at: Date },
): void {
  const { kit, digest, size, image, complete, at } = photo;
  sql.run(PUT, [kit, digest, size, image, complete, at]);
}

export function dropPhoto(sql: Sql, kit: KitId, digest: string): void {
  sql.run(DROP, [kit, digest]);
}

/** How many photographs are here that no entry names yet. */
export async function countUnnamed(sql: Sql, kit: KitId): Promise<number> {
  const [row] = await sql.query<{ count: number }>(UNNAMED, [kit]);
  return row!.count;
}

/** Photographs that entries wait for; at most `limit` of them. */
export async function missingPhotos(sql: Sql, kit: KitId, limit: number): Promise<string[]> {
  return (await sql.query<{ digest: string }>(MISSING, [kit, limit])).map(({ digest }) => digest);
}

const FORGET = statement(
  'field.forgetPhotos',
  `delete from field_photo where touched_at < $1
   and not exists (select from field_entry where field_entry.kit = field_photo.kit and photo = field_photo.digest) returning digest`,
);

/** Drops the photographs that no entry named since then; answers how many. */
export const forgetUnnamed = async (sql: Sql, since: Date): Promise<number> =>
  (await sql.query(FORGET, [since])).length;
