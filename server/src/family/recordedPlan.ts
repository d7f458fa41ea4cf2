import type { EventId, EventPlan } from '@jatidiri/core/family/model.ts';
import type { Sql } from '../platform/db/database.ts';
import { transitionBy } from '../registry/index.ts';
import { peopleIn } from './eventStore.ts';

/** What an event did, for a desk that sends it again because the answer was lost. */
export async function recordedPlan(sql: Sql, id: EventId): Promise<EventPlan> {
  const changed: EventPlan['changed'][number][] = [];
  const added: EventPlan['added'][number][] = [];
  for (const { resident, role, entry } of await peopleIn(sql, id)) {
    const done = entry && (await transitionBy(sql, resident, entry));
    if (!done) continue;
    const { before, after } = done;
    if (before) changed.push({ role, entry: '', before, after });
    else added.push({ role, entry: 'registry/born', record: after });
  }
  return { changed, added, named: [], guardians: [], warnings: [] };
}
