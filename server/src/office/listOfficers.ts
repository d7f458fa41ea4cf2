import type { Office } from '@jatidiri/core/office/model.ts';
import type { OfficerList } from '@jatidiri/core/office/wire.ts';
import type { OfficeDeps } from './deps.ts';
import { allOffices, findOffice, officersOf } from './officerStore.ts';

type Deps = Pick<OfficeDeps, 'database'>;

export async function listOfficers({ database }: Deps, office: string): Promise<OfficerList> {
  const officers = await officersOf(database.read, office);
  return { officers: officers.map(({ id, name, role, state }) => ({ id, name, role, state })) };
}

export async function listOffices({ database }: Deps): Promise<Office[]> {
  return allOffices(database.read);
}

export async function officeById({ database }: Deps, id: string): Promise<Office | undefined> {
  return findOffice(database.read, id);
}
