import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { after, test } from 'node:test';
import type { Page } from 'playwright-core';
import { build, preview } from 'vite';
import { type Presented, presentedAt } from '../core/test/verify/presented.ts';
import { strangersFolder } from '../core/test/verify/strangersFolder.ts';
import { launchBrowser } from './browser.ts';

// A relying party's own page: the library from its package, bundled by their bundler, under a strict policy.

const PAGE = '<!doctype html><title>Loket</title><script type="module" src="/main.js"></script>';
const MAIN = `
import { createVerifier } from '@jatidiri/verify';
import { judge } from './stranger.mjs';

globalThis.judgePresented = (presented) => {
  const fetchStatusList = async (uri) => presented.statusLists[uri];
  const terms = { fetchStatusList, now: () => new Date(), crypto: globalThis.crypto };
  return judge(({ roots, issuers }) => createVerifier({ trustAnchors: roots, issuers, ...terms }), presented);
};
`;
const POLICY = "default-src 'none'; script-src 'self'";

interface Judgement {
  readonly verdicts: readonly [expected: string, got: string][];
  readonly claim: unknown;
  readonly element: unknown;
}

const cleanUp: (() => Promise<unknown>)[] = [];
after(async () => {
  for (const step of cleanUp.reverse()) await step();
});

async function openStrangersPage(): Promise<Page> {
  const root = await strangersFolder({ 'index.html': PAGE, 'main.js': MAIN });
  cleanUp.push(() => rm(root, { recursive: true, force: true }));
  await build({ configFile: false, root, logLevel: 'warn', build: { target: 'chrome87' } });
  const server = await preview({
    configFile: false,
    root,
    logLevel: 'warn',
    preview: { port: 0, host: '127.0.0.1', headers: { 'content-security-policy': POLICY } },
  });
  cleanUp.push(() => server.close());
  const browser = await launchBrowser();
  cleanUp.push(() => browser.close());
  const page = await (await browser.open('desktop')).newPage();
  await page.goto(server.resolvedUrls!.local[0]!);
  return page;
}

test('the library verifies in a browser what it verifies in Node', async () => {
  const page = await openStrangersPage();
  const faults: Error[] = [];
  page.on('pageerror', (fault) => faults.push(fault));
  const judge = (presented: Presented) =>
    (globalThis as unknown as { judgePresented(all: Presented): Promise<Judgement> }).judgePresented(
      presented,
    );
  const { verdicts, claim, element } = await page.evaluate(judge, await presentedAt(new Date()));
  assert.equal(verdicts.length, 20);
  for (const [expected, got] of verdicts) assert.equal(got, expected);
  assert.deepEqual([claim, element], [true, { age_over_17: true }]);
  assert.deepEqual(faults, []);
});
