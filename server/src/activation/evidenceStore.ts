import type { ActivationId, FaceFinding } from '@jatidiri/core/activation/model.ts';
import { type Sql, statement } from '../platform/db/database.ts';

export interface Selfie {
  readonly digest: string;
  readonly mediaType: string;
  readonly image: Uint8Array;
}

const PUT_SELFIE = statement(
  'activation.putSelfie',
  `insert into selfie (activation_id, digest, media_type, image) values ($1, $2, $3, $4)
   on conflict (activation_id) do update
     set digest = excluded.digest, media_type = excluded.media_type, image = excluded.image`,
);
const SELFIE = statement(
  'activation.selfie',
  'select digest, media_type as "mediaType", image from selfie where activation_id = $1',
);
const DROP_SELFIE = statement('activation.dropSelfie', 'delete from selfie where activation_id = $1');
const DROP_COMPARISON = statement(
  'activation.dropComparison',
  'delete from selfie_comparison where activation_id = $1',
);
const PUT_COMPARISON = statement(
  'activation.putComparison',
  `insert into selfie_comparison (activation_id, selfie, finding, distance, compared_at) values ($1, $2, $3, $4, $5)
   on conflict (activation_id) do update
     set selfie = excluded.selfie, finding = excluded.finding, distance = excluded.distance,
       compared_at = excluded.compared_at`,
);
const COMPARISON = statement(
  'activation.comparison',
  'select selfie, finding, distance from selfie_comparison where activation_id = $1 and selfie = $2',
);

export async function putSelfie(sql: Sql, activation: ActivationId, selfie: Selfie): Promise<void> {
  sql.run(PUT_SELFIE, [activation, selfie.digest, selfie.mediaType, selfie.image]);
}

export async function findSelfie(sql: Sql, activation: ActivationId): Promise<Selfie | undefined> {
  const [row] = await sql.query<Selfie>(SELFIE, [activation]);
  return row;
}

/** No picture is kept of an application that came to nothing, and no distance between pictures. */
export async function dropSelfie(sql: Sql, activation: ActivationId): Promise<void> {
  sql.run(DROP_COMPARISON, [activation]);
  sql.run(DROP_SELFIE, [activation]);
}

/** What was found about one selfie; another selfie of the same application has to be compared anew. */
export interface SelfieComparison {
  readonly selfie: string;
  readonly finding: FaceFinding;
  readonly distance: number | null;
}

export async function putComparison(
  sql: Sql,
  activation: ActivationId,
  { selfie, finding, distance }: SelfieComparison,
  at: Date,
): Promise<void> {
  sql.run(PUT_COMPARISON, [activation, selfie, finding, distance, at]);
}

export async function findComparison(
  sql: Sql,
  activation: ActivationId,
  selfie: string,
): Promise<SelfieComparison | undefined> {
  const [row] = await sql.query<SelfieComparison>(COMPARISON, [activation, selfie]);
  return row;
}

const PUT_ATTESTATION = statement(
  'activation.putAttestation',
  'insert into attestation (id, activation_id, signed, received_at) values ($1, $2, $3, $4)',
);
const ATTESTATION = statement('activation.attestation', 'select signed from attestation where id = $1');

export async function putAttestation(
  sql: Sql,
  id: string,
  activation: ActivationId,
  signed: string,
  receivedAt: Date,
): Promise<void> {
  sql.run(PUT_ATTESTATION, [id, activation, signed, receivedAt]);
}

export async function findAttestation(sql: Sql, id: string): Promise<string | undefined> {
  const [row] = await sql.query<{ signed: string }>(ATTESTATION, [id]);
  return row?.signed;
}

const PUT_LINK = statement(
  'activation.putLink',
  'insert into confirmation_link (token_hash, activation_id) values ($1, $2)',
);
const LOCK_LINK = statement(
  'activation.lockLink',
  `select activation_id as activation, used_at as "usedAt" from confirmation_link where token_hash = $1 for update`,
);
const USE_LINK = statement(
  'activation.useLink',
  'update confirmation_link set used_at = $2 where token_hash = $1',
);

export async function putLink(sql: Sql, tokenHash: Uint8Array, activation: ActivationId): Promise<void> {
  sql.run(PUT_LINK, [tokenHash, activation]);
}

export async function lockLink(
  sql: Sql,
  tokenHash: Uint8Array,
): Promise<{ activation: ActivationId; usedAt: Date | null } | undefined> {
  const [row] = await sql.query<{ activation: ActivationId; usedAt: Date | null }>(LOCK_LINK, [tokenHash]);
  return row;
}

export async function useLink(sql: Sql, tokenHash: Uint8Array, at: Date): Promise<void> {
  sql.run(USE_LINK, [tokenHash, at]);
}
