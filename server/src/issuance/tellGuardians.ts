import type { ActivationId } from '@jatidiri/core/activation/model.ts';
import { CHANNELS, type Channel } from '@jatidiri/core/recovery/model.ts';
import { identitiesOf, type NoticeDeps, sendNotice } from '../activation/index.ts';
import { guardiansOf } from '../family/index.ts';
import { type KiaEnding, takeEndings } from '../kia/index.ts';
import { append, type Tracing } from '../ledger/index.ts';
import type { Database, Sql } from '../platform/db/database.ts';
import { addJob } from '../platform/jobs.ts';
import { revokeKiaOf } from './followFamilies.ts';
import { type EndingNotice, endingMessage } from './guardianMessages.ts';

export const TELL_GUARDIAN = 'issuance.tellGuardian';

interface EndingDeps extends Tracing {
  readonly database: Database;
}

const BATCH = 100;

/**
 * Tells guardians that a child's KIA ends with its fifth or seventeenth birthday, ahead and on the day; on the day the
 * KIA leaves their wallets. Returns of how many children.
 */
export function followBirthdays(deps: EndingDeps): Promise<number> {
  return deps.database.write(async (sql) => {
    const endings = await takeEndings(sql, deps.now(), BATCH);
    for (const ending of endings) await tellGuardians(deps, sql, ending);
    const ended = endings.filter(({ moment }) => moment === 'reached').map(({ child }) => child);
    if (ended.length > 0) await revokeKiaOf(deps, sql, ended, 'ended');
    return endings.length;
  });
}

async function tellGuardians(deps: EndingDeps, sql: Sql, { child, ...notice }: KiaEnding): Promise<void> {
  const [own] = await identitiesOf(sql, [child]);
  const guardians = own ? [] : await guardiansOf({ now: () => lastMomentOf(notice) }, sql, child);
  const told = await identitiesOf(
    sql,
    guardians.map(({ resident }) => resident.id),
  );
  for (const { id: activation } of told)
    for (const channel of CHANNELS) await addJob(sql, TELL_GUARDIAN, { activation, channel, ...notice });
  await append(deps, sql, {
    kind: 'kia/ending-told',
    subject: child,
    actor: { kind: 'system', task: TELL_GUARDIAN },
    details: { ...notice, guardians: told.length },
  });
}

/** Who answers for the child as long as the card is valid: on the birthday itself nobody does any more. */
const lastMomentOf = ({ until }: EndingNotice): Date => new Date(Date.parse(`${until}T00:00:00+08:00`) - 1);

interface Payload extends EndingNotice {
  readonly activation: ActivationId;
  readonly channel: Channel;
}

/** The job: one message on one channel. */
export function tellGuardian(deps: NoticeDeps, payload: unknown): Promise<void> {
  const { activation, channel, ...notice } = payload as Payload;
  return sendNotice(deps, { activation, channel }, endingMessage(notice));
}
