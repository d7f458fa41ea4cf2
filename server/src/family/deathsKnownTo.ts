import type { EvidenceKind } from '@jatidiri/core/family/model.ts';
import type { IsoDate } from '@jatidiri/core/kit/date.ts';
import type { ResidentId } from '@jatidiri/core/registry/model.ts';
import type { Sql } from '../platform/db/database.ts';
import { findByIds } from '../registry/index.ts';
import { deathsAround } from './eventStore.ts';

/**
 * Who of somebody's family has died, when, and on which certificate it was recorded: what survivors are owed (UU 24/2013
 * article 44), and nothing of what the dead had.
 */
export async function deathsKnownTo(
  sql: Sql,
  survivor: ResidentId,
): Promise<{ name: string; on: IsoDate; evidence: EvidenceKind; evidenceNumber: string }[]> {
  const deaths = await deathsAround(sql, survivor);
  const people = await findByIds(
    sql,
    deaths.map(({ resident }) => resident),
  );
  const names = new Map(people.map(({ id, name }) => [id, name.reveal()]));
  return deaths.map(({ resident, ...death }) => ({ ...death, name: names.get(resident) ?? '' }));
}
