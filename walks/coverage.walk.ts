import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { CoverageReply } from '@jatidiri/core/coverage/wire.ts';
import { Personal } from '@jatidiri/core/kit/personal.ts';
import type { WilayahCode } from '@jatidiri/core/wilayah/model.ts';
import type { Locator, Page } from 'playwright-core';
import * as v from 'valibot';
import { DEMO_RESIDENTS } from '../seed/demoResidents.ts';
import { takeEarlierActivations } from '../server/src/activation/index.ts';
import { readPublishedTable, takePublishedFigures } from '../server/src/coverage/index.ts';
import { idsOf } from '../server/src/registry/index.ts';
import { launchBrowser, type WalkBrowser } from './browser.ts';
import { accessibilityViolations } from './shared/accessibility.ts';
import { openWalkWorld, type WalkWorld } from './world.ts';

// A journalist reads the page: every percentage with its formula, live, and the printed ones explained.

const FILE = new URL('../seed/published-figures.csv', import.meta.url);
let world: WalkWorld;
let browser: WalkBrowser;
before(async () => {
  world = await openWalkWorld();
  browser = await launchBrowser();
  const published = readPublishedTable(readFileSync(FILE, 'utf8'));
  await world.database.write((sql) =>
    takePublishedFigures(tracing(), sql, published, 'published-figures.csv'),
  );
});
after(async () => {
  await browser?.close();
  await world?.close();
});

const tracing = () => ({ now: () => new Date(), newId: world.newId });

test('each percentage stands beside its formula, and a new activation arrives by itself', async () => {
  const page = await (await browser.open('desktop')).newPage();
  await page.goto(world.origins.coverage);
  const before = await figures();
  await shows(page, before);
  assert.deepEqual(await accessibilityViolations(page), []);

  await activate(DEMO_RESIDENTS[0]!.nik);
  await counted(page, before.province.ikdActive + 1);
  const after = await figures();
  assert.equal(after.province.ikdActive, before.province.ikdActive + 1);
  await shows(page, after);
  assert.deepEqual(world.faults, []);
});

test('the kabupaten and kota are sorted by any column', async () => {
  const page = await (await browser.open('desktop')).newPage();
  await page.goto(world.origins.coverage);
  const names = page.getByRole('table').getByRole('rowheader');
  await names.first().waitFor();
  assert.equal(await names.count(), 11);
  await page.getByRole('button', { name: 'Kabupaten/kota' }).click();
  const regions = (await names.allTextContents()).slice(0, 10);
  assert.deepEqual(
    regions,
    regions.toSorted((one, other) => one.localeCompare(other, 'id')),
  );
  await page.getByRole('button', { name: 'Kabupaten/kota' }).click();
  assert.deepEqual((await names.allTextContents()).slice(0, 10), regions.toReversed());
  assert.equal((await names.allTextContents())[10], 'Seluruh provinsi');
});

test('on a phone nothing has to be scrolled sideways, and printed figures are explained in both languages', async () => {
  const page = await (await browser.open('phone')).newPage();
  await page.goto(world.origins.coverage);
  await says(published(page, '18,25%'), 'Ukuran lain');
  await says(published(page, '18,25%'), '156.639 ÷ (30% × 2.860.701) = 18,25%');
  await says(published(page, '18,25%'), 'Cakupannya hanya 5,48%.');
  await says(published(page, '11,6%'), 'Dipotong, tidak dibulatkan');
  await says(published(page, '11,6%'), 'pembilang 21.735, di sini 21.745');
  assert.equal(await page.evaluate('document.documentElement.scrollWidth - innerWidth'), 0);
  assert.deepEqual(await accessibilityViolations(page), []);

  await page.locator('.page-lang').click();
  await says(published(page, '18.25%'), 'is no coverage but target attainment');
  await says(published(page, '18.25%'), '156,639 ÷ (30% × 2,860,701) = 18.25%');
});

async function figures(): Promise<CoverageReply> {
  const answer = await fetch(`${world.origins.coverage.replace('coverage.', '')}/api/coverage/figures`);
  return v.parse(CoverageReply, await answer.json());
}

/** Both measures, written out with the numbers that the API gave. */
async function shows(page: Page, { province, target }: CoverageReply): Promise<void> {
  const count = (value: number) => value.toLocaleString('id-ID');
  const percent = (value: number) =>
    `${(value * 100).toLocaleString('id-ID', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}%`;
  const { ikdActive, wajibKtp, recorded } = province;
  const card = (name: string) =>
    page.getByRole('article').filter({ has: page.getByRole('heading', { name }) });

  const ofWajib = percent(ikdActive / wajibKtp);
  await says(card('Cakupan dari wajib KTP'), `${count(ikdActive)} ÷ ${count(wajibKtp)} = ${ofWajib}`);
  const ofRecorded = percent(ikdActive / recorded);
  await says(card('Cakupan dari yang sudah'), `${count(ikdActive)} ÷ ${count(recorded)} = ${ofRecorded}`);
  const attained = percent((100 * ikdActive) / (target.percent * wajibKtp));
  const formula = `${count(ikdActive)} ÷ (${target.percent}% × ${count(wajibKtp)}) = ${attained}`;
  await says(card(`Capaian target ${target.percent}%`), formula);
}

async function counted(page: Page, active: number): Promise<void> {
  const count = page.locator('.coverage-chief .coverage-number');
  await count.filter({ hasText: new RegExp(`^${active}$`) }).waitFor({ timeout: 20_000 });
}

const published = (page: Page, percent: string): Locator =>
  page.locator('.published-item').filter({ has: page.locator('.published-percent', { hasText: percent }) });

async function says(place: Locator, text: string): Promise<void> {
  await place.filter({ hasText: text }).waitFor();
}

async function activate(nik: string): Promise<void> {
  await world.database.write(async (sql) => {
    const [resident] = await idsOf(sql, [new Personal<string, 'nik'>(nik)]);
    const domicile = '64.72.03.1001' as WilayahCode;
    const earlier = { resident: resident!, domicile, office: 'kantor-contoh', activatedAt: new Date() };
    await takeEarlierActivations(tracing(), sql, [earlier], 'walk');
  });
}
