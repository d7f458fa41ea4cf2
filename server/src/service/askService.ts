import type { IsoDate } from '@jatidiri/core/kit/date.ts';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { ResidentMove, ServiceRequest, ServiceRequestId } from '@jatidiri/core/service/model.ts';
import type { ServiceRefusalCode } from '@jatidiri/core/service/refusals.ts';
import { moveByResident, promisedOn } from '@jatidiri/core/service/rules.ts';
import type { RequestBody } from '@jatidiri/core/service/wire.ts';
import { append, type Tracing } from '../ledger/index.ts';
import type { Database } from '../platform/db/database.ts';
import type { ProvenDevice } from '../platform/http/device.ts';
import { findById } from '../registry/index.ts';
import type { WilayahTree } from '../wilayah/index.ts';
import { allThere } from './documentStore.ts';
import { holdResident, residentOf } from './residentOf.ts';
import { countOpen, lockRequest, putRequest, requestsOf, wishFromJson } from './store.ts';

export interface AskDeps extends Tracing {
  readonly database: Database;
  readonly wilayah: WilayahTree;
  readonly holidays: readonly IsoDate[];
}

type Answer<T> = Result<T, Refusal<ServiceRefusalCode>>;

const MOST_OPEN = 10;

/** The resident asks the office for something; the same request again is the same one. */
export async function askService(
  deps: AskDeps,
  device: ProvenDevice,
  { id, wish: said, documents }: RequestBody,
): Promise<Answer<ServiceRequest>> {
  const wish = wishFromJson(said);
  if (wish.kind === 'move' && !deps.wilayah.isDomicile(wish.to))
    return refuse({ code: 'service/region-unknown', field: 'to' });
  return deps.database.write(async (sql) => {
    const holder = await holdResident(sql, device);
    if (!holder.ok) return holder;
    const resident = holder.value;
    const known = await lockRequest(sql, id);
    if (known) return known.resident === resident ? ok(known) : refuse({ code: 'service/request-unknown' });
    if ((await countOpen(sql, resident)) >= MOST_OPEN) return refuse({ code: 'service/too-many-open' });
    if (!(await allThere(sql, resident, documents))) return refuse({ code: 'service/document-unknown' });
    const record = (await findById(sql, resident))!;
    const now = deps.now();
    const request: ServiceRequest = {
      id: id as ServiceRequestId,
      resident,
      domicile: record.domicile,
      wish,
      documents: documents.map((digest) => ({ digest })),
      openedAt: now,
      promisedOn: promisedOn(wish.kind, now, new Set(deps.holidays)),
      climbedAt: null,
      state: 'waiting',
    };
    await keepByResident(deps, sql, device, 'asked', request);
    return ok(request);
  });
}

/** The resident adds papers, or takes the request back. */
export async function moveOwn(
  deps: AskDeps,
  device: ProvenDevice,
  id: string,
  move: ResidentMove,
): Promise<Answer<ServiceRequest>> {
  return deps.database.write(async (sql) => {
    const holder = await residentOf(sql, device);
    if (!holder.ok) return holder;
    const request = await lockRequest(sql, id);
    if (request?.resident !== holder.value) return refuse({ code: 'service/request-unknown' });
    if (move.kind === 'addDocuments') {
      const digests = move.documents.map(({ digest }) => digest);
      if (!(await allThere(sql, holder.value, digests))) return refuse({ code: 'service/document-unknown' });
    }
    const moved = moveByResident(request, move, deps.now(), new Set(deps.holidays));
    if (!moved.ok) return moved;
    const what = move.kind === 'withdraw' ? 'withdrawn' : 'documents-added';
    await keepByResident(deps, sql, device, what, moved.value);
    return moved;
  });
}

/** Every request of the resident on this handset, the newest first. */
export async function listOwn(
  { database }: Pick<AskDeps, 'database'>,
  device: ProvenDevice,
): Promise<Answer<ServiceRequest[]>> {
  const holder = await residentOf(database.read, device);
  return holder.ok ? ok(await requestsOf(database.read, holder.value)) : holder;
}

async function keepByResident(
  deps: Tracing,
  sql: Parameters<typeof putRequest>[0],
  device: ProvenDevice,
  what: string,
  request: ServiceRequest,
): Promise<void> {
  const entry = await append(deps, sql, {
    kind: `service/${what}`,
    subject: request.resident,
    actor: { kind: 'resident', device: device.thumbprint },
    details: { request: request.id, service: request.wish.kind },
  });
  await putRequest(sql, request, entry);
}
