import type { EntryId } from '@jatidiri/core/ledger/model.ts';
import { type Sql, statement } from '../platform/db/database.ts';

/** An open invitation: whoever has the code may register a passkey for this officer. */
export interface Invitation {
  readonly codeDigest: Buffer;
  readonly officer: string;
  /** Null: a demonstration's code, which does not wear out. */
  readonly expiresAt: Date | null;
}

const FIND = statement(
  'office.findInvitation',
  `select code_digest as "codeDigest", officer, expires_at as "expiresAt" from officer_invitation
   where code_digest = $1 and closed_by is null and (expires_at is null or expires_at > $2)`,
);
const EXISTS = statement('office.invitationKnown', 'select from officer_invitation where code_digest = $1');
const INSERT = statement(
  'office.insertInvitation',
  'insert into officer_invitation (code_digest, opened_by, officer, expires_at) values ($1, $2, $3, $4)',
);
const CLOSE_ALL = statement(
  'office.closeInvitations',
  `update officer_invitation set closed_by = $2
   where officer = $1 and closed_by is null and expires_at is not null`,
);

export async function findInvitation(
  sql: Sql,
  codeDigest: Buffer,
  now: Date,
): Promise<Invitation | undefined> {
  const [row] = await sql.query<Invitation>(FIND, [codeDigest, now]);
  return row;
}

export async function isInvitationKnown(sql: Sql, codeDigest: Buffer): Promise<boolean> {
  return (await sql.query(EXISTS, [codeDigest])).length > 0;
}

export async function insertInvitation(sql: Sql, invitation: Invitation, entry: EntryId): Promise<void> {
  const { codeDigest, officer, expiresAt } = invitation;
  await sql.query(INSERT, [codeDigest, entry, officer, expiresAt]);
}

/** One officer, one open code: used, replaced or withdrawn. A demonstration's code stays. */
export async function closeInvitationsOf(sql: Sql, officer: string, entry: EntryId): Promise<void> {
  await sql.query(CLOSE_ALL, [officer, entry]);
}
