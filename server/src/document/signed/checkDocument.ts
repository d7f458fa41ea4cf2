import type { SignedContent } from '@jatidiri/core/document/signedModel.ts';
import type { documentCheckRefusals } from '@jatidiri/core/document/signedRefusals.ts';
import type { DocumentCheckReply } from '@jatidiri/core/document/signedWire.ts';
import type { Personal } from '@jatidiri/core/kit/personal.ts';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import { findEvent } from '../../family/index.ts';
import { append } from '../../ledger/index.ts';
import type { Sql } from '../../platform/db/database.ts';
import { findById } from '../../registry/index.ts';
import type { CheckDeps } from '../checkPhotocopy.ts';
import { certificateNumber } from './certificateStore.ts';
import { chooseOfRecord } from './chooseDocument.ts';
import { findDocument, type KeptDocument } from './documentStore.ts';
import { hashOfFacts } from './drawDocument.ts';
import { certificateContent, certifyEvent } from './readCertificate.ts';

/**
 * What whoever holds a document is told: the statement that was signed with it, and whether the registry says today what
 * the document says. Its resident sees that it was checked and when; by whom is not asked.
 */
export async function checkDocument(
  deps: CheckDeps,
  reference: string,
  address: string,
): Promise<Result<DocumentCheckReply, Refusal<keyof typeof documentCheckRefusals>>> {
  const { byAddress, byDocument } = deps.checkTries;
  if (!byAddress.take(address) || !byDocument.take(reference))
    return refuse({ code: 'document/too-many-checks' });
  return deps.database.write(async (sql) => {
    const document = await findDocument(sql, reference);
    if (!document) return refuse({ code: 'document/unknown' });
    await append(deps, sql, {
      kind: 'document/signed-checked',
      subject: document.resident,
      actor: { kind: 'stranger' },
      details: { document: document.id, what: document.kind },
    });
    const today = await contentToday(sql, document);
    const current = today !== undefined && hashOfFacts(today).equals(document.facts);
    return ok({ statement: document.statement, current });
  });
}

/** What the document would say if it were drawn up now; undefined when it would not be. */
async function contentToday(
  sql: Sql,
  { resident, event: id, kind }: KeptDocument,
): Promise<Personal<SignedContent> | undefined> {
  if (id === null) {
    const person = await findById(sql, resident);
    const chosen = person && (await chooseOfRecord(sql, person, kind === 'biodata' ? kind : 'kk'));
    return chosen?.ok ? chosen.value.content : undefined;
  }
  const [event, number] = [await findEvent(sql, id), await certificateNumber(sql, id)];
  const certified = event && (await certifyEvent(sql, event));
  return certified?.ok && number ? certificateContent(sql, certified.value, number) : undefined;
}
