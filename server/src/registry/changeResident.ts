import { dayInKaltim } from '@jatidiri/core/kit/date.ts';
import { ok, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { Actor } from '@jatidiri/core/ledger/model.ts';
import { ENTRY_KINDS } from '@jatidiri/core/registry/entryKinds.ts';
import type { ChangeReason, Resident, ResidentChange, ResidentId } from '@jatidiri/core/registry/model.ts';
import type { RegistryRefusal } from '@jatidiri/core/registry/refusals.ts';
import { changeOf } from '@jatidiri/core/registry/rules.ts';
import type { Database, Sql } from '../platform/db/database.ts';
import type { WilayahTree } from '../wilayah/index.ts';
import { keepVersion } from './keepVersion.ts';
import { lockById } from './store.ts';

interface WithinDeps {
  readonly wilayah: WilayahTree;
  readonly now: () => Date;
  readonly newId: () => string;
}

interface Deps extends WithinDeps {
  readonly database: Pick<Database, 'write'>;
}

interface Input {
  readonly id: ResidentId;
  readonly change: ResidentChange;
  readonly actor: Actor;
  readonly reason: ChangeReason;
}

/** Writes what happened to one resident: the next version, the old one to history, one entry. */
export async function changeResident(deps: Deps, input: Input): Promise<Result<Resident, RegistryRefusal>> {
  return deps.database.write((sql) => changeWithin(deps, sql, input));
}

/** The same within the caller's transaction, for what changes more than the record. */
export async function changeWithin(
  deps: WithinDeps,
  sql: Sql,
  { id, change, actor, reason }: Input,
): Promise<Result<Resident, RegistryRefusal>> {
  if (change.kind === 'moved' && !deps.wilayah.isDomicile(change.domicile)) {
    return refuse({ code: 'registry/domicile-unknown', field: 'domicile' });
  }
  const resident = await lockById(sql, id);
  if (!resident) return refuse({ code: 'registry/resident-unknown' });

  const next = changeOf(resident, change, dayInKaltim(deps.now()));
  if (!next.ok) return next;

  await keepVersion(deps, sql, next.value, { kind: ENTRY_KINDS[change.kind], actor, details: { reason } });
  return ok(next.value);
}
