import type { PartnerList } from '@jatidiri/core/partner/portalWire.ts';
import type { Database } from '../../platform/db/database.ts';
import { summarise } from '../describePartner.ts';
import { listPartners } from '../partnerStore.ts';

export async function listInstitutions({ database }: { database: Database }): Promise<PartnerList> {
  return { partners: (await listPartners(database.read)).map(summarise) };
}
