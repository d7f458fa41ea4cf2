import * as v from 'valibot';
import type { KitStore } from '../store/kitStore.ts';

/** The backup file: a line that says which kit, then one JWE a line, each an entry and its photograph for the server. */
const FIRST_LINE = 'jatidiri-kit-backup-1 ';

export async function writeBackup(store: KitStore, kit: string): Promise<Blob> {
  const copies = await copiesIn(store);
  const lines = [`${FIRST_LINE}${kit}`, ...copies.map(({ jwe }) => jwe)];
  return new Blob(
    lines.map((line) => `${line}\n`),
    { type: 'text/plain' },
  );
}

export interface Backup {
  readonly kit: string;
  readonly jwes: readonly string[];
}

/** Undefined for a file that is none. What its lines hold, the server says. */
export async function readBackup(file: Blob): Promise<Backup | undefined> {
  const [first = '', ...jwes] = (await file.text()).trimEnd().split('\n');
  const kit = first.startsWith(FIRST_LINE) ? first.slice(FIRST_LINE.length) : '';
  return /^[0-9a-f-]{36}$/.test(kit) ? { kit, jwes } : undefined;
}

/** What was encrypted to the server, by number. */
export async function copiesIn(store: KitStore): Promise<readonly { n: number; jwe: string }[]> {
  const kept = await store.all('copies');
  return kept.map(({ key, value }) => ({ n: Number(key), jwe: v.parse(v.string(), value) }));
}
