import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { build } from 'vite';
import { launchBrowser } from '../../walks/browser.ts';
import { writeApp } from '../build/pwa.ts';

const INSTALL = join(import.meta.dirname, '../src/shared/installApp.ts');
const TYPES: Record<string, string> = {
  html: 'text/html',
  js: 'text/javascript',
  webmanifest: 'application/json',
};

/** The smallest app: it shows its version and installs itself. */
async function buildApp(root: string, version: string): Promise<string> {
  const source = join(root, `source-${version}`);
  const folder = join(root, version);
  await mkdir(source);
  await writeFile(join(source, 'index.html'), '<h1></h1><script type="module" src="./main.ts"></script>');
  await writeFile(
    join(source, 'main.ts'),
    `import { installApp, takeNewVersion } from ${JSON.stringify(INSTALL)};
     window.takeNewVersion = takeNewVersion;
     document.querySelector('h1').textContent = ${JSON.stringify(version)};
     installApp();`,
  );
  await build({
    configFile: false,
    root: source,
    logLevel: 'error',
    build: { outDir: folder, modulePreload: { polyfill: false } },
  });
  await writeApp({ name: 'Uji', shortName: 'Uji', description: 'Uji' }, folder, ['chrome87']);
  return folder;
}

async function serve(folder: () => string, port = 0): Promise<Server> {
  const server = createServer(async (request, response) => {
    const path = (request.url ?? '/').replace(/^\/$/, '/index.html');
    response.setHeader('content-security-policy', "default-src 'self'");
    if (path.startsWith('/api/')) return response.end('from the server');
    const content = await readFile(join(folder(), path)).catch(() => undefined);
    if (!content) return response.writeHead(404).end();
    response.setHeader('content-type', TYPES[path.split('.').at(-1)!] ?? 'application/octet-stream');
    response.end(content);
  });
  await new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready));
  return server;
}

async function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
}

test('an installed app opens without a server, never answers for /api, and renews itself when opened again', async () => {
  const root = await mkdtemp(join(tmpdir(), 'jatidiri-app-'));
  const browser = await launchBrowser();
  let folder = await buildApp(root, 'satu');
  let server = await serve(() => folder);
  try {
    const { port } = server.address() as AddressInfo;
    const origin = `http://localhost:${port}`;
    const context = await browser.open('phone');
    const page = await context.newPage();
    const title = (text: string) => page.getByRole('heading', { name: text, exact: true }).waitFor();
    const api = () =>
      page.evaluate(() =>
        fetch('/api/now')
          .then((answer) => answer.text())
          .catch(() => 'no network'),
      );

    await page.goto(origin);
    await title('satu');
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    assert.equal(await api(), 'from the server');

    await stop(server);
    await page.goto(`${origin}/kartu/saya`);
    await title('satu');
    assert.equal(await api(), 'no network');

    folder = await buildApp(root, 'dua');
    server = await serve(() => folder, port);
    await page.goto(origin);
    await title('satu');
    await page.evaluate(waitForNewVersion);
    await title('satu');
    await page.goto(origin);
    await title('dua');
    await stop(server);
    await page.reload();
    await title('dua');

    // A page of the old version that is wanted and no longer there brings the new one, without anybody opening it.
    folder = await buildApp(root, 'tiga');
    server = await serve(() => folder, port);
    assert.equal(await page.evaluate(takeNewVersion), false, 'none waits yet');
    await page.evaluate(() => navigator.serviceWorker.ready.then((registration) => registration.update()));
    await page.evaluate(waitForNewVersion);
    await title('dua');
    assert.equal(await page.evaluate(takeNewVersion), true);
    await title('tiga');
  } finally {
    await browser.close();
    await stop(server).catch(() => undefined);
    await rm(root, { recursive: true });
  }
});

async function waitForNewVersion(): Promise<void> {
  const registration = await navigator.serviceWorker.ready;
  while (!registration.waiting) await new Promise((again) => setTimeout(again, 20));
}

const takeNewVersion = () => (window as unknown as { takeNewVersion(): Promise<boolean> }).takeNewVersion();
