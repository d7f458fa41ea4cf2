import type { DeskDocumentRefusalCode } from '@jatidiri/core/document/signedRefusals.ts';
import type { DeskDocumentRequest, DocumentReply } from '@jatidiri/core/document/signedWire.ts';
import { Personal } from '@jatidiri/core/kit/personal.ts';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { Officer } from '@jatidiri/core/office/model.ts';
import { type ServiceArea, serves } from '@jatidiri/core/office/rules.ts';
import { lockEvent, peopleIn } from '../../family/index.ts';
import type { IssuanceDeps } from '../../issuance/index.ts';
import { append } from '../../ledger/index.ts';
import { officerActor } from '../../office/index.ts';
import type { Database } from '../../platform/db/database.ts';
import { findByNik } from '../../registry/index.ts';
import { chooseCertificate, chooseOfRecord } from './chooseDocument.ts';
import { type DrawDeps, drawDocument } from './drawDocument.ts';
import { certifyEvent } from './readCertificate.ts';

export interface DeskDocumentDeps extends DrawDeps, Pick<IssuanceDeps, 'documentSigner'> {
  readonly database: Database;
  readonly serviceArea: ServiceArea;
}

type Answer = Result<DocumentReply, Refusal<DeskDocumentRefusalCode>>;

/** Draws one up at the desk, for a resident of the region that the office serves. */
export async function drawDeskDocument(
  deps: DeskDocumentDeps,
  officer: Officer,
  { nik, document }: DeskDocumentRequest,
): Promise<Answer> {
  const key = await deps.documentSigner();
  const actor = officerActor(officer);
  return deps.database.write(async (sql): Promise<Answer> => {
    const person = await findByNik(sql, new Personal(nik));
    if (!person || !serves(officer.office, person.domicile, deps.serviceArea)) {
      const code = person ? 'document/outside-region' : 'document/person-unknown';
      // Whoever tries without an outcome is written down too.
      const subject = person?.id ?? null;
      await append(deps, sql, { kind: 'document/signed-refused', subject, actor, details: { code } });
      return refuse({ code, field: 'nik' });
    }
    if (document.kind !== 'certificate') {
      const chosen = await chooseOfRecord(sql, person, document.kind);
      return chosen.ok
        ? ok(await drawDocument(deps, sql, key, chosen.value, { actor, resident: null }))
        : chosen;
    }
    const event = await lockEvent(sql, document.event);
    const isConcerned =
      event && (await peopleIn(sql, event.id)).some(({ resident }) => resident === person.id);
    if (!isConcerned) return refuse({ code: 'document/event-unknown' });
    const certified = await certifyEvent(sql, event);
    if (!certified.ok) return certified;
    const chosen = await chooseCertificate(deps, sql, certified.value, actor);
    return ok(await drawDocument(deps, sql, key, chosen, { actor, resident: null }));
  });
}
