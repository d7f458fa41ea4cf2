import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { Officer } from '@jatidiri/core/office/model.ts';
import { type ServiceArea, servedRegion, serves } from '@jatidiri/core/office/rules.ts';
import type { Resident } from '@jatidiri/core/registry/model.ts';
import type { OfficerMove, ServiceRequest } from '@jatidiri/core/service/model.ts';
import type { ServiceRefusalCode } from '@jatidiri/core/service/refusals.ts';
import { moveByOfficer } from '@jatidiri/core/service/rules.ts';
import { append, type Tracing } from '../ledger/index.ts';
import { officerActor } from '../office/index.ts';
import type { Database } from '../platform/db/database.ts';
import { findById } from '../registry/index.ts';
import { findDocument, type StoredDocument } from './documentStore.ts';
import { countClimbed, lockRequest, openIn, putRequest } from './store.ts';

export interface WorkDeps extends Tracing {
  readonly database: Database;
  readonly serviceArea: ServiceArea;
}

type Answer<T> = Result<T, Refusal<ServiceRefusalCode>>;

const LISTED = 200;

/** A request with the record of whom it is about. */
export interface Work {
  readonly request: ServiceRequest;
  readonly record: Pick<Resident, 'nik' | 'name'>;
}

/**
 * What waits in the region that this officer's office serves: what climbed first, then what was promised first. That the list was
 * opened, and how many it named, is in the ledger.
 */
export async function listWork(deps: WorkDeps, officer: Officer): Promise<Work[]> {
  const { office } = officer;
  return deps.database.write(async (sql) => {
    const requests = await openIn(sql, servedRegion(office, deps.serviceArea), LISTED);
    await append(deps, sql, {
      kind: 'service/list-opened',
      subject: null,
      actor: officerActor(officer),
      details: { requests: requests.length },
    });
    return Promise.all(
      requests.map(async (request) => ({ request, record: (await findById(sql, request.resident))! })),
    );
  });
}

/** How many requests of the region climbed to the head of office: a number about nobody, so it leaves no entry. */
export const countLate = ({ database, serviceArea }: WorkDeps, { office }: Officer): Promise<number> =>
  countClimbed(database.read, servedRegion(office, serviceArea));

/** What an officer does with a request; each step is an entry that the resident reads. */
export async function moveWork(
  deps: WorkDeps,
  officer: Officer,
  id: string,
  move: OfficerMove,
): Promise<Answer<undefined>> {
  const { office } = officer;
  return deps.database.write(async (sql) => {
    const request = await lockRequest(sql, id);
    if (!request || !serves(office, request.domicile, deps.serviceArea))
      return refuse({ code: 'service/request-unknown' });
    const moved = moveByOfficer(request, move, officer, deps.now());
    if (!moved.ok) return moved;
    if (moved.value === request) return ok(undefined);
    const entry = await append(deps, sql, {
      kind: `service/${ENTRY[move.kind]}`,
      subject: request.resident,
      actor: officerActor(officer),
      details: {
        request: request.id,
        service: request.wish.kind,
        ...(move.kind === 'refuse' ? { reason: move.reason } : {}),
      },
    });
    await putRequest(sql, moved.value, entry);
    return ok(undefined);
  });
}

const ENTRY: Record<OfficerMove['kind'], string> = {
  take: 'taken-in-hand',
  askMore: 'more-asked',
  complete: 'completed',
  refuse: 'refused',
};

/** A photographed paper of a request, looked at: an entry that the resident reads. */
export async function viewDocument(
  deps: WorkDeps,
  officer: Officer,
  id: string,
  digest: string,
): Promise<Answer<StoredDocument>> {
  const { office } = officer;
  return deps.database.write(async (sql) => {
    const request = await lockRequest(sql, id);
    const named = request?.documents.some((one) => one.digest === digest);
    if (!request || !named || !serves(office, request.domicile, deps.serviceArea))
      return refuse({ code: 'service/request-unknown' });
    const document = await findDocument(sql, request.resident, digest);
    if (!document) return refuse({ code: 'service/document-unknown' });
    await append(deps, sql, {
      kind: 'service/document-viewed',
      subject: request.resident,
      actor: officerActor(officer),
      details: { request: request.id },
    });
    return ok(document);
  });
}
