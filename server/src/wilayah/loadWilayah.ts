import { createHash } from 'node:crypto';
import type { WilayahCode } from '@jatidiri/core/wilayah/model.ts';
import { type WilayahTree, wilayahTree } from '@jatidiri/core/wilayah/tree.ts';
import { append } from '../ledger/index.ts';
import type { Database, Sql } from '../platform/db/database.ts';
import { regionsFor } from './areaData.ts';
import { allRegions, upsertRegions } from './store.ts';

interface Deps {
  readonly database: Pick<Database, 'write'>;
  readonly now: () => Date;
  readonly newId: () => string;
}

/** Fills the region table from the published data; a repetition changes nothing and leaves no entry. */
export async function importWilayah(deps: Deps, province: WilayahCode): Promise<void> {
  const regions = await regionsFor(province);
  const digest = createHash('sha256').update(JSON.stringify(regions)).digest('hex');
  await deps.database.write(async (sql) => {
    const written = await upsertRegions(sql, regions);
    if (written === 0) return;
    await append(deps, sql, {
      kind: 'wilayah/regions-imported',
      subject: null,
      actor: { kind: 'system', task: 'wilayah' },
      details: { regions: regions.length, written, digest },
    });
  });
}

/** Reads the regions once; the tree is then handed to whoever asks for names, parents and children. */
export async function loadWilayah(sql: Sql): Promise<WilayahTree> {
  return wilayahTree(await allRegions(sql));
}
