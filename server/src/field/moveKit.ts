import { moveKit as decideMove, type KitState } from '@jatidiri/core/field/kitRules.ts';
import type { FieldRefusalCode } from '@jatidiri/core/field/refusals.ts';
import type { KitMove } from '@jatidiri/core/field/wire.ts';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { Officer } from '@jatidiri/core/office/model.ts';
import { revokeBlock } from '../issuance/index.ts';
import { append, type Tracing } from '../ledger/index.ts';
import { officerActor } from '../office/index.ts';
import type { Database } from '../platform/db/database.ts';
import { dropCarried } from './carriedStore.ts';
import { lockKit, putKitState } from './kitStore.ts';

interface MoveDeps extends Tracing {
  readonly database: Database;
}

const KINDS = {
  prepared: 'field/kit-prepared',
  eraseOrdered: 'field/kit-erase-ordered',
  erased: 'field/kit-erased',
  revoked: 'field/kit-revoked',
} as const satisfies Record<KitState['state'], string>;

/** The office orders a kit to erase itself or reports it lost, or the kit says that it has erased itself. */
export async function moveKit(
  deps: MoveDeps,
  officer: Officer,
  id: string,
  move: KitMove,
): Promise<Result<undefined, Refusal<FieldRefusalCode>>> {
  return deps.database.write(async (sql) => {
    const kit = await lockKit(sql, id);
    if (kit?.office !== officer.office.id) return refuse({ code: 'field/kit-unknown' });
    const moved = decideMove(kit, move, deps.now());
    if (!moved.ok) return moved;
    if (move.kind === 'erased') await dropCarried(sql, kit.id);
    if (isSame(moved.value, kit)) return ok(undefined);
    const cards = moved.value.state === 'revoked' ? await revokeBlock(sql, kit.id) : 0;
    const entry = await append(deps, sql, {
      kind: KINDS[moved.value.state],
      subject: null,
      actor: officerActor(officer),
      details: {
        kit: kit.id,
        ...(moved.value.state === 'revoked' && { lostAt: moved.value.lostAt.toISOString(), cards }),
      },
    });
    await putKitState(sql, kit.id, moved.value, entry);
    return ok(undefined);
  });
}

function isSame(one: KitState, other: KitState): boolean {
  if (one.state === 'revoked' && other.state === 'revoked')
    return one.lostAt.getTime() === other.lostAt.getTime();
  return one.state === other.state;
}
