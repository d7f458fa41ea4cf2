import { createHash } from 'node:crypto';
import {
  DOCUMENT_SECRET_BYTES,
  documentAddress,
  documentReference,
} from '@jatidiri/core/document/documentAddress.ts';
import { factsOf } from '@jatidiri/core/document/signedContent.ts';
import type { SignedContent, SignedDocumentId, SignedKind } from '@jatidiri/core/document/signedModel.ts';
import { coveredNames, signStatement } from '@jatidiri/core/document/signedStatement.ts';
import type { DocumentReply } from '@jatidiri/core/document/signedWire.ts';
import type { Personal } from '@jatidiri/core/kit/personal.ts';
import type { Suite } from '@jatidiri/core/kit/suite.ts';
import type { Actor } from '@jatidiri/core/ledger/model.ts';
import type { ResidentId } from '@jatidiri/core/registry/model.ts';
import { ancestor } from '@jatidiri/core/wilayah/model.ts';
import { placeNames } from '@jatidiri/core/wilayah/tree.ts';
import { append, appendMany, type Tracing } from '../../ledger/index.ts';
import { signatoryOf } from '../../office/index.ts';
import type { Sql } from '../../platform/db/database.ts';
import type { WilayahTree } from '../../wilayah/index.ts';
import { biodataPdf } from '../drawing/biodataPdf.ts';
import { certificatePdf } from '../drawing/certificatePdf.ts';
import { kkPdf } from '../drawing/kkPdf.ts';
import type { Imprint } from '../drawing/sheet.ts';
import type { DocumentKey } from '../signing/signPdf.ts';
import type { ChosenDocument } from './chooseDocument.ts';
import { insertDocument } from './documentStore.ts';

export interface DrawDeps extends Tracing {
  readonly suite: Suite;
  readonly wilayah: WilayahTree;
  readonly random: (size: number) => Uint8Array;
  readonly origins: { readonly portal: string };
  readonly demo: boolean;
}

/** For whom a document is drawn up; `resident` is null at a desk. */
export interface Drawer {
  readonly actor: Actor;
  readonly resident: ResidentId | null;
}

/**
 * Draws a document up as a signed PDF, and keeps of it what its check needs: a reference that follows from the secret in
 * its QR, a hash of what it says, and a signed statement. Everybody whose data it shows reads of it in their trail.
 */
export async function drawDocument(
  deps: DrawDeps,
  sql: Sql,
  key: DocumentKey,
  chosen: ChosenDocument,
  { actor, resident }: Drawer,
): Promise<DocumentReply> {
  const { content, region } = chosen;
  const { kind } = content.reveal();
  const secret = deps.random(DOCUMENT_SECRET_BYTES);
  const reference = await documentReference(secret, deps.suite);
  const address = documentAddress(deps.origins.portal, secret);
  const place = placeNames(deps.wilayah, region);
  const signatory = await signatoryOf(sql, ancestor(region, 'kabupatenKota'));
  const office = signatory?.office ?? `Disdukcapil ${place.kabupatenKota}`;
  const signedAt = deps.now();
  const imprint = {
    office,
    headOfOffice: signatory?.head ?? null,
    place,
    signedAt,
    address,
    specimen: deps.demo,
  };
  const pdf = await pdfOf(content, imprint, key);
  const statement = await signStatement(key.sign, key.x5c, {
    reference,
    kind,
    ...coveredNames(content),
    office,
    signedAt,
    sha256: createHash('sha256').update(pdf).digest('base64url'),
  });
  const id = deps.newId() as SignedDocumentId;
  const entry = { kind: 'document/signed-drawn', actor, details: { document: id, what: kind } } as const;
  const opened = await append(deps, sql, { ...entry, subject: chosen.resident });
  const others = new Set([...chosen.shown, ...(resident ? [resident] : [])]);
  others.delete(chosen.resident);
  appendMany(
    deps,
    sql,
    [...others].map((subject) => ({ ...entry, subject })),
  );
  const facts = hashOfFacts(content);
  const kept = { id, reference, kind, resident: chosen.resident, event: chosen.event, facts, statement };
  await insertDocument(sql, { ...kept, drawnAt: signedAt, drawnBy: resident }, opened);
  return { pdf: pdf.toString('base64'), fileName: FILE_NAMES[kind], address };
}

export const hashOfFacts = (content: Personal<SignedContent>): Buffer =>
  createHash('sha256').update(factsOf(content)).digest();

function pdfOf(content: Personal<SignedContent>, imprint: Imprint, key: DocumentKey): Promise<Buffer> {
  const shown = content.reveal();
  switch (shown.kind) {
    case 'kk':
      return kkPdf(shown, imprint, key);
    case 'biodata':
      return biodataPdf(shown, imprint, key);
    default:
      return certificatePdf(shown, imprint, key);
  }
}

/** Without a name or a number: a file's name is seen by everybody through whose hands it goes. */
const FILE_NAMES = {
  kk: 'kartu-keluarga.pdf',
  biodata: 'biodata-penduduk.pdf',
  birth: 'kutipan-akta-kelahiran.pdf',
  death: 'kutipan-akta-kematian.pdf',
  marriage: 'kutipan-akta-perkawinan.pdf',
  divorce: 'kutipan-akta-perceraian.pdf',
} as const satisfies Record<SignedKind, string>;
