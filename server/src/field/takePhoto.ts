import { createHash } from 'node:crypto';
import { isUndecided } from '@jatidiri/core/field/entryRules.ts';
import { MAX_PHOTO_BYTES } from '@jatidiri/core/field/model.ts';
import type { FieldRefusalCode } from '@jatidiri/core/field/refusals.ts';
import type { PhotoReply } from '@jatidiri/core/field/wire.ts';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { Actor } from '@jatidiri/core/ledger/model.ts';
import type { Sql } from '../platform/db/database.ts';
import { isPhotoNamed, openEntriesWith } from './entryStore.ts';
import { type Kit, lockKit } from './kitStore.ts';
import { countUnnamed, dropPhoto, photoReceived, photoSoFar, putPhoto } from './photoStore.ts';
import { readEntry } from './readEntry.ts';
import { settleEntry } from './settleEntry.ts';
import type { TakeDeps } from './takeEntries.ts';

/** One part of a photograph: its bytes from `offset` on, of `size` in all. */
export interface Part {
  readonly digest: string;
  readonly offset: number;
  readonly size: number;
  readonly bytes: Uint8Array;
}

type Taken = Result<PhotoReply, Refusal<FieldRefusalCode>>;

/** Photographs that came before their entries: as many as a kit may be ahead by. */
const MAX_UNNAMED = 200;

/** How much of a photograph is here. One that no open entry needs counts as complete: nobody has to send it again. */
export async function photoStatus(
  { database }: Pick<TakeDeps, 'database'>,
  kit: Kit,
  digest: string,
): Promise<PhotoReply> {
  const known = await photoReceived(database.read, kit.id, digest);
  return known ?? { received: 0, complete: await isSettled(database.read, kit, digest) };
}

/** Takes a part; the last one makes the entries decidable that waited for it. A part that is here already changes nothing. */
export async function takePhoto(deps: TakeDeps, kit: Kit, part: Part, actor: Actor): Promise<Taken> {
  const { size, offset, bytes } = part;
  if (size > MAX_PHOTO_BYTES || offset + bytes.length > size)
    return refuse({ code: 'field/photo-too-large' });
  const taken = await deps.database.write((sql) => keepPart(deps, sql, kit, part));
  if (taken.ok && taken.value.complete) await settleWaiting(deps, kit, part.digest, actor);
  return taken;
}

async function keepPart(deps: TakeDeps, sql: Sql, kit: Kit, part: Part): Promise<Taken> {
  const { digest, size, offset, bytes } = part;
  // Its entry may come at this moment: whether anybody needs the photograph stays true until it is kept.
  await lockKit(sql, kit.id);
  const known = await photoSoFar(sql, kit.id, digest);
  if (!known) {
    if (await isSettled(sql, kit, digest)) return ok({ received: size, complete: true });
    const isNamed = await isPhotoNamed(sql, kit.id, digest);
    if (!isNamed && (await countUnnamed(sql, kit.id)) >= MAX_UNNAMED)
      return refuse({ code: 'field/photo-unwanted' });
  }
  const before = known?.size === size ? known.image : Buffer.alloc(0);
  if (before.length === size) return ok({ received: size, complete: true });
  if (offset > before.length) return refuse({ code: 'field/photo-offset-wrong' });

  const image = Buffer.concat([before.subarray(0, offset), bytes]);
  // An older part that comes late takes nothing away from what is here.
  if (image.length <= before.length) return ok({ received: before.length, complete: false });
  const complete = image.length === size;
  if (complete && createHash('sha256').update(image).digest('base64url') !== digest) {
    dropPhoto(sql, kit.id, digest);
    return refuse({ code: 'field/photo-digest-wrong' });
  }
  putPhoto(sql, { kit: kit.id, digest, size, image, complete, at: deps.now() });
  return ok({ received: image.length, complete });
}

async function isSettled(sql: Sql, kit: Kit, digest: string): Promise<boolean> {
  return (
    (await isPhotoNamed(sql, kit.id, digest)) && (await openEntriesWith(sql, kit.id, digest)).length === 0
  );
}

async function settleWaiting(deps: TakeDeps, kit: Kit, digest: string, actor: Actor): Promise<void> {
  const open = await openEntriesWith(deps.database.read, kit.id, digest);
  for (const { signed } of open.filter(({ outcome }) => isUndecided(outcome))) {
    const read = await readEntry(deps, kit, signed);
    if (read) await settleEntry(deps, kit, read, actor);
  }
}
