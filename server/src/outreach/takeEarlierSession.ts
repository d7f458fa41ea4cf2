import type { OutreachSession, SessionId, SessionPlan } from '@jatidiri/core/outreach/model.ts';
import { append, type Tracing } from '../ledger/index.ts';
import type { Sql } from '../platform/db/database.ts';
import { allSessions, putSession } from './store.ts';

export interface EarlierSession {
  readonly plan: SessionPlan;
  readonly office: string;
  readonly activations: number;
  /** The published figure that says so. */
  readonly source: string;
}

/** A session that was held before this system, as it was published. A repetition changes nothing. */
export async function takeEarlierSession(
  deps: Tracing,
  sql: Sql,
  { plan, office, activations, source }: EarlierSession,
): Promise<void> {
  const known = (await allSessions(sql)).some(
    (one) => one.state === 'closed' && one.result.reported?.source === source,
  );
  if (known) return;
  const id = deps.newId() as SessionId;
  const entry = await append(deps, sql, {
    kind: 'outreach/session-reported',
    subject: null,
    actor: { kind: 'system', task: 'outreach' },
    details: { session: id, wilayah: plan.wilayah, activations, source },
  });
  const session: OutreachSession = {
    ...plan,
    id,
    office,
    state: 'closed',
    result: {
      openedAt: null,
      // The end of its last day in East Kalimantan (UTC+8).
      closedAt: new Date(`${plan.to}T16:00:00Z`),
      shortfalls: [],
      note: '',
      reported: { activations, source },
    },
  };
  await putSession(sql, session, entry);
}
