import { ok, type Refusal, refuse } from '@jatidiri/core/kit/result.ts';
import type { EntryId } from '@jatidiri/core/ledger/model.ts';
import type { Objection, ObjectionId } from '@jatidiri/core/rights/model.ts';
import type { RightsRefusalCode } from '@jatidiri/core/rights/refusals.ts';
import { openObjection } from '@jatidiri/core/rights/rules.ts';
import type { ObjectionRequest } from '@jatidiri/core/rights/wire.ts';
import { append, entryAbout, type Tracing } from '../ledger/index.ts';
import type { Database } from '../platform/db/database.ts';
import type { ProvenDevice } from '../platform/http/device.ts';
import { findById } from '../registry/index.ts';
import { type Answered, requireHolder } from './holder.ts';
import { brokenPromise, findObjection, insertObjection } from './store.ts';

export interface ContestDeps extends Tracing {
  readonly database: Database;
}

/** The resident contests what somebody did with their data; the same request again is the same objection. */
export async function contest(
  deps: ContestDeps,
  device: ProvenDevice,
  request: ObjectionRequest,
): Promise<Answered<Objection>> {
  const id = request.id as ObjectionId;
  const opened = await open(deps, device, id, request).catch((error: unknown) => {
    if (!brokenPromise(error)) throw error;
    return refuse<Refusal<RightsRefusalCode>>({ code: 'rights/already-contested' });
  });
  if (opened.ok || opened.refusal.code !== 'rights/already-contested') return opened;
  return repeated(deps, device, id, request, opened);
}

function open(
  deps: ContestDeps,
  device: ProvenDevice,
  id: ObjectionId,
  { entry, reason, note }: ObjectionRequest,
): Promise<Answered<Objection>> {
  return deps.database.write(async (sql) => {
    const holder = await requireHolder(sql, device);
    if (!holder.ok) return holder;
    const { resident } = holder.value;
    const [contested, record] = await Promise.all([
      entryAbout(sql, resident, entry as EntryId),
      findById(sql, resident),
    ]);
    if (!contested || !record) return refuse({ code: 'rights/entry-unknown' });
    const said = { id, resident, domicile: record.domicile, reason, note };
    const opened = openObjection(contested, said, deps.now());
    if (!opened.ok) return opened;

    await insertObjection(sql, opened.value);
    await append(deps, sql, {
      kind: 'rights/objection-opened',
      subject: resident,
      actor: { kind: 'resident', device: device.thumbprint },
      details: { objection: id, entry, entry_kind: contested.kind, reason },
    });
    return opened;
  });
}

async function repeated(
  { database }: ContestDeps,
  device: ProvenDevice,
  id: ObjectionId,
  { entry }: ObjectionRequest,
  refused: Answered<Objection>,
): Promise<Answered<Objection>> {
  const holder = await requireHolder(database.read, device);
  const known = await findObjection(database.read, id);
  const same = holder.ok && known?.resident === holder.value.resident && known.entry === entry;
  return same ? ok(known) : refused;
}
