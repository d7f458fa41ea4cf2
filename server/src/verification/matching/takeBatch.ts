import { createHash } from 'node:crypto';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import { attributesOf, readRows } from '@jatidiri/core/matching/batchRows.ts';
import type { MatchRefusalCode } from '@jatidiri/core/matching/refusals.ts';
import { mayAsk, purposeOf } from '@jatidiri/core/partner/agreement.ts';
import type { PartnerAccessRefusalCode } from '@jatidiri/core/partner/refusals.ts';
import { append, type Tracing } from '../../ledger/index.ts';
import type { PartnerCaller } from '../../partner/index.ts';
import type { Database } from '../../platform/db/database.ts';
import { addJob } from '../../platform/jobs.ts';
import { type Batch, findBatch, insertBatch, isTaken } from './batchStore.ts';

export const MATCH_BATCH = 'verification.matchBatch';

export interface TakeBatchDeps extends Tracing {
  readonly database: Database;
}

interface File {
  readonly id: string;
  readonly purpose: string;
  readonly body: Buffer;
  readonly format: 'csv' | 'jsonLines';
}

type Taken = Result<Batch, Refusal<MatchRefusalCode | PartnerAccessRefusalCode>>;

/** Takes a file of statements to be worked on; the same file under the same id is the batch that is there. */
export async function takeBatch(deps: TakeBatchDeps, caller: PartnerCaller, file: File): Promise<Taken> {
  const partner = caller.partner.id;
  const purpose = purposeOf(caller.agreement, file.purpose);
  if (!purpose.ok) return purpose;
  const rows = readRows(file.body.toString('utf8'), file.format);
  if (!rows.ok) return rows;
  const allowed = mayAsk(purpose.value, attributesOf(rows.value));
  if (!allowed.ok) return allowed;

  const { id } = file;
  const digest = createHash('sha256').update(`${purpose.value.id}\n`).update(file.body).digest();
  const batch = { id, partner, client: caller.client.id, purpose: purpose.value.id, digest };
  try {
    await deps.database.write(async (sql) => {
      await insertBatch(sql, { ...batch, receivedAt: deps.now() }, rows.value);
      await append(deps, sql, {
        kind: 'verification/batch-received',
        subject: null,
        actor: { kind: 'partner', partner },
        details: { batch: id, purpose: purpose.value.id, rows: rows.value.length },
      });
      await addJob(sql, MATCH_BATCH, { partner, id });
    });
  } catch (error) {
    if (!isTaken(error)) throw error;
  }
  const taken = (await findBatch(deps.database.read, { partner, id }))!;
  return digest.equals(taken.digest) ? ok(taken) : refuse({ code: 'match/batch-differs' });
}
