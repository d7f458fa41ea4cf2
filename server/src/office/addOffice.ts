import type { Office } from '@jatidiri/core/office/model.ts';
import type { WilayahCode } from '@jatidiri/core/wilayah/model.ts';
import { append } from '../ledger/index.ts';
import { type Authority, actorOf } from './authority.ts';
import type { OfficeDeps } from './deps.ts';
import { insertOffice } from './officerStore.ts';

export async function addOffice(
  deps: Pick<OfficeDeps, 'database' | 'now' | 'newId'>,
  by: Authority,
  name: string,
  wilayah: WilayahCode,
): Promise<Office> {
  const office = { id: deps.newId(), name, wilayah };
  await deps.database.write(async (sql) => {
    const entry = await append(deps, sql, {
      kind: 'office/office-added',
      subject: null,
      actor: actorOf(by),
      details: { office: office.id, wilayah },
    });
    await insertOffice(sql, office, entry);
  });
  return office;
}
