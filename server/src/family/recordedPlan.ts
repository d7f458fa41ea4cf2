import type { EventId, EventPlan } from '@jatidiri/core/family/model.ts';
import type { Resident } from '@jatidiri/core/registry/model.ts';
import type { Sql } from '../platform/db/database.ts';
import { findByIds, transitionBy } from '../registry/index.ts';
import { peopleIn } from './eventStore.ts';

/** What an event did, for a desk that sends it again because the answer was lost. */
export async function recordedPlan(
  sql: Sql,
  id: EventId,
): Promise<{ plan: EventPlan; concerned: readonly Resident[] }> {
  const changed: EventPlan['changed'][number][] = [];
  const added: EventPlan['added'][number][] = [];
  const people = await peopleIn(sql, id);
  for (const { resident, role, entry } of people) {
    const done = entry && (await transitionBy(sql, resident, entry));
    if (!done) continue;
    const { before, after } = done;
    if (before) changed.push({ role, entry: '', before, after });
    else added.push({ role, entry: 'registry/born', record: after });
  }
  const concerned = await findByIds(
    sql,
    people.map(({ resident }) => resident),
  );
  return { plan: { changed, added, named: [], guardians: [], warnings: [] }, concerned };
}
