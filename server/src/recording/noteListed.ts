import type { Officer } from '@jatidiri/core/office/model.ts';
import type { ResidentId } from '@jatidiri/core/registry/model.ts';
import { appendMany, type Tracing } from '../ledger/index.ts';
import { officerActor } from '../office/index.ts';
import type { Sql } from '../platform/db/database.ts';

/** Whoever stands on a list that an officer opened will read that. */
export function noteListed(deps: Tracing, sql: Sql, officer: Officer, ids: readonly ResidentId[]): void {
  const actor = officerActor(officer);
  appendMany(
    deps,
    sql,
    ids.map((subject) => ({ kind: 'recording/listed', subject, actor, details: {} })),
  );
}
