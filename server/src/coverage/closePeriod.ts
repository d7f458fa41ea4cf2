import type { ClosedCounts, Confirmation, PeriodReply } from '@jatidiri/core/coverage/closeWire.ts';
import { NO_COUNTS } from '@jatidiri/core/coverage/measures.ts';
import { lastPeriod, type Period, periodOf } from '@jatidiri/core/coverage/periods.ts';
import type { ProgrammeRefusalCode } from '@jatidiri/core/coverage/refusals.ts';
import { dayInKaltim, type IsoDate } from '@jatidiri/core/kit/date.ts';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { Officer } from '@jatidiri/core/office/model.ts';
import { answersFor } from '@jatidiri/core/office/rules.ts';
import type { WilayahCode } from '@jatidiri/core/wilayah/model.ts';
import { append, type Tracing } from '../ledger/index.ts';
import { officerActor } from '../office/index.ts';
import type { Database, Sql } from '../platform/db/database.ts';
import type { WilayahTree } from '../wilayah/index.ts';
import { type Close, closesOf, earlierCloses, lockClose, putClose } from './closeStore.ts';
import { countsOn, KABUPATEN_LENGTH } from './countStore.ts';
import { changesBetween } from './historyStore.ts';
import { shownProjection } from './projectionStore.ts';

export interface CloseDeps extends Tracing {
  readonly database: Database;
  readonly wilayah: WilayahTree;
  readonly province: WilayahCode;
}

type Closed<T> = Result<T, Refusal<ProgrammeRefusalCode>>;

/** Who has confirmed a period, who has not, and what has been counted since. */
export async function readPeriod(
  deps: CloseDeps,
  officer: Officer,
  end: string,
): Promise<Closed<PeriodReply>> {
  const period = periodThatEnds(deps, end as IsoDate);
  if (!period) return refuse({ code: 'coverage/period-running' });
  return deps.database.snapshot(async (sql) => {
    const counted = await countedAt(deps, sql, period);
    const confirmed = new Map((await closesOf(sql, period.to)).map((close) => [close.region, close]));
    const earlier = Map.groupBy(await earlierCloses(sql, period.to), ({ region }) => region);
    return ok({
      ...period,
      regions: deps.wilayah.childrenOf(deps.province).map(({ code, name }) => {
        const now = counted(code);
        const close = confirmed.get(code);
        return {
          code,
          name,
          counted: now,
          confirmed: close ? shown(close) : null,
          earlier: (earlier.get(code) ?? []).map(shown),
          differs: close !== undefined && !isSame(close.counts, now),
          yours: answersFor(officer, code),
        };
      }),
    });
  });
}

/** A kabupaten/kota confirms its figures. Once closed, only a revision with a reason corrects them; both values stay. */
export async function confirmPeriod(
  deps: CloseDeps,
  officer: Officer,
  end: string,
  { region, reason }: Confirmation,
): Promise<Closed<undefined>> {
  const period = periodThatEnds(deps, end as IsoDate);
  if (!period) return refuse({ code: 'coverage/period-running' });
  const known = deps.wilayah.childrenOf(deps.province).find(({ code }) => code === region);
  if (!known) return refuse({ code: 'coverage/region-unknown', field: 'region' });
  if (!answersFor(officer, known.code)) return refuse({ code: 'coverage/region-not-yours' });

  return deps.database.write(async (sql) => {
    const before = await lockClose(sql, period.to, region);
    const counts = (await countedAt(deps, sql, period))(known.code);
    if (before && isSame(before.counts, counts)) return refuse({ code: 'coverage/nothing-changed' });
    if (before && !reason) return refuse({ code: 'coverage/revision-needs-reason', field: 'reason' });
    const revision = before ? before.revision + 1 : 0;
    const entry = await append(deps, sql, {
      kind: before ? 'coverage/period-revised' : 'coverage/period-confirmed',
      subject: null,
      actor: officerActor(officer),
      details: { region, periodEnd: period.to, revision, ...counts },
    });
    const close = {
      region: known.code,
      periodEnd: period.to,
      revision,
      counts,
      reason: reason ?? null,
      at: deps.now(),
    };
    await putClose(sql, close, officer, entry);
    return ok(undefined);
  });
}

/** Undefined for a day on which no period ends, and for a period that is not over. */
function periodThatEnds({ now }: Pick<CloseDeps, 'now'>, end: IsoDate): Period | undefined {
  const period = periodOf(end);
  return period.to === end && end <= lastPeriod(dayInKaltim(now())).to ? period : undefined;
}

async function countedAt(
  deps: CloseDeps,
  sql: Sql,
  { to }: Period,
): Promise<(region: WilayahCode) => ClosedCounts> {
  const today = dayInKaltim(deps.now());
  const { id } = await shownProjection(sql);
  const now = await countsOn(sql, id, today, deps.province, KABUPATEN_LENGTH);
  const regions = now.map(({ region }) => region);
  const since = await changesBetween(sql, id, regions, to, today);
  const counts = new Map(now.map((one) => [one.region, one]));
  return (region) => {
    const counted = counts.get(region) ?? NO_COUNTS;
    const at = (measure: keyof ClosedCounts) => counted[measure] - (since.get(region)?.[measure] ?? 0);
    return { ikdActive: at('ikdActive'), wajibRecorded: at('wajibRecorded'), wajibKtp: at('wajibKtp') };
  };
}

function isSame(one: ClosedCounts, other: ClosedCounts): boolean {
  return (Object.keys(one) as (keyof ClosedCounts)[]).every((measure) => one[measure] === other[measure]);
}

function shown({ counts, revision, reason, office, confirmedAt }: Close) {
  return { counts, revision, reason, office, confirmedAt: confirmedAt.toISOString() };
}
