import { type Sql, statement } from '../platform/db/database.ts';

export interface Ceremony {
  readonly id: string;
  readonly challenge: string;
  /** Who enrols, by which code's digest; null for a sign-in: the passkey will tell who it is. */
  readonly enrols: { readonly officer: string; readonly invitation: Buffer } | null;
  readonly expiresAt: Date;
}

interface CeremonyRow {
  challenge: string;
  officer: string | null;
  invitation: Buffer | null;
  expiresAt: Date;
}

const INSERT = statement(
  'office.insertCeremony',
  'insert into passkey_ceremony (id, challenge, officer, invitation, expires_at) values ($1, $2, $3, $4, $5)',
);
const SWEEP = statement('office.sweepCeremonies', 'delete from passkey_ceremony where expires_at <= $1');
const TAKE = statement(
  'office.takeCeremony',
  `delete from passkey_ceremony where id = $1
   returning challenge, officer, invitation, expires_at as "expiresAt"`,
);

/** Those that were never finished go with the next that begins. */
export async function insertCeremony(sql: Sql, ceremony: Ceremony, now: Date): Promise<void> {
  await sql.query(SWEEP, [now]);
  const { id, challenge, enrols, expiresAt } = ceremony;
  await sql.query(INSERT, [id, challenge, enrols?.officer ?? null, enrols?.invitation ?? null, expiresAt]);
}

/** Whoever takes it is the only one. */
export async function takeCeremony(sql: Sql, id: string): Promise<Ceremony | undefined> {
  const [row] = await sql.query<CeremonyRow>(TAKE, [id]);
  if (!row) return undefined;
  const { officer, invitation, challenge, expiresAt } = row;
  return { id, challenge, expiresAt, enrols: officer && invitation ? { officer, invitation } : null };
}
