import type { ChainedEntry } from '@jatidiri/core/ledger/model.ts';
import { append, follow, type Tracing } from '../ledger/index.ts';
import type { Database, Sql } from '../platform/db/database.ts';
import { goneBy } from '../registry/index.ts';
import { lockOpenOf, putRequest } from './store.ts';

interface Deps extends Tracing {
  readonly database: Database;
}

/** Reads on in the ledger and ends what somebody asked for who has died or whose record is annulled: nobody waits for it. */
export function followEnds(deps: Deps): Promise<number> {
  return follow(
    deps.database,
    'service.ends',
    async (entries, sql) => {
      for (const entry of entries) if (ENDS.has(entry.kind) || isImport(entry)) await endOf(deps, sql, entry);
    },
    isImport,
  );
}

const ENDS = new Set(['registry/died', 'registry/annulled']);
const isImport = ({ kind }: ChainedEntry): boolean => kind === 'registry/residents-imported';

async function endOf(deps: Deps, sql: Sql, { id }: ChainedEntry): Promise<void> {
  for (const request of await lockOpenOf(sql, await goneBy(sql, id))) {
    const entry = await append(deps, sql, {
      kind: 'service/ended',
      subject: request.resident,
      actor: { kind: 'system', task: 'service.ends' },
      details: { request: request.id, service: request.wish.kind },
    });
    await putRequest(sql, { ...request, state: 'withdrawn', at: deps.now() }, entry);
  }
}
