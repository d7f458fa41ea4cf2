import { KitResident } from '@jatidiri/core/field/wire.ts';
import { toHex, utf8 } from '@jatidiri/core/kit/bytes.ts';
import { ok, type Result } from '@jatidiri/core/kit/result.ts';
import * as v from 'valibot';
import type { ApiRefusal } from '../../../shared/api.ts';
import type { Session } from '../../session/session.ts';
import { readResidents } from '../kitApi.ts';
import { type Download, keepSetting, readSetting } from '../prepare/settings.ts';
import type { KitKeys } from '../sealed/kitKeys.ts';
import { SealedRecord, sealJson, unsealJson } from '../sealed/seal.ts';
import type { Change, KitStore, WriteCode } from '../store/kitStore.ts';

/** The expected residents: each sealed by itself, under a name that only the open kit can make of a NIK. */
type CarriedKeys = Pick<KitKeys, 'carried' | 'index'>;

export async function findCarried(
  store: KitStore,
  keys: CarriedKeys,
  nik: string,
): Promise<KitResident | undefined> {
  const name = await nameOf(keys, nik);
  const kept = v.safeParse(SealedRecord, await store.get('residents', name));
  if (!kept.success) return undefined;
  return v.parse(KitResident, await unsealJson(keys.carried, placeOf(name), kept.output));
}

/**
 * Loads what is missing, page by page; each page is on disk together with how far it came, so that a line that breaks
 * or a closed lid costs one page.
 */
export async function loadCarried(
  { store, session, kit }: { store: KitStore; session: Pick<Session, 'call'>; kit: string },
  keys: CarriedKeys,
  onProgress: (download: Download) => void,
): Promise<Result<null, ApiRefusal | { code: WriteCode }>> {
  let download = await readSetting(store, keys.carried, 'download');
  while (!download.done) {
    const page = await readResidents(session, kit, download.after);
    if (!page.ok) return page;
    const { residents, next, total } = page.value;
    download = { done: next === null, after: next, received: download.received + residents.length, total };
    const sealed = await Promise.all(residents.map((resident) => keepCarried(keys, resident)));
    const written = await store.write([...sealed, await keepSetting(keys.carried, 'download', download)]);
    if (!written.ok) return written;
    onProgress(download);
  }
  return ok(null);
}

async function keepCarried(keys: CarriedKeys, resident: KitResident): Promise<Change> {
  const name = await nameOf(keys, resident.nik);
  const value = await sealJson(keys.carried, placeOf(name), resident);
  return { kind: 'put', store: 'residents', key: name, value };
}

async function nameOf({ index }: CarriedKeys, nik: string): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.sign('HMAC', index, utf8(nik))));
}

const placeOf = (name: string) => `residents/${name}`;
