import type { ResidentId } from '@jatidiri/core/registry/model.ts';
import { type Sql, statement } from '../platform/db/database.ts';
import { FIRST_UUID, type SealedRows } from '../platform/keys/sealStore.ts';
import { TEMPLATE_KEY } from './templateSealer.ts';

/** A template as it is kept: sealed, under the id of what it was taken from. */
export interface SealedTemplate {
  readonly id: string;
  readonly resident: ResidentId;
  readonly sealed: Uint8Array;
  /** Counts up in the order of writing; numbers of transactions that end late come late. */
  readonly added: number;
}

const PUT = statement(
  'face.putTemplate',
  `insert into face_template (id, resident_id, sealed) values ($1, $2, $3)
   on conflict (id) do update set sealed = excluded.sealed, resident_id = excluded.resident_id, added = default`,
);
const DROP = statement('face.dropTemplate', 'delete from face_template where id = $1');
const COLUMNS = 'id, resident_id as resident, sealed, added::float8 as added';
const BY_ID = statement('face.templates', `select ${COLUMNS} from face_template where id = any($1)`);
const AFTER = statement(
  'face.templatesAfter',
  `select ${COLUMNS} from face_template where added > $1 and added <> all($2) order by added limit $3`,
);

export async function putTemplate(
  sql: Sql,
  { id, resident, sealed }: Omit<SealedTemplate, 'added'>,
): Promise<void> {
  sql.run(PUT, [id, resident, sealed]);
}

/** The template goes with the photograph that it was made of. */
export async function dropTemplate(sql: Sql, id: string): Promise<void> {
  sql.run(DROP, [id]);
}

export async function templatesOf(sql: Sql, ids: readonly string[]): Promise<SealedTemplate[]> {
  return sql.query<SealedTemplate>(BY_ID, [ids]);
}

const ONE_SEARCH = statement('face.oneSearch', "select pg_advisory_xact_lock(hashtext('face.search'))");

/** One search after another until the transaction ends: two at the same time would not see each other's face. */
export async function awaitTurn(sql: Sql): Promise<void> {
  await sql.query(ONE_SEARCH);
}

/** What was added after `number`, without those that are known. */
export async function templatesAfter(
  sql: Sql,
  number: number,
  known: readonly number[],
  limit: number,
): Promise<SealedTemplate[]> {
  return sql.query<SealedTemplate>(AFTER, [number, known, limit]);
}

/** Where templates lie sealed. */
export const SEALED_TEMPLATES: SealedRows = {
  key: TEMPLATE_KEY,
  table: 'face_template',
  name: [{ column: 'id', first: FIRST_UUID }],
  where: 'true',
  context: (id) => id,
};
