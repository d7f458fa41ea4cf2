import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { toIsoDate } from '@jatidiri/core/kit/date.ts';
import type { WilayahCode } from '@jatidiri/core/wilayah/model.ts';
import { syntheticResidents } from '../seed/population.ts';
import { readRegions } from '../seed/regions.ts';
import { officesByWilayah } from '../server/src/office/index.ts';
import { takeEarlierSession } from '../server/src/outreach/index.ts';
import { openDesk } from './deskPeople.ts';
import { assertAccessible } from './shared/accessibility.ts';
import { openWalk } from './walk.ts';

// A head of office asks where to go next, strikes one proposal, pins another, and plans it with one click.

const asOf = toIsoDate('2026-11-22');
const everybody = syntheticResidents({ seed: 5, size: 3_000, asOf, regions: await readRegions() });
const residents = [...everybody].filter(({ domicile }) => domicile.startsWith('64.72.'));
const { world, browser } = await openWalk({ residents });

describe('where next', () => {
  let desk: Awaited<ReturnType<typeof openDesk>>;
  afterEach(async () => {
    await desk?.context.close();
    assert.deepEqual(world.faults, []);
  });

  it('is proposed with its reason, struck, pinned and planned', async () => {
    const office = (await officesByWilayah(world.database.read)).get('64.72')!;
    const day = { from: toIsoDate('2026-11-10'), to: toIsoDate('2026-11-10') };
    const session = { place: 'Kampus contoh', wilayah: '64.72.03' as WilayahCode, host: 'campus' } as const;
    const plan = { ...session, ...day, officers: 2, kits: 2, team: [] };
    await world.database.write((sql) =>
      takeEarlierSession(world.tracing, sql, { plan, office, activations: 20, source: 'contoh' }),
    );
    await world.settle();

    desk = await openDesk(world, browser, 'phone');
    const { page, button } = desk;
    await desk.tryAs('kepala kantor');
    await page.getByRole('link', { name: 'Jemput bola' }).click();
    await page.getByRole('link', { name: 'Ke mana berikutnya?' }).click();
    await desk.heading('Ke mana berikutnya?').waitFor();
    await button('Hitung usulan').click();
    await page.getByText('Jumlah petugas: Tulis angka dari 1 sampai 200.').waitFor();
    await page.getByLabel('Jumlah petugas').fill('4');
    await page.getByLabel('Jumlah kendaraan').fill('2');
    await button('Hitung usulan').click();
    await page.getByText('diperkirakan memberi').first().waitFor();
    await page.getByText('20 aktivasi dari 1 sesi').waitFor();
    await assertAccessible(page, 'proposals');

    const titles = page.getByRole('heading', { name: /^Kampus, / });
    const first = (await titles.first().textContent())!;
    await button('Coret').first().click();
    await page.getByText(`Dicoret: ${first}`).waitFor();
    await page.getByRole('heading', { name: first }).waitFor({ state: 'detached' });
    await button('Sematkan').first().click();
    await page.getByText('disematkan oleh Anda').waitFor();
    const kept = page.locator('section').filter({ hasText: 'disematkan' }).last();
    const pinned = (await kept.getByRole('heading').textContent())!;
    await kept.getByRole('button', { name: 'Rencanakan sesi ini' }).click();
    await kept.getByText('Sudah direncanakan').waitFor();
    await page.goto(`${world.origins.desk}/jemput-bola`);
    await page.getByRole('heading', { name: pinned }).waitFor();
  });
});
