import type { IsoDate } from '@jatidiri/core/kit/date.ts';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { Officer } from '@jatidiri/core/office/model.ts';
import { answersFor } from '@jatidiri/core/office/rules.ts';
import type { OutreachSession, SessionCommand, SessionId } from '@jatidiri/core/outreach/model.ts';
import type { OutreachRefusalCode } from '@jatidiri/core/outreach/refusals.ts';
import { carryOut, checkPlan } from '@jatidiri/core/outreach/rules.ts';
import type { PlanRequest } from '@jatidiri/core/outreach/wire.ts';
import type { WilayahCode } from '@jatidiri/core/wilayah/model.ts';
import { append, type Tracing } from '../ledger/index.ts';
import type { Database, Sql } from '../platform/db/database.ts';
import type { WilayahTree } from '../wilayah/index.ts';
import { lockSession, putSession } from './store.ts';

export interface PlanDeps extends Tracing {
  readonly database: Database;
  readonly wilayah: WilayahTree;
}

type Done = Result<undefined, Refusal<OutreachRefusalCode>>;

/** Plans a session in the officer's own region. The same plan sent again is the same session. */
export async function planSession(deps: PlanDeps, officer: Officer, body: PlanRequest): Promise<Done> {
  const wilayah = body.wilayah as WilayahCode;
  if (deps.wilayah.find(wilayah)?.validUntil !== null)
    return refuse({ code: 'outreach/region-unknown', field: 'wilayah' });
  if (!answersFor(officer, wilayah)) return refuse({ code: 'outreach/region-not-yours', field: 'wilayah' });
  const days = { from: body.from as IsoDate, to: body.to as IsoDate };
  const checked = checkPlan({ ...body, ...days, wilayah }, deps.now());
  if (!checked.ok) return checked;
  const id = body.id as SessionId;
  return deps.database.write(async (sql) => {
    if (await lockSession(sql, id)) return ok(undefined);
    await keep(deps, sql, officer, 'planned', {
      ...checked.value,
      id,
      office: officer.office.id,
      state: 'planned',
    });
    return ok(undefined);
  });
}

/** Announces, opens, closes or cancels a session. */
export async function moveSession(
  deps: PlanDeps,
  officer: Officer,
  id: string,
  command: SessionCommand,
): Promise<Done> {
  return deps.database.write(async (sql) => {
    const session = await lockSession(sql, id);
    if (!session) return refuse({ code: 'outreach/session-unknown' });
    if (!answersFor(officer, session.wilayah)) return refuse({ code: 'outreach/region-not-yours' });
    const moved = carryOut(session, command, deps.now());
    if (!moved.ok) return moved;
    await keep(deps, sql, officer, moved.value.state, moved.value);
    return ok(undefined);
  });
}

async function keep(
  deps: Tracing,
  sql: Sql,
  officer: Officer,
  what: string,
  session: OutreachSession,
): Promise<void> {
  const entry = await append(deps, sql, {
    kind: `outreach/session-${what}`,
    subject: null,
    actor: { kind: 'officer', officer: officer.id, office: officer.office.id },
    details: { session: session.id, wilayah: session.wilayah },
  });
  await putSession(sql, session, entry);
}
