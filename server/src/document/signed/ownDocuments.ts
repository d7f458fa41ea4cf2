import { isAbout, mayFetch } from '@jatidiri/core/document/certificates.ts';
import { CERTIFICATE_KINDS, type CertificateKind } from '@jatidiri/core/document/signedModel.ts';
import type { OwnDocumentRefusalCode } from '@jatidiri/core/document/signedRefusals.ts';
import type { DocumentList, DocumentReply, WantedDocument } from '@jatidiri/core/document/signedWire.ts';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { ResidentId } from '@jatidiri/core/registry/model.ts';
import { findIdentityOnDevice, lockClaiming } from '../../activation/index.ts';
import {
  childrenOf,
  eventsAbout,
  guardiansOf,
  lockEvent,
  peopleIn,
  type RecordedEvent,
} from '../../family/index.ts';
import { activeOrRefused, type IssuanceDeps } from '../../issuance/index.ts';
import type { Database, Sql } from '../../platform/db/database.ts';
import type { ProvenDevice } from '../../platform/http/device.ts';
import { findById, findByIds } from '../../registry/index.ts';
import { chooseCertificate, chooseOfRecord } from './chooseDocument.ts';
import { countDrawnSince } from './documentStore.ts';
import { type DrawDeps, drawDocument } from './drawDocument.ts';
import { certifyEvent } from './readCertificate.ts';

export interface OwnDocumentDeps extends DrawDeps, Pick<IssuanceDeps, 'documentSigner'> {
  readonly database: Database;
}

type Answer<T> = Result<T, Refusal<OwnDocumentRefusalCode>>;

const MOST_A_DAY = 20;
const DAY_MS = 86_400_000;

/** The certificates that somebody may fetch: of what happened to them and their family, and of their children's births. */
export async function listDocuments(
  deps: OwnDocumentDeps,
  device: ProvenDevice,
): Promise<Answer<DocumentList>> {
  const found = activeOrRefused(await findIdentityOnDevice(deps.database.read, device.thumbprint));
  if (!found.ok) return found;
  return deps.database.snapshot(async (sql) => {
    const certificates: DocumentList['certificates'] = [];
    for (const event of await eventsFor(deps, sql, found.value.resident)) {
      const certified = await certifyEvent(sql, event);
      // What was undone is nobody's document, and no news to tell here.
      if (!certified.ok && certified.refusal.code === 'document/event-corrected') continue;
      const kind = event.kind as CertificateKind;
      certificates.push({
        event: event.id,
        kind,
        names: await namesIn(sql, event, kind),
        on: event.on,
        obstacle: certified.ok ? null : certified.refusal.code,
      });
    }
    return ok({ certificates });
  });
}

/** Draws one up for whoever's identity is active on this handset. */
export async function drawOwnDocument(
  deps: OwnDocumentDeps,
  device: ProvenDevice,
  wanted: WantedDocument,
): Promise<Answer<DocumentReply>> {
  const found = activeOrRefused(await findIdentityOnDevice(deps.database.read, device.thumbprint));
  if (!found.ok) return found;
  const { resident } = found.value;
  const key = await deps.documentSigner();
  const actor = { kind: 'resident', device: device.thumbprint } as const;
  return deps.database.write(async (sql): Promise<Answer<DocumentReply>> => {
    // One after the other: what is drawn at the same moment counts too.
    await lockClaiming(sql, resident);
    const since = new Date(deps.now().getTime() - DAY_MS);
    if ((await countDrawnSince(sql, resident, since)) >= MOST_A_DAY)
      return refuse({ code: 'document/too-many-documents' });
    if (wanted.kind !== 'certificate') {
      const chosen = await chooseOfRecord(sql, (await findById(sql, resident))!, wanted.kind);
      return chosen.ok ? ok(await drawDocument(deps, sql, key, chosen.value, { actor, resident })) : chosen;
    }
    const event = await lockEvent(sql, wanted.event);
    if (!event || !(await mayHave(deps, sql, event, resident)))
      return refuse({ code: 'document/event-unknown' });
    const certified = await certifyEvent(sql, event);
    if (!certified.ok) return certified;
    const chosen = await chooseCertificate(deps, sql, certified.value, actor);
    return ok(await drawDocument(deps, sql, key, chosen, { actor, resident }));
  });
}

/** The newest first; a child's birth stands among them while somebody answers for the child. */
async function eventsFor(deps: OwnDocumentDeps, sql: Sql, resident: ResidentId): Promise<RecordedEvent[]> {
  const events = new Map<string, RecordedEvent>();
  const people = [resident, ...(await childrenOf(deps, sql, resident)).map(({ id }) => id)];
  for (const person of people)
    for (const event of await eventsAbout(sql, person))
      if (await mayHave(deps, sql, event, resident)) events.set(event.id, event);
  return [...events.values()].sort((one, other) => other.recordedAt.getTime() - one.recordedAt.getTime());
}

async function mayHave(
  deps: OwnDocumentDeps,
  sql: Sql,
  event: RecordedEvent,
  resident: ResidentId,
): Promise<boolean> {
  const kind = CERTIFICATE_KINDS.find((one) => one === event.kind);
  if (!kind) return false;
  const people = await peopleIn(sql, event.id);
  if (people.some((one) => one.resident === resident && mayFetch(kind, one.role))) return true;
  const born = kind === 'birth' ? people.find(({ role }) => role === 'child') : undefined;
  const guardians = born ? await guardiansOf(deps, sql, born.resident) : [];
  return guardians.some((guardian) => guardian.resident.id === resident);
}

async function namesIn(sql: Sql, event: RecordedEvent, kind: CertificateKind): Promise<string[]> {
  const about = (await peopleIn(sql, event.id)).filter(({ role }) => isAbout(kind, role));
  const people = await findByIds(
    sql,
    about.map(({ resident }) => resident),
  );
  return people.map(({ name }) => name.reveal());
}
