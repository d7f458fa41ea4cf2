import type { EntryId } from '@jatidiri/core/ledger/model.ts';
import { type Sql, statement } from '../platform/db/database.ts';
import type { PasskeyKey } from '../platform/passkey/ceremony.ts';

export interface Passkey extends PasskeyKey {
  readonly officer: string;
}

const FIND = statement(
  'office.findPasskey',
  `select credential, officer, public_key as "publicKey", counter, transports from officer_passkey
   where credential = $1`,
);
const INSERT = statement(
  'office.insertPasskey',
  `insert into officer_passkey (credential, opened_by, officer, public_key, counter, transports)
   values ($1, $2, $3, $4, $5, $6)`,
);
const COUNT = statement(
  'office.countPasskey',
  'update officer_passkey set counter = $2 where credential = $1',
);
const HAS_ANY = statement(
  'office.hasPasskey',
  'select exists (select from officer_passkey where officer = $1) as found',
);

export async function findPasskey(sql: Sql, credential: string): Promise<Passkey | undefined> {
  const [row] = await sql.query<Passkey>(FIND, [credential]);
  return row;
}

export async function insertPasskey(sql: Sql, passkey: Passkey, entry: EntryId): Promise<void> {
  const { credential, officer, publicKey, counter, transports } = passkey;
  await sql.query(INSERT, [credential, entry, officer, Buffer.from(publicKey), counter, transports]);
}

/** The authenticator's own signature counter (WebAuthn section 6.1.1): one that falls back betrays a copy. */
export async function setCounter(sql: Sql, credential: string, counter: number): Promise<void> {
  await sql.query(COUNT, [credential, counter]);
}

export async function hasPasskey(sql: Sql, officer: string): Promise<boolean> {
  const [row] = await sql.query<{ found: boolean }>(HAS_ANY, [officer]);
  return row!.found;
}
