import type { KitReply } from '@jatidiri/core/field/wire.ts';
import * as v from 'valibot';
import { SealedRecord, sealJson, unsealJson } from '../sealed/seal.ts';
import type { Change, KitStore } from '../store/kitStore.ts';

/** Where the status of provisional cards stands: one list, and the places in it, to be used in this order. */
const StatusPlaces = v.object({ uri: v.string(), indices: v.array(v.number()) });
export type StatusPlaces = v.InferOutput<typeof StatusPlaces>;

/** How far the expected residents have been loaded; `after` is null before the first page and after the last. */
const Download = v.object({
  done: v.boolean(),
  after: v.nullable(v.string()),
  received: v.number(),
  total: v.number(),
});
export type Download = v.InferOutput<typeof Download>;

const schemas = { places: StatusPlaces, download: Download };
type Settings = { places: StatusPlaces; download: Download };

const placeOf = (name: string) => `settings/${name}`;

export async function keepSetting<Name extends keyof Settings>(
  key: CryptoKey,
  name: Name,
  value: Settings[Name],
): Promise<Change> {
  return { kind: 'put', store: 'settings', key: name, value: await sealJson(key, placeOf(name), value) };
}

/** What a new kit begins with. */
export async function keepSettings(key: CryptoKey, { cards }: KitReply): Promise<readonly Change[]> {
  return [
    await keepSetting(key, 'places', { uri: cards.uri, indices: [...cards.indices] }),
    await keepSetting(key, 'download', { done: false, after: null, received: 0, total: 0 }),
  ];
}

export async function readSetting<Name extends keyof Settings>(
  store: KitStore,
  key: CryptoKey,
  name: Name,
): Promise<Settings[Name]> {
  const sealed = v.parse(SealedRecord, await store.get('settings', name));
  return v.parse(schemas[name], await unsealJson(key, placeOf(name), sealed)) as Settings[Name];
}
