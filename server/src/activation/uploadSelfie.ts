import { createHash } from 'node:crypto';
import type { Activation, ActivationId } from '@jatidiri/core/activation/model.ts';
import type { ActivationRefusalCode } from '@jatidiri/core/activation/refusals.ts';
import { decide } from '@jatidiri/core/activation/rules.ts';
import type { SelfiePartQuery } from '@jatidiri/core/activation/wire.ts';
import type { ProvenDevice } from '@jatidiri/core/device/proof.ts';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import { type HandsetDeps, lockOwn, takeSelfie } from './handset.ts';
import { dropUpload, findUpload, putUpload } from './uploadStore.ts';

/** Bytes of the picture with that digest, from where they begin in it. */
export interface SelfiePart extends SelfiePartQuery {
  readonly digest: string;
  readonly bytes: Uint8Array;
}

type Uploaded = Result<
  { readonly received: number; readonly activation: Activation },
  Refusal<ActivationRefusalCode>
>;

/**
 * Takes the next part of a selfie. A part that is there already, or that begins later than what is there, changes
 * nothing: the answer says where to go on, so that any request may be lost, repeated or come late. The last part makes
 * the picture whole, and then it is taken like one that came in one piece.
 */
export async function uploadSelfie(
  deps: HandsetDeps,
  id: ActivationId,
  device: ProvenDevice,
  part: SelfiePart,
): Promise<Uploaded> {
  const kept = await keepPart(deps, id, device, part);
  if (!kept.ok || kept.value.image === undefined) return kept;
  const { image } = kept.value;
  if (createHash('sha256').update(image).digest('base64url') !== part.digest) {
    await deps.database.write((sql) => dropUpload(sql, id));
    return refuse({ code: 'activation/selfie-damaged' });
  }
  const taken = await takeSelfie(deps, id, device, image);
  // Taken or of no use: what is kept of it now is the application's own copy, or none.
  await deps.database.write((sql) => dropUpload(sql, id));
  return taken.ok ? ok({ received: part.size, activation: taken.value }) : taken;
}

type Kept = Result<
  { readonly received: number; readonly activation: Activation; readonly image?: Buffer },
  Refusal<ActivationRefusalCode>
>;

/** `image` is there when this part made it whole. */
function keepPart(
  { database, now }: HandsetDeps,
  id: ActivationId,
  device: ProvenDevice,
  { digest, size, offset, bytes }: SelfiePart,
): Promise<Kept> {
  return database.write(async (sql): Promise<Kept> => {
    const own = await lockOwn(sql, id, device);
    if (!own.ok) return own;
    const activation = own.value;
    if ('selfie' in activation && activation.selfie === digest) return ok({ received: size, activation });
    const allowed = decide(activation, { kind: 'takeSelfie', selfie: digest }, now());
    if (!allowed.ok) return allowed;

    const upload = await findUpload(sql, id);
    const known = upload?.digest === digest && upload.size === size ? upload.image : Buffer.alloc(0);
    const fresh = offset <= known.length ? bytes.subarray(known.length - offset) : bytes.subarray(0, 0);
    const image = Buffer.concat([known, fresh]).subarray(0, size);
    if (image.length === size) return ok({ received: size, activation, image });
    if (image.length > known.length) await putUpload(sql, id, { digest, size, image });
    return ok({ received: image.length, activation });
  });
}
