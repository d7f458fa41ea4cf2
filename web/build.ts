import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { digestOf } from './build/digest.ts';
import { type Entry, entries } from './build/entries.ts';

const WEB = import.meta.dirname;
const REPOSITORY = join(WEB, '..');
const DIST = join(WEB, 'dist');

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
  // Loaded only now: the bundler takes half a second to start.
  const { buildEntry } = await import('./build/buildEntry.ts');
  await mkdir(DIST, { recursive: true });
  await buildEntry(entry, DIST);
  await writeFile(stamp, digest);
  return true;
}

function sourcesOf({ name }: Entry): string[] {
  return ['core/src', 'web/src/shared', `web/src/${name}`, 'web/build', 'web/build.ts', 'web/package.json'];
}

if (import.meta.main) {
  const built = await ensureWebBuilt(process.argv.slice(2));
  console.log(built.length > 0 ? `built: ${built.join(', ')}` : 'nothing has changed');
}
