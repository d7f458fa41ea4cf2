import { type CertificateObstacle, certificateOf, isAbout } from '@jatidiri/core/document/certificates.ts';
import { identify } from '@jatidiri/core/document/signedContent.ts';
import type { CertificateContent, CertificateKind, MarginNote } from '@jatidiri/core/document/signedModel.ts';
import { dayInKaltim } from '@jatidiri/core/kit/date.ts';
import { Personal } from '@jatidiri/core/kit/personal.ts';
import type { Refusal, Result } from '@jatidiri/core/kit/result.ts';
import { ok } from '@jatidiri/core/kit/result.ts';
import type { Resident, ResidentId } from '@jatidiri/core/registry/model.ts';
import { eventsAbout, isCorrected, peopleIn, type RecordedEvent } from '../../family/index.ts';
import type { Sql } from '../../platform/db/database.ts';
import { findByIds } from '../../registry/index.ts';

type Concerned = Awaited<ReturnType<typeof peopleIn>>[number];

/** An event of which a certificate can be drawn up, with the people of it. */
export interface CertifiedEvent {
  readonly event: RecordedEvent;
  readonly kind: CertificateKind;
  readonly people: readonly Concerned[];
  /** Whom the certificate is about; a husband before his wife. */
  readonly about: readonly Resident[];
}

/** Whether an event has a certificate of this service, or who draws it up instead. */
export async function certifyEvent(
  sql: Sql,
  event: RecordedEvent,
): Promise<Result<CertifiedEvent, Refusal<CertificateObstacle>>> {
  const people = await peopleIn(sql, event.id);
  const couple = people.filter(({ role }) => role === 'subject' || role === 'spouse');
  const named = await findByIds(sql, ids(people));
  const isOf = (kind: CertificateKind) => (one: Resident) =>
    people.some(({ resident, role }) => resident === one.id && isAbout(kind, role));
  const kind = certificateOf({
    kind: event.kind,
    evidence: event.evidence,
    corrected: await isCorrected(sql, event.id),
    parted: event.kind === 'marriage' && (await haveParted(sql, event, couple)),
    muslim: named.some(
      ({ id, religion }) => couple.some((one) => one.resident === id) && religion.reveal() === 'ISLAM',
    ),
  });
  if (!kind.ok) return kind;
  const about = named.filter(isOf(kind.value)).sort(byHusbandFirst);
  return ok({ event, kind: kind.value, people, about });
}

const ids = (people: readonly Concerned[]): ResidentId[] => people.map(({ resident }) => resident);
const byHusbandFirst = (one: Resident, other: Resident) => other.sex.localeCompare(one.sex);

/** The couple of a marriage was divorced after it, and that was not undone. */
async function haveParted(sql: Sql, marriage: RecordedEvent, couple: readonly Concerned[]): Promise<boolean> {
  const [one, other] = ids(couple);
  if (!one || !other) return false;
  for (const event of await eventsAbout(sql, one)) {
    if (event.kind !== 'divorce' || event.corrected || event.recordedAt < marriage.recordedAt) continue;
    if (ids(await peopleIn(sql, event.id)).includes(other)) return true;
  }
  return false;
}

/** What the certificate says today, under its number. */
export async function certificateContent(
  sql: Sql,
  { event, kind, people, about }: CertifiedEvent,
  number: string,
): Promise<Personal<CertificateContent>> {
  const { mother, father, notes } =
    kind === 'birth' ? await lifeOf(sql, about[0]!, people) : { mother: null, father: null, notes: [] };
  return new Personal({
    kind,
    number,
    registeredOn: dayInKaltim(event.recordedAt),
    on: event.on,
    people: about.map(identify),
    mother,
    father,
    evidence: event.evidence,
    evidenceNumber: event.evidenceNumber,
    notes,
  });
}

const NOTED: ReadonlySet<string> = new Set([
  'nameChange',
  'birthDateChange',
  'recognition',
] satisfies MarginNote['kind'][]);

/** The parents of somebody born here, the father perhaps acknowledged later; and what belongs in the margin. */
async function lifeOf(sql: Sql, child: Resident, people: readonly Concerned[]) {
  const later = (await eventsAbout(sql, child.id)).filter(
    ({ kind, corrected }) => NOTED.has(kind) && !corrected,
  );
  const recognition = later.find(({ kind }) => kind === 'recognition');
  const parents = [...people, ...(recognition ? await peopleIn(sql, recognition.id) : [])];
  const named = new Map((await findByIds(sql, ids(parents))).map((one) => [one.id, one.name.reveal()]));
  const parent = (role: 'mother' | 'father') => {
    const found = parents.find((one) => one.role === role);
    return (found && named.get(found.resident)) ?? null;
  };
  const notes = later
    .toReversed()
    .map(({ kind, on, evidence, evidenceNumber }) => ({ kind, on, evidence, evidenceNumber }) as MarginNote);
  return { mother: parent('mother'), father: parent('father'), notes };
}
