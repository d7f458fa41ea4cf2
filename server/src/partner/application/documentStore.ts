import type { EntryId } from '@jatidiri/core/ledger/model.ts';
import type { PartnerId } from '@jatidiri/core/partner/model.ts';
import { type Sql, statement } from '../../platform/db/database.ts';

export interface DocumentLine {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  readonly addedAt: Date;
}

const LIST = statement(
  'partner.documents',
  `select id, name, length(content) as bytes, added_at as "addedAt" from partner_document
   where partner = $1 order by added_at, id`,
);
const FIND = statement(
  'partner.document',
  'select partner, name, content from partner_document where id = $1',
);
const INSERT = statement(
  'partner.insertDocument',
  `insert into partner_document (id, opened_by, partner, name, sha256, content, added_at)
   values ($1, $2, $3, $4, $5, $6, $7)`,
);

export async function listDocuments(sql: Sql, partner: PartnerId): Promise<DocumentLine[]> {
  return sql.query<DocumentLine>(LIST, [partner]);
}

export async function findDocument(
  sql: Sql,
  id: string,
): Promise<{ partner: PartnerId; name: string; content: Buffer } | undefined> {
  const [row] = await sql.query<{ partner: PartnerId; name: string; content: Buffer }>(FIND, [id]);
  return row;
}

export async function insertDocument(
  sql: Sql,
  document: {
    id: string;
    partner: PartnerId;
    name: string;
    sha256: Uint8Array;
    content: Buffer;
    addedAt: Date;
  },
  entry: EntryId,
): Promise<void> {
  const { id, partner, name, sha256, content, addedAt } = document;
  await sql.query(INSERT, [id, entry, partner, name, Buffer.from(sha256), content, addedAt]);
}
