import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type PluginOption, type Rolldown } from 'vite';
import { compressBelow } from './compress.ts';
import type { Entry } from './entries.ts';
import { writeIcons } from './icons.ts';
import { writeApp } from './pwa.ts';
import { RELOAD_LOST } from './reloadLost.ts';

const SOURCES = join(import.meta.dirname, '../src');
/** An old handset must keep working: the first Chromium of Android 10, and Safari 15 (web/build/browsers, decision 0035). */
const TARGET = ['chrome76', 'safari15'];

/** Builds one entry into `dist/<name>`. It is made beside the old one, so that a running server never serves half of it. */
export async function buildEntry(entry: Entry, dist: string): Promise<void> {
  const scratch = join(dist, `.${entry.name}-${process.pid}`);
  await mkdir(scratch, { recursive: true });
  try {
    await bundle(entry, scratch);
    await writeIcons(entry.name, scratch);
    if (entry.app) await writeApp(entry.app, scratch, TARGET);
    await compressBelow(scratch);
    await exchange(scratch, join(dist, entry.name));
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** Puts the new folder in the old one's place. Another process may be doing the same: then both are good. */
async function exchange(scratch: string, final: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    const old = `${scratch}-old-${tries}`;
    await rename(final, old).catch(() => undefined);
    const placed = await rename(scratch, final).then(
      () => true,
      (fault) => {
        if (tries === 5) throw fault;
        return false;
      },
    );
    await rm(old, { recursive: true, force: true });
    if (placed) return;
  }
}

async function bundle(entry: Entry, folder: string): Promise<void> {
  await build({
    configFile: false,
    root: join(SOURCES, entry.name),
    publicDir: false,
    logLevel: 'warn',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    plugins: [headOf(entry)],
    build: {
      target: TARGET,
      outDir: folder,
      emptyOutDir: true,
      // A strict Content-Security-Policy allows no data: URLs.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      // On a line with two seconds of latency a file costs more by being asked for than by its bytes.
      cssCodeSplit: false,
      rolldownOptions: { output: { codeSplitting: { groups: CHUNKS } } },
    },
  });
}

/** What the first page needs is one file; what an entry's `nextPages.ts` gathers is the second; the rest comes page by page. */
const CHUNKS: Rolldown.CodeSplittingGroup[] = [
  { name: 'first', tags: ['$initial'], priority: 2 },
  { name: 'next', test: /\/nextPages\.ts$/, priority: 1 },
  // Asked at every opening: in a file with something else it would bring that with it.
  { name: 'withdrawn', test: /\/copies\/isWithdrawn\.ts$/, priority: 1 },
  { name: 'more', entriesAware: true, entriesAwareMergeThreshold: 4_096 },
];

/** What every page's head carries, so that each index.html holds only its title. */
function headOf(entry: Entry): PluginOption {
  const meta = (attrs: Record<string, string>) => ({ tag: 'meta', attrs, injectTo: 'head' as const });
  const link = (attrs: Record<string, string>) => ({ tag: 'link', attrs, injectTo: 'head' as const });
  return {
    name: 'head',
    transformIndexHtml: () => [
      { tag: 'script', children: RELOAD_LOST, injectTo: 'head-prepend' as const },
      meta({ name: 'viewport', content: 'width=device-width, initial-scale=1, viewport-fit=cover' }),
      meta({ name: 'theme-color', content: '#fbf8f3', media: '(prefers-color-scheme: light)' }),
      meta({ name: 'theme-color', content: '#191613', media: '(prefers-color-scheme: dark)' }),
      meta({ name: 'color-scheme', content: 'light dark' }),
      link({ rel: 'icon', href: '/icon.svg', type: 'image/svg+xml' }),
      link({ rel: 'apple-touch-icon', href: '/icon-192.png' }),
      ...(entry.app ? [link({ rel: 'manifest', href: '/app.webmanifest' })] : []),
    ],
  };
}
