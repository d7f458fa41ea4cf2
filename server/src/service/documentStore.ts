import type { ResidentId } from '@jatidiri/core/registry/model.ts';
import { type Sql, statement } from '../platform/db/database.ts';

/** A photographed paper: on its way, or whole once its media type is known. */
export interface StoredDocument {
  readonly size: number;
  readonly image: Buffer;
  readonly mediaType: string | null;
}

const FIND = statement(
  'service.document',
  'select size, image, media_type as "mediaType" from service_document where resident_id = $1 and digest = $2',
);
const PUT = statement(
  'service.putDocument',
  `insert into service_document (resident_id, digest, size, image, media_type, touched_at) values ($1, $2, $3, $4, $5, $6)
   on conflict (resident_id, digest) do update set size = excluded.size, image = excluded.image,
     media_type = excluded.media_type, touched_at = excluded.touched_at`,
);
const DROP = statement(
  'service.dropDocument',
  'delete from service_document where resident_id = $1 and digest = $2',
);
const WHOLE = statement(
  'service.wholeDocuments',
  `select count(*)::int as n from service_document
   where resident_id = $1 and digest = any($2) and media_type is not null`,
);
const UNFINISHED = statement(
  'service.unfinishedDocuments',
  'select count(*)::int as n from service_document where resident_id = $1 and touched_at > $2',
);
/** Papers that no request needs: never attached, or long answered. */
const SWEEP = statement(
  'service.sweepDocuments',
  `delete from service_document d where touched_at < $1 and not exists (
     select from service_request r where r.resident_id = d.resident_id and d.digest = any(r.documents)
       and (r.state in ('waiting', 'inHand', 'needsMore') or coalesce(r.handled_at, r.opened_at) >= $2)
   ) returning digest`,
);

export async function findDocument(
  sql: Sql,
  resident: ResidentId,
  digest: string,
): Promise<StoredDocument | undefined> {
  const [row] = await sql.query<StoredDocument>(FIND, [resident, digest]);
  return row;
}

export async function putDocument(
  sql: Sql,
  resident: ResidentId,
  digest: string,
  { size, image, mediaType }: StoredDocument,
  now: Date,
): Promise<void> {
  await sql.query(PUT, [resident, digest, size, image, mediaType, now]);
}

export async function dropDocument(sql: Sql, resident: ResidentId, digest: string): Promise<void> {
  await sql.query(DROP, [resident, digest]);
}

/** Whether all of these have arrived whole. */
export async function allThere(sql: Sql, resident: ResidentId, digests: readonly string[]): Promise<boolean> {
  const [row] = await sql.query<{ n: number }>(WHOLE, [resident, digests]);
  return row!.n === new Set(digests).size;
}

export async function sentSince(sql: Sql, resident: ResidentId, since: Date): Promise<number> {
  const [row] = await sql.query<{ n: number }>(UNFINISHED, [resident, since]);
  return row!.n;
}

/** Answers how many went. */
export async function sweepDocuments(sql: Sql, untouchedSince: Date, answeredSince: Date): Promise<number> {
  return (await sql.query(SWEEP, [untouchedSince, answeredSince])).length;
}
