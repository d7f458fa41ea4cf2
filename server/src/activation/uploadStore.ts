import type { ActivationId } from '@jatidiri/core/activation/model.ts';
import { type Sql, statement } from '../platform/db/database.ts';

/** The beginning of a picture: its first bytes, and what the whole will be. */
export interface Upload {
  readonly digest: string;
  readonly size: number;
  readonly image: Buffer;
}

const FIND = statement(
  'activation.upload',
  'select digest, size, image from selfie_upload where activation_id = $1',
);
const PUT = statement(
  'activation.putUpload',
  `insert into selfie_upload (activation_id, digest, size, image) values ($1, $2, $3, $4)
   on conflict (activation_id) do update set digest = excluded.digest, size = excluded.size, image = excluded.image`,
);
const DROP = statement('activation.dropUpload', 'delete from selfie_upload where activation_id = $1');

export async function findUpload(sql: Sql, activation: ActivationId): Promise<Upload | undefined> {
  const [upload] = await sql.query<Upload>(FIND, [activation]);
  return upload;
}

/** One picture at a time: another one takes its place. */
export async function putUpload(sql: Sql, activation: ActivationId, upload: Upload): Promise<void> {
  sql.run(PUT, [activation, upload.digest, upload.size, upload.image]);
}

export async function dropUpload(sql: Sql, activation: ActivationId): Promise<void> {
  sql.run(DROP, [activation]);
}
