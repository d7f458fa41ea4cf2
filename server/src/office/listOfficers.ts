import type { OfficerList } from '@jatidiri/core/office/wire.ts';
import type { OfficeDeps } from './deps.ts';
import { officersOf } from './officerStore.ts';

export async function listOfficers(
  { database }: Pick<OfficeDeps, 'database'>,
  office: string,
): Promise<OfficerList> {
  const officers = await officersOf(database.read, office);
  return { officers: officers.map(({ id, name, role, state }) => ({ id, name, role, state })) };
}
