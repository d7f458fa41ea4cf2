import { ageBandOf } from '@jatidiri/core/coverage/ageBands.ts';
import { lastPeriod } from '@jatidiri/core/coverage/periods.ts';
import { type ReleaseCell, type Sum, withheld } from '@jatidiri/core/coverage/suppress.ts';
import { dayInKaltim, type IsoDate } from '@jatidiri/core/kit/date.ts';
import type { WilayahCode } from '@jatidiri/core/wilayah/model.ts';
import { append, isBehind, type Tracing } from '../ledger/index.ts';
import type { Database, Sql } from '../platform/db/database.ts';
import type { WilayahTree } from '../wilayah/index.ts';
import { countsOn } from './countStore.ts';
import { changesBetween, groupCounts } from './historyStore.ts';
import { shownProjection } from './projectionStore.ts';
import { insertRelease, lastReleased, newestRelease } from './releaseStore.ts';

export interface ReleaseDeps extends Tracing {
  readonly database: Database;
  readonly wilayah: WilayahTree;
  readonly province: WilayahCode;
}

/** What is published of every region, and of groups in the province and its kabupaten/kota. */
const MEASURES = ['ikdActive', 'wajibRecorded', 'wajibKtp'] as const;
const GROUPED = ['ikdActive', 'recorded', 'residents'] as const;
const KELURAHAN_LENGTH = 13;

/** Publishes the period that is over, once. Answers how many cells; 0: it is published, or nothing is counted yet. */
export async function releaseFigures(deps: ReleaseDeps): Promise<number> {
  const today = dayInKaltim(deps.now());
  const { to } = lastPeriod(today);
  const newest = await newestRelease(deps.database.read);
  if (newest !== null && newest >= to) return 0;
  return deps.database.write(async (sql) => {
    const { cells, sums } = await cellsAt(deps, sql, to, today);
    if (cells.length === 0) return 0;
    const hidden = withheld(cells, sums);
    await append(deps, sql, {
      kind: 'coverage/figures-released',
      subject: null,
      actor: { kind: 'system', task: 'release' },
      details: { periodEnd: to, cells: cells.length, withheld: hidden.size },
    });
    const released = cells.map(({ id, value }) => {
      const [region, cell] = id.split(' ') as [string, string];
      return { region, cell, value: hidden.has(id) ? null : value };
    });
    await insertRelease(sql, to, released);
    return released.length;
  });
}

async function cellsAt(deps: ReleaseDeps, sql: Sql, end: IsoDate, today: IsoDate) {
  const { id, countedUpTo } = await shownProjection(sql);
  // What is published stays: it waits for a moment in which everything that happened is counted.
  if (await isBehind(sql, countedUpTo)) return { cells: [], sums: [] };
  const counted = await countsOn(sql, id, today, deps.province, KELURAHAN_LENGTH);
  if (counted.length === 0) return { cells: [], sums: [] };
  const since = await changesBetween(
    sql,
    id,
    counted.map(({ region }) => region),
    end,
    today,
  );
  const values = new Map<string, number>();
  const sums: Sum[] = [];
  for (const counts of counted)
    for (const measure of MEASURES) {
      const later = since.get(counts.region)?.[measure] ?? 0;
      values.set(`${counts.region} ${measure}`, Math.max(0, counts[measure] - later));
    }
  for (const measure of MEASURES) addUp(deps.wilayah, deps.province, measure, values, sums);
  await addGroups(deps, sql, id, Number(end.slice(0, 4)), values, sums);

  const last = new Map(
    (await lastReleased(sql)).map(({ region, cell, value }) => [`${region} ${cell}`, value]),
  );
  const isOpen = (id: string) => id.indexOf(' ') <= 5 && (!id.includes('/') || id.endsWith('/all'));
  const cells = [...values].map(
    ([id, value]): ReleaseCell => ({ id, value, last: last.get(id) ?? null, open: isOpen(id) }),
  );
  return { cells, sums };
}

/** Every region is the sum of those below it. */
function addUp(
  wilayah: WilayahTree,
  region: WilayahCode,
  measure: string,
  values: Map<string, number>,
  sums: Sum[],
): number {
  const children = wilayah.childrenOf(region).map(({ code }) => code);
  const whole = `${region} ${measure}`;
  if (children.length === 0) {
    if (!values.has(whole)) values.set(whole, 0);
    return values.get(whole)!;
  }
  const total = children.reduce((sum, child) => sum + addUp(wilayah, child, measure, values, sums), 0);
  values.set(whole, total);
  sums.push({ whole, parts: children.map((child) => `${child} ${measure}`) });
  return total;
}

/** Sex and age of each kabupaten/kota, and of the province: two ways of adding up, each of which can be subtracted. */
async function addGroups(
  { wilayah, province }: ReleaseDeps,
  sql: Sql,
  projection: number,
  year: number,
  values: Map<string, number>,
  sums: Sum[],
): Promise<void> {
  const regions = wilayah.childrenOf(province).map(({ code }) => code);
  const parts = new Map<string, Set<string>>();
  const addPart = (whole: string, part: string) =>
    parts.set(whole, (parts.get(whole) ?? new Set()).add(part));
  for (const group of await groupCounts(sql, projection, regions))
    for (const measure of GROUPED) {
      const cell = `${measure}/${group.sex}/${ageBandOf(group.birthYear, year)}`;
      const part = `${group.region} ${cell}`;
      values.set(part, (values.get(part) ?? 0) + group[measure]);
      addPart(`${province} ${cell}`, part);
      addPart(`${group.region} ${measure}/all`, part);
      addPart(`${province} ${measure}/all`, `${province} ${cell}`);
    }
  // The province's groups before what they add up to.
  const wholes = [...parts].sort(
    ([one], [other]) => Number(one.endsWith('/all')) - Number(other.endsWith('/all')),
  );
  for (const [whole, ids] of wholes) {
    const total = [...ids].reduce((sum, id) => sum + (values.get(id) ?? 0), 0);
    values.set(whole, total);
    sums.push({ whole, parts: [...ids] });
  }
}
