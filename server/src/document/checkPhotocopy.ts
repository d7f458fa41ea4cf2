import type { checkRefusals } from '@jatidiri/core/document/refusals.ts';
import { standingOf } from '@jatidiri/core/document/rules.ts';
import type { CheckReply } from '@jatidiri/core/document/wire.ts';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import { append, type Tracing } from '../ledger/index.ts';
import type { CallerTries } from '../platform/callerTries.ts';
import type { Database } from '../platform/db/database.ts';
import { versionsOf } from '../registry/index.ts';
import { addCheck } from './checkStore.ts';
import { lockByReference } from './photocopyStore.ts';

export interface CheckDeps extends Tracing {
  readonly database: Database;
  /** By address, and by what is checked: a trail that somebody floods tells nothing. */
  readonly checkTries: { readonly byAddress: CallerTries; readonly byDocument: CallerTries };
}

/**
 * What whoever holds a photocopy is told: whether it is good, and then its sealed content, which only the secret in the QR
 * opens. Its resident sees that it was looked at and when; by whom is not asked.
 */
export async function checkPhotocopy(
  deps: CheckDeps,
  reference: string,
  address: string,
): Promise<Result<CheckReply, Refusal<keyof typeof checkRefusals>>> {
  const { byAddress, byDocument } = deps.checkTries;
  if (!byAddress.take(address) || !byDocument.take(reference))
    return refuse({ code: 'document/too-many-checks' });
  return deps.database.write(async (sql) => {
    const copy = await lockByReference(sql, reference);
    if (!copy) return refuse({ code: 'document/reference-unknown' });
    const now = deps.now();
    const entry = await append(deps, sql, {
      kind: 'document/photocopy-checked',
      subject: copy.resident,
      actor: { kind: 'stranger' },
      details: { photocopy: copy.id },
    });
    await addCheck(sql, entry, copy.id, now);
    const record = (await versionsOf(sql, copy.resident)).find(({ closedBy }) => closedBy === null);
    // With its person the paper dies, and with a record that is none: whoever shows it then is somebody else.
    const life = record?.resident.life.kind;
    if (!record || life === 'deceased' || life === 'annulled') return ok({ standing: 'withdrawn' });
    const { kind } = standingOf(copy, now);
    if (kind !== 'valid' || !copy.sealed) return ok({ standing: kind === 'valid' ? 'expired' : kind });
    return ok({
      standing: 'valid',
      sealed: Buffer.from(copy.sealed).toString('base64'),
      outdated: record.openedBy !== copy.recordVersion,
    });
  });
}
