import { createHash } from 'node:crypto';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { ServiceRefusalCode } from '@jatidiri/core/service/refusals.ts';
import type { DocumentPart } from '@jatidiri/core/service/wire.ts';
import sharp from 'sharp';
import type { Database } from '../platform/db/database.ts';
import type { ProvenDevice } from '../platform/http/device.ts';
import { pictureFacts } from '../platform/pictureFacts.ts';
import { dropDocument, findDocument, putDocument, sentSince } from './documentStore.ts';
import { holdResident } from './residentOf.ts';

interface Deps {
  readonly database: Database;
  readonly now: () => Date;
}

type Answer = Result<{ readonly received: number }, Refusal<ServiceRefusalCode>>;

/** A page is readable at this size. */
const MAX_SIDE = 1_800;
const MAX_PIXELS = 40_000_000;
/** Papers that one resident may have on their way in a day: more than ten requests need. */
const MOST_A_DAY = 60;
const DAY_MS = 86_400_000;

/**
 * Takes the next part of a photographed paper. A part that is there already, or begins later than what is there, changes
 * nothing: the answer says where to go on. With the last part it is read as a picture, turned upright and stripped of
 * what a telephone writes into its files.
 */
export async function takeDocument(
  { database, now }: Deps,
  device: ProvenDevice,
  digest: string,
  { from, size }: DocumentPart,
  bytes: Uint8Array,
): Promise<Answer> {
  return database.write(async (sql): Promise<Answer> => {
    const holder = await holdResident(sql, device);
    if (!holder.ok) return holder;
    const resident = holder.value;
    const known = await findDocument(sql, resident, digest);
    if (known?.mediaType) return ok({ received: size });
    if (!known && (await sentSince(sql, resident, new Date(now().getTime() - DAY_MS))) >= MOST_A_DAY)
      return refuse({ code: 'service/too-many-documents' });

    const before = known?.size === size ? known.image : Buffer.alloc(0);
    const fresh = from <= before.length ? bytes.subarray(before.length - from) : bytes.subarray(0, 0);
    const image = Buffer.concat([before, fresh]).subarray(0, size);
    if (image.length < size) {
      await putDocument(sql, resident, digest, { size, image, mediaType: null }, now());
      return ok({ received: image.length });
    }
    if (createHash('sha256').update(image).digest('base64url') !== digest) {
      await dropDocument(sql, resident, digest);
      return refuse({ code: 'service/document-damaged' });
    }
    const page = await readPage(image);
    if (!page) {
      await dropDocument(sql, resident, digest);
      return refuse({ code: 'service/document-unusable' });
    }
    await putDocument(sql, resident, digest, { size, image: page, mediaType: 'image/jpeg' }, now());
    return ok({ received: size });
  });
}

async function readPage(sent: Buffer): Promise<Buffer | undefined> {
  if (!(await pictureFacts(sharp(sent, { limitInputPixels: false })))) return undefined;
  return sharp(sent, { limitInputPixels: MAX_PIXELS, failOn: 'error' })
    .rotate()
    .resize(MAX_SIDE, MAX_SIDE, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#fff' })
    .jpeg({ quality: 75 })
    .toBuffer()
    .catch(() => undefined);
}
