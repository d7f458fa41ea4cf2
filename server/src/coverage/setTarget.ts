import type { TargetList } from '@jatidiri/core/coverage/programmeWire.ts';
import type { SetTarget } from '@jatidiri/core/coverage/targets.ts';
import type { Officer } from '@jatidiri/core/office/model.ts';
import { append, type Tracing } from '../ledger/index.ts';
import { officerActor } from '../office/index.ts';
import type { Database, Sql } from '../platform/db/database.ts';
import type { WilayahTree } from '../wilayah/index.ts';
import { allTargets, earlierTargets, putTarget } from './targetStore.ts';

interface Deps extends Tracing {
  readonly database: Database;
}

/** Sets a target of a year, an indicator and a region; what held before stays in the history. */
export async function setTarget(deps: Deps, officer: Officer, target: SetTarget): Promise<void> {
  await deps.database.write(async (sql) => {
    const entry = await append(deps, sql, {
      kind: 'coverage/target-set',
      subject: null,
      actor: officerActor(officer),
      // The ledger's numbers are whole: hundredths of a percent.
      details: {
        indicator: target.indicator,
        year: target.year,
        region: target.region,
        hundredths: Math.round(target.percent * 100),
      },
    });
    await putTarget(sql, target, { at: deps.now(), office: officer.office.id }, entry);
  });
}

/** The targets that the programme begins with; those that exist stay as they are. */
export async function beginWithTargets(
  deps: Tracing,
  sql: Sql,
  targets: readonly SetTarget[],
): Promise<void> {
  if ((await allTargets(sql)).length > 0) return;
  const entry = await append(deps, sql, {
    kind: 'coverage/targets-begun',
    subject: null,
    actor: { kind: 'system', task: 'programme' },
    details: { targets: targets.length },
  });
  for (const target of targets) await putTarget(sql, target, { at: deps.now(), office: null }, entry);
}

/** Every target with what it was before. */
export async function listTargets(sql: Sql, { find }: Pick<WilayahTree, 'find'>): Promise<TargetList> {
  const [targets, earlier] = await Promise.all([allTargets(sql), earlierTargets(sql)]);
  return {
    targets: targets.map(({ setAt, ...target }) => ({
      ...target,
      regionName: find(target.region)?.name ?? target.region,
      setAt: setAt.toISOString(),
      earlier: earlier
        .filter(
          (one) =>
            one.indicator === target.indicator && one.year === target.year && one.region === target.region,
        )
        .map((one) => ({ percent: one.percent, setAt: one.setAt.toISOString() })),
    })),
  };
}
