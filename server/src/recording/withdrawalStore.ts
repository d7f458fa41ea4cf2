import type { EntryId } from '@jatidiri/core/ledger/model.ts';
import type { CaptureId } from '@jatidiri/core/recording/model.ts';
import type { ResidentId } from '@jatidiri/core/registry/model.ts';
import { type Sql, statement } from '../platform/db/database.ts';

interface Withdrawal {
  readonly resident: ResidentId;
  /** Null of who was recorded in another system. */
  readonly capture: CaptureId | null;
  readonly officer: string;
  readonly reason: string;
}

const PUT = statement(
  'recording.putWithdrawal',
  'insert into recording_withdrawal (opened_by, resident, capture, officer, reason) values ($1, $2, $3, $4, $5)',
);

export async function putWithdrawal(sql: Sql, withdrawal: Withdrawal, entry: EntryId): Promise<void> {
  const { resident, capture, officer, reason } = withdrawal;
  await sql.query(PUT, [entry, resident, capture, officer, reason]);
}
