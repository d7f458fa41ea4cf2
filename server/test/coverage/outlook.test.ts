import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { OutlookReply } from '@jatidiri/core/coverage/outlookWire.ts';
import type { WilayahCode } from '@jatidiri/core/wilayah/model.ts';
import { takeEarlierActivations } from '../../src/activation/index.ts';
import { readConfig } from '../../src/platform/config.ts';
import { idsOf } from '../../src/registry/index.ts';
import { record } from '../registry/records.ts';
import { createTestWorld, type TestWorld } from '../testWorld.ts';

const SAMARINDA = '64.72.03.1001' as WilayahCode;
const DAY_MS = 86_400_000;
const PEOPLE = 300;
/** One every day until yesterday, for eighty days. */
const DAYS = 80;

describe('the outlook', () => {
  let world: TestWorld;
  before(async () => {
    const residents = Array.from({ length: PEOPLE }, (_, i) => record(i + 1, { domicile: SAMARINDA }));
    world = await createTestWorld({ residents });
    await world.database.write(async (sql) => {
      const ids = await idsOf(
        sql,
        residents.map(({ nik }) => nik),
      );
      const earlier = ids.slice(0, DAYS).map((resident, i) => ({
        resident: resident!,
        domicile: SAMARINDA,
        office: 'kantor-contoh',
        activatedAt: new Date(world.clock.now.getTime() - i * DAY_MS - 60_000),
      }));
      await takeEarlierActivations(world.tracing, sql, earlier, 'test');
    });
    await world.settle();
  });
  after(async () => {
    assert.deepEqual(world.faults, []);
    await world.close();
  });

  const outlook = async (): Promise<OutlookReply> => (await world.app.inject('/api/coverage/outlook')).json();

  it('follows the daily history of each region, and says what each working day has to bring', async () => {
    const { asOf, until, holidays, province, regions } = await outlook();
    assert.deepEqual([asOf, until, holidays], ['2026-11-22', '2026-12-31', ['2026-12-25']]);
    const samarinda = regions.find(({ code }) => code === '64.72')!;
    // Thirty-nine days at one a day, every week alike.
    assert.deepEqual([samarinda.likely, samarinda.low, samarinda.high], [DAYS + 39, DAYS + 39, DAYS + 39]);
    assert.equal(samarinda.workingDaysLeft, 28);
    const missing = samarinda.activeAtTarget - samarinda.ikdActive;
    assert.ok(missing > 0);
    assert.equal(samarinda.needed, Math.ceil(missing / 28));
    assert.equal(province.likely, samarinda.likely, 'nobody else was activated');
    const quiet = regions.find(({ code }) => code === '64.03')!;
    assert.deepEqual([quiet.low, quiet.high], [0, 0]);
  });

  it('shows how earlier outlooks did, those that failed too', async () => {
    const { earlier } = (await outlook()).province;
    assert.equal(earlier.length, 13);
    const [newest, , third] = earlier;
    assert.deepEqual([newest!.madeOn, newest!.for, newest!.came], ['2026-10-25', '2026-11-22', DAYS]);
    // Of the eight weeks before 25 October the first ones were still without any activation.
    assert.ok(newest!.likely < newest!.came && newest!.within);
    assert.deepEqual(
      [third!.madeOn, third!.likely, third!.came, third!.within],
      ['2026-08-30', 0, 24, false],
    );
  });

  it('takes holidays from the settings, and refuses days that no calendar has', () => {
    assert.deepEqual(readConfig({ HOLIDAYS: '2026-12-24, 2026-12-25' }).holidays, [
      '2026-12-24',
      '2026-12-25',
    ]);
    assert.throws(() => readConfig({ HOLIDAYS: '2026-02-30' }), /HOLIDAYS/);
  });
});
