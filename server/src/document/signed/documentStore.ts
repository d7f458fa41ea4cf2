import type { SignedDocumentId, SignedKind } from '@jatidiri/core/document/signedModel.ts';
import type { EventId } from '@jatidiri/core/family/model.ts';
import type { EntryId } from '@jatidiri/core/ledger/model.ts';
import type { ResidentId } from '@jatidiri/core/registry/model.ts';
import { type Sql, statement } from '../../platform/db/database.ts';

/** A signed document as it is kept: never changed. */
export interface KeptDocument {
  readonly id: SignedDocumentId;
  readonly reference: string;
  readonly kind: SignedKind;
  readonly resident: ResidentId;
  readonly event: EventId | null;
  /** SHA-256 of `factsOf` its content. */
  readonly facts: Uint8Array;
  /** A JWS. */
  readonly statement: string;
  readonly drawnAt: Date;
  readonly drawnBy: ResidentId | null;
}

const INSERT = statement(
  'document.insertSigned',
  `insert into signed_document (id, opened_by, reference, kind, resident_id, event, facts, statement, drawn_at, drawn_by)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
);
const BY_REFERENCE = statement(
  'document.signedByReference',
  `select id, reference, kind, resident_id as resident, event, facts, statement, drawn_at as "drawnAt", drawn_by as "drawnBy"
   from signed_document where reference = $1`,
);
const DRAWN_SINCE = statement(
  'document.signedSince',
  'select count(*)::int as n from signed_document where drawn_by = $1 and drawn_at >= $2',
);

export async function insertDocument(sql: Sql, document: KeptDocument, entry: EntryId): Promise<void> {
  const { id, reference, kind, resident, event, facts, drawnAt, drawnBy } = document;
  const kept = [reference, kind, resident, event, Buffer.from(facts), document.statement, drawnAt, drawnBy];
  await sql.query(INSERT, [id, entry, ...kept]);
}

export async function findDocument(sql: Sql, reference: string): Promise<KeptDocument | undefined> {
  const [row] = await sql.query<KeptDocument>(BY_REFERENCE, [reference]);
  return row;
}

/** How many somebody has drawn up on the own handset. */
export async function countDrawnSince(sql: Sql, resident: ResidentId, since: Date): Promise<number> {
  const [row] = await sql.query<{ n: number }>(DRAWN_SINCE, [resident, since]);
  return row!.n;
}
