import { createHash } from 'node:crypto';
import { type Sql, statement } from '../platform/db/database.ts';

/** One thing that the provider keeps. `id` is the digest of what the outside holds. */
export interface Artifact {
  readonly kind: string;
  readonly id: Buffer;
  readonly payload: object;
  readonly grantId: string | null;
  readonly uid: string | null;
  readonly userCode: string | null;
  readonly expiresAt: Date;
}

export interface StoredArtifact {
  readonly payload: Record<string, unknown>;
  readonly consumedAt: Date | null;
}

const UPSERT = statement(
  'login.upsertArtifact',
  `insert into login_artifact (kind, id, payload, grant_id, uid, user_code, expires_at)
   values ($1, $2, $3, $4, $5, $6, $7)
   on conflict (kind, id) do update set payload = excluded.payload, grant_id = excluded.grant_id,
     uid = excluded.uid, user_code = excluded.user_code, expires_at = excluded.expires_at`,
);
const INSERT = statement(
  'login.insertArtifact',
  `insert into login_artifact (kind, id, payload, grant_id, uid, user_code, expires_at)
   values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning kind`,
);
const FOUND = 'select payload, consumed_at as "consumedAt" from login_artifact';
const BY_ID = statement('login.artifactById', `${FOUND} where kind = $1 and id = $2`);
const BY_UID = statement(
  'login.artifactByUid',
  `${FOUND} where kind = $1 and uid = $2 order by expires_at desc limit 1`,
);
const BY_USER_CODE = statement('login.artifactByUserCode', `${FOUND} where kind = $1 and user_code = $2`);
const CONSUME = statement(
  'login.consumeArtifact',
  `update login_artifact set consumed_at = $3
   where kind = $1 and id = $2 and consumed_at is null returning kind`,
);
const PATCH = statement(
  'login.patchArtifact',
  'update login_artifact set payload = payload || $3::jsonb where kind = $1 and id = $2',
);
const DELETE = statement('login.deleteArtifact', 'delete from login_artifact where kind = $1 and id = $2');
const REVOKE = statement('login.revokeGrant', 'delete from login_artifact where kind = $1 and grant_id = $2');
const SWEEP = statement(
  'login.sweepArtifacts',
  `delete from login_artifact where ctid in
     (select ctid from login_artifact where expires_at <= $1 limit $2) returning kind`,
);

export async function upsertArtifact(sql: Sql, artifact: Artifact): Promise<void> {
  await sql.query(UPSERT, valuesOf(artifact));
}

/** False when there was one already: of two at the same moment one is the first. */
export async function insertArtifact(sql: Sql, artifact: Artifact): Promise<boolean> {
  return (await sql.query(INSERT, valuesOf(artifact))).length > 0;
}

export async function findArtifact(sql: Sql, kind: string, id: Buffer): Promise<StoredArtifact | undefined> {
  return (await sql.query<StoredArtifact>(BY_ID, [kind, id]))[0];
}

export async function findByUid(sql: Sql, kind: string, uid: string): Promise<StoredArtifact | undefined> {
  return (await sql.query<StoredArtifact>(BY_UID, [kind, uid]))[0];
}

export async function findByUserCode(
  sql: Sql,
  kind: string,
  code: string,
): Promise<StoredArtifact | undefined> {
  return (await sql.query<StoredArtifact>(BY_USER_CODE, [kind, code]))[0];
}

/** False when it had been consumed. */
export async function consumeArtifact(sql: Sql, kind: string, id: Buffer, at: Date): Promise<boolean> {
  return (await sql.query(CONSUME, [kind, id, at])).length > 0;
}

/** Adds to what is kept. */
export async function patchArtifact(sql: Sql, kind: string, id: Buffer, fields: object): Promise<void> {
  await sql.query(PATCH, [kind, id, JSON.stringify(fields)]);
}

export async function deleteArtifact(sql: Sql, kind: string, id: Buffer): Promise<void> {
  await sql.query(DELETE, [kind, id]);
}

export async function revokeGrant(sql: Sql, kind: string, grantId: string): Promise<void> {
  await sql.query(REVOKE, [kind, grantId]);
}

export async function sweepArtifacts(sql: Sql, now: Date, limit: number): Promise<number> {
  return (await sql.query(SWEEP, [now, limit])).length;
}

function valuesOf({ kind, id, payload, grantId, uid, userCode, expiresAt }: Artifact): unknown[] {
  return [kind, id, JSON.stringify(payload), grantId, uid, userCode, expiresAt];
}

/** Under what name something is kept. */
export const digestOf = (id: string): Buffer => createHash('sha256').update(id).digest();
