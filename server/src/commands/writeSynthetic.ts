import type { IsoDate } from '@jatidiri/core/kit/date.ts';
import type { ResidentRecord } from '@jatidiri/core/registry/model.ts';
import { ancestor } from '@jatidiri/core/wilayah/model.ts';
import { syntheticIkd } from '../../../seed/ikd.ts';
import { takeEarlierActivations } from '../activation/index.ts';
import type { Tracing } from '../ledger/index.ts';
import { officesByWilayah } from '../office/index.ts';
import type { Database, Sql } from '../platform/db/database.ts';
import { idsOf, takeBatch } from '../registry/index.ts';

export interface DemoDeps extends Tracing {
  readonly database: Database;
}

export interface BatchWriter {
  readonly batchSize: number;
  write(rows: readonly ResidentRecord[]): Promise<void>;
}

const TASK = 'synthetic-population';

/** Writes synthetic residents and the identities that were active before, each batch whole or not at all. */
export async function batchWriter(deps: DemoDeps, asOf: IsoDate, digest: string): Promise<BatchWriter> {
  const offices = await officesByWilayah(deps.database.read);
  let batch = 0;
  return {
    batchSize: 20_000,
    async write(rows) {
      batch += 1;
      const source = { task: TASK, digest, batch };
      await deps.database.write(async (sql) => {
        await takeBatch(deps, sql, rows, source);
        await takeIdentities(deps, sql, rows, asOf, offices);
      });
    },
  };
}

async function takeIdentities(
  deps: Tracing,
  sql: Sql,
  rows: readonly ResidentRecord[],
  asOf: IsoDate,
  offices: ReadonlyMap<string, string>,
): Promise<void> {
  const active = rows.flatMap((resident) => {
    const ikd = syntheticIkd(resident, asOf);
    return ikd ? [{ resident, ikd }] : [];
  });
  const ids = await idsOf(
    sql,
    active.map(({ resident }) => resident.nik),
  );
  const earlier = active.map(({ resident: { domicile }, ikd }, index) => ({
    resident: ids[index]!,
    domicile,
    office: offices.get(ancestor(domicile, 'kabupatenKota'))!,
    activatedAt: new Date(`${ikd.activatedOn}T03:00:00Z`),
  }));
  await takeEarlierActivations(deps, sql, earlier, TASK);
}
