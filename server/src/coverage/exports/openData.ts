import type { OpenData } from '@jatidiri/core/coverage/openDataWire.ts';
import { SMALLEST_GROUP } from '@jatidiri/core/coverage/suppress.ts';
import type { WilayahCode } from '@jatidiri/core/wilayah/model.ts';
import { csvTable } from '../../platform/csvTable.ts';
import type { Sql } from '../../platform/db/database.ts';
import type { WilayahTree } from '../../wilayah/index.ts';
import { allReleased, newestRelease } from '../releaseStore.ts';
import { writeXlsx } from './writeXlsx.ts';

/** Everything that was published for the last period, each number with its region, measure and group. */
export async function readOpenData(sql: Sql, { find }: Pick<WilayahTree, 'find'>): Promise<OpenData> {
  const asOf = await newestRelease(sql);
  const released = asOf === null ? [] : await allReleased(sql, asOf);
  return {
    asOf,
    smallestGroup: SMALLEST_GROUP,
    source: 'Jatidiri, proyeksi registri',
    cells: released.map(({ region, cell, value }) => {
      const [measure, sex, ageBand] = cell.split('/') as [string, string?, string?];
      return {
        region,
        regionName: find(region as WilayahCode)?.name ?? region,
        measure,
        sex: sex === 'female' || sex === 'male' ? sex : null,
        ageBand: ageBand ?? null,
        value,
        withheld: value === null,
      };
    }),
  };
}

const HEADS = ['as_of', 'region_code', 'region_name', 'measure', 'sex', 'age_band', 'value', 'withheld'];

/** The same as a table; an empty value is one that is withheld. */
export function openDataCsv(data: OpenData): string {
  return csvTable(HEADS, rowsOf(data));
}

/** The same for a spreadsheet: codes stay text, and nothing in it runs. */
export function openDataWorkbook(data: OpenData): Uint8Array {
  const widths = [12, 16, 30, 16, 10, 10, 10, 10];
  return writeXlsx([{ name: 'Data terbuka', widths, heads: 1, rows: [HEADS, ...rowsOf(data)] }]);
}

function rowsOf({ asOf, cells }: OpenData): (string | number | null)[][] {
  return cells.map(({ region, regionName, measure, sex, ageBand, value, withheld }) => [
    asOf,
    region,
    regionName,
    measure,
    sex,
    ageBand,
    value,
    withheld ? 1 : 0,
  ]);
}
