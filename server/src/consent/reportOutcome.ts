import type { GrantRead } from '@jatidiri/core/consent/model.ts';
import { reportOutcome } from '@jatidiri/core/consent/rules.ts';
import type { OutcomeRequest } from '@jatidiri/core/consent/wire.ts';
import { refuse } from '@jatidiri/core/kit/result.ts';
import { append } from '../ledger/index.ts';
import type { PartnerCaller } from '../partner/index.ts';
import { type Answered, type ConsentDeps, factsOf } from './deps.ts';
import { lockGrant, lockRead, writeOutcome } from './grantStore.ts';

/** *Data balikan*: what came of a read; the resident sees it. Also after a withdrawal: what was read, was read. */
export async function takeOutcome(
  deps: ConsentDeps,
  { partner }: PartnerCaller,
  id: string,
  { outcome: code, note }: OutcomeRequest,
): Promise<Answered<GrantRead>> {
  return deps.database.write(async (sql) => {
    const read = await lockRead(sql, partner.id, id);
    const grant = read && (await lockGrant(sql, read.grant));
    if (!read || !grant) return refuse({ code: 'consent/read-unknown' });
    const reported = reportOutcome(read, { code, note }, deps.now());
    if (!reported.ok || reported.value === read) return reported;
    writeOutcome(sql, reported.value);
    await append(deps, sql, {
      kind: 'consent/outcome-reported',
      subject: grant.resident,
      actor: { kind: 'partner', partner: partner.id },
      details: { ...factsOf(grant), elements: [...read.attributes], read: read.id, outcome: code },
    });
    return reported;
  });
}
