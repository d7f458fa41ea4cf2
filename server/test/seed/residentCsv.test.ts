import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { splitFields } from '@jatidiri/core/kit/csv.ts';
import { toIsoDate } from '@jatidiri/core/kit/date.ts';
import { Personal } from '@jatidiri/core/kit/personal.ts';
import type { ResidentRecord } from '@jatidiri/core/registry/model.ts';
import { demoResidents } from '../../../seed/demoResidents.ts';
import { syntheticResidents } from '../../../seed/population.ts';
import { readRegions } from '../../../seed/regions.ts';
import { residentCsv } from '../../../seed/residentCsv.ts';
import { CSV_COLUMNS, parseRow } from '../../src/registry/import/parseRow.ts';

const asOf = toIsoDate('2026-11-22');

suite('a file of synthetic residents', () => {
  test('says for the import what the generator meant', async () => {
    const regions = await readRegions();
    const places = new Set(regions.places.map(({ code }) => code));
    const wilayah = { isDomicile: (code: (typeof regions.places)[number]['code']) => places.has(code) };
    const residents = [...syntheticResidents({ seed: 5, size: 20_000, asOf, regions })];
    const [header, ...lines] = linesOf(residents);

    assert.equal(header, CSV_COLUMNS.join(','));
    assert.equal(lines.length, residents.length);
    for (const [i, line] of lines.entries()) {
      const row = parseRow(splitFields(line)!, { asOf, wilayah });
      assert.ok(row.ok, `row ${i + 1}`);
      // The file speaks for one day, by which the import dates every version, and it knows nothing of KIA.
      assert.deepEqual(revealed(row.value), revealed({ ...residents[i]!, kia: null, validFrom: asOf }));
    }
  });

  test('quotes what would break a row', () => {
    const [resident] = demoResidents(asOf);
    const address = 'GANG "ULIN", RT 001';
    const [, line] = linesOf([{ ...resident!, address: new Personal<string, 'address'>(address) }]);
    assert.equal(splitFields(line!)?.[CSV_COLUMNS.indexOf('address')], address);
  });
});

function linesOf(residents: Iterable<ResidentRecord>): string[] {
  return [...residentCsv(residents)].join('').trimEnd().split('\n');
}

function revealed(resident: ResidentRecord): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(resident).map(([key, value]) => [key, value instanceof Personal ? value.reveal() : value]),
  );
}
