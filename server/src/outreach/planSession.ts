import type { IsoDate } from '@jatidiri/core/kit/date.ts';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { Officer } from '@jatidiri/core/office/model.ts';
import { answersFor } from '@jatidiri/core/office/rules.ts';
import type {
  OutreachSession,
  SessionCommand,
  SessionId,
  SessionPlan,
} from '@jatidiri/core/outreach/model.ts';
import type { OutreachRefusalCode } from '@jatidiri/core/outreach/refusals.ts';
import { carryOut, changePlan, checkPlan } from '@jatidiri/core/outreach/rules.ts';
import type { PlanChange, PlanRequest } from '@jatidiri/core/outreach/wire.ts';
import type { WilayahCode } from '@jatidiri/core/wilayah/model.ts';
import { append, type Tracing } from '../ledger/index.ts';
import { officerActor } from '../office/index.ts';
import type { Database, Sql } from '../platform/db/database.ts';
import type { WilayahTree } from '../wilayah/index.ts';
import { lockSession, putSession } from './store.ts';
import { mayServe } from './team.ts';

export interface PlanDeps extends Tracing {
  readonly database: Database;
  readonly wilayah: WilayahTree;
}

type Done = Result<undefined, Refusal<OutreachRefusalCode>>;
const TEAM_NOT_YOURS = { code: 'outreach/team-not-yours', field: 'team' } as const;

/** Plans a session in the officer's own region. The same plan sent again is the same session. */
export async function planSession(
  deps: PlanDeps,
  officer: Officer,
  { id: given, ...body }: PlanRequest,
): Promise<Done> {
  const plan = planFor(deps, officer, body);
  if (!plan.ok) return plan;
  const checked = checkPlan(plan.value, deps.now());
  if (!checked.ok) return checked;
  const id = given as SessionId;
  return deps.database.write(async (sql) => {
    if (await lockSession(sql, id)) return ok(undefined);
    if (!(await mayServe(sql, officer, checked.value.team))) return refuse(TEAM_NOT_YOURS);
    const session = { ...checked.value, id, office: officer.office.id, state: 'planned' } as const;
    await keep(deps, sql, officer, 'planned', session);
    return ok(undefined);
  });
}

/** Changes the plan of a session that has not begun: another day, another place, other officers. */
export async function changeSession(
  deps: PlanDeps,
  officer: Officer,
  id: string,
  body: PlanChange,
): Promise<Done> {
  const plan = planFor(deps, officer, body);
  if (!plan.ok) return plan;
  return deps.database.write(async (sql) => {
    const session = await lockSession(sql, id);
    if (!session) return refuse({ code: 'outreach/session-unknown' });
    if (!answersFor(officer, session.wilayah)) return refuse({ code: 'outreach/region-not-yours' });
    const changed = changePlan(session, plan.value, deps.now());
    if (!changed.ok) return changed;
    if (!(await mayServe(sql, officer, changed.value.team, session.team))) return refuse(TEAM_NOT_YOURS);
    await keep(deps, sql, officer, 'changed', changed.value);
    return ok(undefined);
  });
}

/** The plan with a region of today that the officer answers for. */
function planFor(
  { wilayah: regions }: PlanDeps,
  officer: Officer,
  body: PlanChange,
): Result<SessionPlan, Refusal<OutreachRefusalCode>> {
  const wilayah = body.wilayah as WilayahCode;
  if (regions.find(wilayah)?.validUntil !== null)
    return refuse({ code: 'outreach/region-unknown', field: 'wilayah' });
  if (!answersFor(officer, wilayah)) return refuse({ code: 'outreach/region-not-yours', field: 'wilayah' });
  return ok({ ...body, wilayah, from: body.from as IsoDate, to: body.to as IsoDate });
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
    actor: officerActor(officer),
    details: { session: session.id, wilayah: session.wilayah },
  });
  await putSession(sql, session, entry);
}
