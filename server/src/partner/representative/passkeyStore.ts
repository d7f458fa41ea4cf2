import type { EntryId } from '@jatidiri/core/ledger/model.ts';
import type { PartnerId } from '@jatidiri/core/partner/model.ts';
import { type Sql, statement } from '../../platform/db/database.ts';
import type { PasskeyKey } from '../../platform/passkey/ceremony.ts';

interface Passkey extends PasskeyKey {
  readonly representative: string;
}

/** Who is to be enrolled when a ceremony succeeds. */
export interface Enrolling {
  readonly representative: string;
  readonly name: string;
  readonly email: string;
  /** Digest (hexadecimal) of the code by which this person joins a partner. */
  readonly invitation: string | null;
}

interface Ceremony {
  readonly id: string;
  readonly challenge: string;
  /** Null for a sign-in: the passkey will tell who it is. */
  readonly enrols: Enrolling | null;
  readonly expiresAt: Date;
}

const FIND = statement(
  'partner.passkey',
  `select credential, representative, public_key as "publicKey", counter, transports from representative_passkey
   where credential = $1`,
);
const INSERT = statement(
  'partner.insertPasskey',
  `insert into representative_passkey (credential, opened_by, representative, public_key, counter, transports)
   values ($1, $2, $3, $4, $5, $6)`,
);
const COUNT = statement(
  'partner.countPasskey',
  'update representative_passkey set counter = $2 where credential = $1',
);
const BEGIN = statement(
  'partner.insertCeremony',
  'insert into representative_ceremony (id, challenge, enrols, expires_at) values ($1, $2, $3, $4)',
);
const SWEEP = statement(
  'partner.sweepCeremonies',
  'delete from representative_ceremony where expires_at <= $1',
);
const TAKE = statement(
  'partner.takeCeremony',
  `delete from representative_ceremony where id = $1
   returning id, challenge, enrols, expires_at as "expiresAt"`,
);
const OPEN = `select partner, expires_at as "expiresAt", demo
   from representative_invitation join partner on partner.id = representative_invitation.partner
   where code_digest = $1 and closed_by is null and (expires_at is null or expires_at > $2)`;
const INVITATION = statement('partner.invitation', OPEN);
const LOCK_INVITATION = statement(
  'partner.lockInvitation',
  `${OPEN} for update of representative_invitation`,
);
const INVITE = statement(
  'partner.insertInvitation',
  'insert into representative_invitation (code_digest, opened_by, partner, expires_at) values ($1, $2, $3, $4)',
);
const USE_UP = statement(
  'partner.closeInvitation',
  `update representative_invitation set closed_by = $2
   where code_digest = $1 and closed_by is null and expires_at is not null`,
);

export async function findPasskey(sql: Sql, credential: string): Promise<Passkey | undefined> {
  const [row] = await sql.query<Passkey>(FIND, [credential]);
  return row;
}

export async function insertPasskey(
  sql: Sql,
  { credential, publicKey, counter, transports }: PasskeyKey,
  representative: string,
  entry: EntryId,
): Promise<void> {
  await sql.query(INSERT, [credential, entry, representative, Buffer.from(publicKey), counter, transports]);
}

/** The authenticator's own signature counter (WebAuthn section 6.1.1): one that falls back betrays a copy. */
export async function setCounter(sql: Sql, credential: string, counter: number): Promise<void> {
  await sql.query(COUNT, [credential, counter]);
}

/** Those that were never finished go with the next that begins. */
export async function insertCeremony(sql: Sql, ceremony: Ceremony, now: Date): Promise<void> {
  await sql.query(SWEEP, [now]);
  const { id, challenge, enrols, expiresAt } = ceremony;
  await sql.query(BEGIN, [id, challenge, enrols, expiresAt]);
}

/** Whoever takes it is the only one. */
export async function takeCeremony(sql: Sql, id: string): Promise<Ceremony | undefined> {
  const [row] = await sql.query<Ceremony>(TAKE, [id]);
  return row;
}

interface Invitation {
  readonly partner: PartnerId;
  readonly expiresAt: Date | null;
  readonly demo: boolean;
}

export async function findInvitation(
  sql: Sql,
  codeDigest: Buffer,
  now: Date,
): Promise<Invitation | undefined> {
  return (await sql.query<Invitation>(INVITATION, [codeDigest, now]))[0];
}

/** Holds it until the transaction ends: of two who use a code at the same moment, one comes second. */
export async function lockInvitation(
  sql: Sql,
  codeDigest: Buffer,
  now: Date,
): Promise<Invitation | undefined> {
  return (await sql.query<Invitation>(LOCK_INVITATION, [codeDigest, now]))[0];
}

/** @param expiresAt null for a demonstration's code, which does not wear out */
export async function insertInvitation(
  sql: Sql,
  { codeDigest, partner, expiresAt }: { codeDigest: Buffer; partner: PartnerId; expiresAt: Date | null },
  entry: EntryId,
): Promise<void> {
  await sql.query(INVITE, [codeDigest, entry, partner, expiresAt]);
}

export async function useUpInvitation(sql: Sql, codeDigest: Buffer, entry: EntryId): Promise<void> {
  await sql.query(USE_UP, [codeDigest, entry]);
}
