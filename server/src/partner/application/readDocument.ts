import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { PartnerId } from '@jatidiri/core/partner/model.ts';
import type { PartnerRefusalCode } from '@jatidiri/core/partner/refusals.ts';
import type { Database } from '../../platform/db/database.ts';
import { findDocument } from './documentStore.ts';

/** A document, for whoever may see it; another partner's answers like one that does not exist. */
export async function readDocument(
  { database }: { database: Database },
  id: string,
  owner: PartnerId | 'anyone',
): Promise<Result<{ content: Buffer }, Refusal<PartnerRefusalCode>>> {
  const found = await findDocument(database.read, id);
  const visible = found && (owner === 'anyone' || found.partner === owner);
  return visible ? ok({ content: found.content }) : refuse({ code: 'partner/document-unknown' });
}
