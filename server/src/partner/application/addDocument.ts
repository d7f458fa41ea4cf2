import { toHex } from '@jatidiri/core/kit/bytes.ts';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { PartnerRefusalCode } from '@jatidiri/core/partner/refusals.ts';
import { append, type Tracing } from '../../ledger/index.ts';
import type { Database } from '../../platform/db/database.ts';
import { sha256 } from '../../platform/keys/keyedCrypto.ts';
import { lockPartner } from '../partnerStore.ts';
import type { PartnerRepresentative } from '../representative/requireRepresentative.ts';
import { insertDocument, listDocuments } from './documentStore.ts';

const MOST_DOCUMENTS = 10;
/** ISO 32000-1 section 7.5.2: a PDF begins so, whatever its name says. */
const PDF_START = Buffer.from('%PDF-');

/** Keeps a deed or letter with the application, as a PDF. */
export async function addDocument(
  deps: Tracing & { readonly database: Database },
  { id: representative, partner: partnerId }: PartnerRepresentative,
  name: string,
  content: Buffer,
): Promise<Result<null, Refusal<PartnerRefusalCode>>> {
  if (!content.subarray(0, PDF_START.length).equals(PDF_START)) return refuse({ code: 'partner/not-a-pdf' });
  const digest = await sha256(content);
  return deps.database.write(async (sql) => {
    const partner = await lockPartner(sql, partnerId);
    if (!partner) return refuse({ code: 'partner/unknown' });
    if ((await listDocuments(sql, partner.id)).length >= MOST_DOCUMENTS)
      return refuse({ code: 'partner/too-many-documents' });
    const id = deps.newId();
    const entry = await append(deps, sql, {
      kind: 'partner/document-added',
      subject: null,
      actor: { kind: 'partner', partner: partner.id },
      details: { partner: partner.id, document: id, sha256: toHex(digest), representative },
    });
    await insertDocument(
      sql,
      { id, partner: partner.id, name, sha256: digest, content, addedAt: deps.now() },
      entry,
    );
    return ok(null);
  });
}
