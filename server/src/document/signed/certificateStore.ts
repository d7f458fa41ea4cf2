import type { EventId } from '@jatidiri/core/family/model.ts';
import type { EntryId } from '@jatidiri/core/ledger/model.ts';
import { type Sql, statement } from '../../platform/db/database.ts';

const NUMBER = statement(
  'document.certificateNumber',
  'select number from civil_certificate where event = $1',
);
const GIVE = statement(
  'document.giveCertificateSerial',
  `insert into certificate_series as known (series, last) values ($1, 1)
   on conflict (series) do update set last = known.last + 1 returning last`,
);
const INSERT = statement(
  'document.insertCertificate',
  'insert into civil_certificate (event, number, entry) values ($1, $2, $3)',
);

/** Of an event's certificate; undefined while nobody has asked for one. */
export async function certificateNumber(sql: Sql, event: EventId): Promise<string | undefined> {
  const [row] = await sql.query<{ number: string }>(NUMBER, [event]);
  return row?.number;
}

/** The next of a series; whoever else asks in it waits, and none is given twice. */
export async function giveCertificateSerial(sql: Sql, series: string): Promise<number> {
  const [row] = await sql.query<{ last: number }>(GIVE, [series]);
  return row!.last;
}

export async function insertCertificate(
  sql: Sql,
  event: EventId,
  number: string,
  entry: EntryId,
): Promise<void> {
  await sql.query(INSERT, [event, number, entry]);
}
