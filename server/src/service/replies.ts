import type { Officer } from '@jatidiri/core/office/model.ts';
import type { ServiceRequest } from '@jatidiri/core/service/model.ts';
import { isOverdue, mayTake } from '@jatidiri/core/service/rules.ts';
import type { OwnRequests, WorkList } from '@jatidiri/core/service/wire.ts';
import type { WilayahCode } from '@jatidiri/core/wilayah/model.ts';
import { placeNames } from '@jatidiri/core/wilayah/tree.ts';
import type { WilayahTree } from '../wilayah/index.ts';
import { saidIn, wishToJson } from './store.ts';
import type { Work } from './workRequests.ts';

/** Names instead of codes and keys, for what people read. */
export interface Naming {
  readonly wilayah: WilayahTree;
  readonly officeName: (id: string) => Promise<string | null>;
  readonly now: () => Date;
}

export async function toOwn(
  requests: readonly ServiceRequest[],
  naming: Naming & { readonly province: WilayahCode },
): Promise<OwnRequests> {
  return {
    requests: await Promise.all(requests.map((request) => shown(request, naming))),
    province: naming.province,
  };
}

export async function toWorkList(work: readonly Work[], officer: Officer, naming: Naming): Promise<WorkList> {
  const requests = work.map(async ({ request, record }) => ({
    ...(await shown(request, naming)),
    nik: record.nik.reveal(),
    name: record.name.reveal(),
    climbed: request.climbedAt !== null,
    mine: request.state === 'inHand' && request.by.officer === officer.id,
    mayTake: mayTake(request, officer),
  }));
  return { requests: await Promise.all(requests) };
}

async function shown(request: ServiceRequest, { wilayah, officeName, now }: Naming) {
  const { id, state, wish, documents, openedAt, promisedOn } = request;
  const by = 'by' in request ? request.by : undefined;
  return {
    id,
    state,
    wish: wishToJson(wish),
    regionName: wish.kind === 'move' ? regionOf(wilayah, wish.to) : null,
    documents: documents.map(({ digest }) => digest),
    openedAt: openedAt.toISOString(),
    promisedOn,
    overdue: isOverdue(request, now()),
    said: saidIn(request)?.reveal() ?? null,
    reason: state === 'refused' ? request.reason : null,
    officeName: by ? await officeName(by.office) : null,
    changedAt: by?.at.toISOString() ?? null,
  };
}

function regionOf(wilayah: WilayahTree, code: WilayahCode): string {
  const { kelurahanDesa, kecamatan, kabupatenKota } = placeNames(wilayah, code);
  return [kelurahanDesa, kecamatan, kabupatenKota].join(', ');
}
