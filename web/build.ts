import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type PluginOption } from 'vite';
import { compressBelow } from './build/compress.ts';
import { digestOf } from './build/digest.ts';
import { type Entry, entries } from './build/entries.ts';
import { writeIcons } from './build/icons.ts';
import { writeApp } from './build/pwa.ts';

const WEB = import.meta.dirname;
const REPOSITORY = join(WEB, '..');
const DIST = join(WEB, 'dist');
/** An old handset must keep working: browsers last renewed in 2021. */
const TARGET = ['chrome87', 'safari15'];

/** Builds the entries that changed since the last build; quick when none did. Returns the names of those built. */
export async function ensureWebBuilt(only: readonly string[] = []): Promise<string[]> {
  const built: string[] = [];
  for (const entry of entries) {
    if (only.length > 0 && !only.includes(entry.name)) continue;
    if (!existsSync(join(WEB, 'src', entry.name, 'index.html'))) continue;
    if (await ensureEntryBuilt(entry)) built.push(entry.name);
  }
  return built;
}

async function ensureEntryBuilt(entry: Entry): Promise<boolean> {
  const digest = await digestOf(REPOSITORY, sourcesOf(entry));
  const stamp = join(DIST, `${entry.name}.digest`);
  const known = await readFile(stamp, 'utf8').catch(() => '');
  if (known === digest && existsSync(join(DIST, entry.name, 'index.html'))) return false;
  await buildEntry(entry);
  await writeFile(stamp, digest);
  return true;
}

function sourcesOf({ name }: Entry): string[] {
  return ['core/src', 'web/src/shared', `web/src/${name}`, 'web/build', 'web/build.ts', 'web/package.json'];
}

/** Built beside the old one and exchanged at the end: a server that is running never sees half an entry. */
async function buildEntry(entry: Entry): Promise<void> {
  const scratch = join(DIST, `.${entry.name}-${process.pid}`);
  const old = `${scratch}-old`;
  const final = join(DIST, entry.name);
  await mkdir(scratch, { recursive: true });
  try {
    await bundle(entry, scratch);
    await writeIcons(entry.name, scratch);
    if (entry.app) await writeApp(entry.app, scratch, TARGET);
    await compressBelow(scratch);
    if (existsSync(final)) await rename(final, old);
    await rename(scratch, final);
  } finally {
    await rm(scratch, { recursive: true, force: true });
    await rm(old, { recursive: true, force: true });
  }
}

async function bundle(entry: Entry, folder: string): Promise<void> {
  await build({
    configFile: false,
    root: join(WEB, 'src', entry.name),
    publicDir: false,
    logLevel: 'warn',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    plugins: [headOf(entry)],
    build: {
      target: TARGET,
      outDir: folder,
      emptyOutDir: true,
      // A strict Content-Security-Policy allows neither data: URLs nor inline scripts.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
    },
  });
}

/** What every page's head carries, so that each index.html holds only its title. */
function headOf(entry: Entry): PluginOption {
  const meta = (attrs: Record<string, string>) => ({ tag: 'meta', attrs, injectTo: 'head' as const });
  const link = (attrs: Record<string, string>) => ({ tag: 'link', attrs, injectTo: 'head' as const });
  return {
    name: 'head',
    transformIndexHtml: () => [
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

if (import.meta.main) {
  const built = await ensureWebBuilt(process.argv.slice(2));
  console.log(built.length > 0 ? `built: ${built.join(', ')}` : 'nothing has changed');
}
