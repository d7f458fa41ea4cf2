import { isDeepStrictEqual } from 'node:util';
import type { Officer } from '@jatidiri/core/office/model.ts';
import type { Means } from '@jatidiri/core/outreach/proposalWire.ts';
import { append, type Tracing } from '../ledger/index.ts';
import { officerActor } from '../office/index.ts';
import type { Database } from '../platform/db/database.ts';
import { findMeans, lockMeans, putMeans } from './meansStore.ts';

interface Deps extends Tracing {
  readonly database: Database;
}

/** What the officer's office could send out when it last asked; null before the first time. */
export async function readMeans({ database }: Deps, { office }: Officer): Promise<Means | null> {
  return (await findMeans(database.read, office.id)) ?? null;
}

/** Keeps what an office can send out, so that nobody types travel times twice. The same again changes nothing. */
export async function keepMeans(deps: Deps, officer: Officer, means: Means): Promise<void> {
  const office = officer.office.id;
  await deps.database.write(async (sql) => {
    if (isDeepStrictEqual(await lockMeans(sql, office), means)) return;
    const entry = await append(deps, sql, {
      kind: 'outreach/means-kept',
      subject: null,
      actor: officerActor(officer),
      details: {},
    });
    await putMeans(sql, office, means, entry);
  });
}
