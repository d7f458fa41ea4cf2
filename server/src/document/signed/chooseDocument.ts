import { certificateSeries } from '@jatidiri/core/document/certificates.ts';
import { biodataContent, kkContent } from '@jatidiri/core/document/signedContent.ts';
import type { RecordKind, SignedContent } from '@jatidiri/core/document/signedModel.ts';
import type { EventId } from '@jatidiri/core/family/model.ts';
import { dayInKaltim } from '@jatidiri/core/kit/date.ts';
import type { Personal } from '@jatidiri/core/kit/personal.ts';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { Actor } from '@jatidiri/core/ledger/model.ts';
import type { Resident, ResidentId } from '@jatidiri/core/registry/model.ts';
import type { WilayahCode } from '@jatidiri/core/wilayah/model.ts';
import { append, type Tracing } from '../../ledger/index.ts';
import { officeRegion } from '../../office/index.ts';
import type { Sql } from '../../platform/db/database.ts';
import { familyOf } from '../../registry/index.ts';
import { certificateNumber, giveCertificateSerial, insertCertificate } from './certificateStore.ts';
import { type CertifiedEvent, certificateContent } from './readCertificate.ts';

/** A document that can be drawn up: what it says, and what it is found by again. */
export interface ChosenDocument {
  readonly content: Personal<SignedContent>;
  readonly resident: ResidentId;
  readonly event: EventId | null;
  /** Everybody whose data it shows. */
  readonly shown: readonly ResidentId[];
  /** Where the office is that signs it. */
  readonly region: WilayahCode;
}

/** The family card on which somebody stands today, or their own biodata. */
export async function chooseOfRecord(
  sql: Sql,
  person: Resident,
  kind: RecordKind,
): Promise<Result<ChosenDocument, Refusal<'document/no-family-card'>>> {
  if (person.life.kind !== 'present') return refuse({ code: 'document/no-family-card' });
  const members = kind === 'kk' ? await familyOf(sql, person.noKk) : [person];
  const content = kind === 'kk' ? kkContent(members) : biodataContent(person);
  if (!content) return refuse({ code: 'document/no-family-card' });
  const shown = members.map(({ id }) => id);
  return ok({ content, resident: person.id, event: null, shown, region: person.domicile });
}

/** The certificate of an event; its first extract gives it a number. The caller holds the event. */
export async function chooseCertificate(
  deps: Tracing,
  sql: Sql,
  certified: CertifiedEvent,
  actor: Actor,
): Promise<ChosenDocument> {
  const { event, people, about } = certified;
  const region = (await officeRegion(sql, event.office))!;
  const number =
    (await certificateNumber(sql, event.id)) ?? (await register(deps, sql, certified, region, actor));
  const parents = people.filter(({ role }) => role === 'mother' || role === 'father');
  return {
    content: await certificateContent(sql, certified, number),
    resident: about[0]!.id,
    event: event.id,
    shown: [...about.map(({ id }) => id), ...parents.map(({ resident }) => resident)],
    region,
  };
}

async function register(
  deps: Tracing,
  sql: Sql,
  { event, kind, about }: CertifiedEvent,
  region: WilayahCode,
  actor: Actor,
): Promise<string> {
  const series = certificateSeries(kind, region, event.on, dayInKaltim(event.recordedAt));
  const serial = await giveCertificateSerial(sql, series);
  const number = `${series}-${String(serial).padStart(4, '0')}`;
  const entry = await append(deps, sql, {
    kind: 'document/certificate-registered',
    subject: about[0]!.id,
    actor,
    details: { event: event.id, kind },
  });
  await insertCertificate(sql, event.id, number, entry);
  return number;
}
