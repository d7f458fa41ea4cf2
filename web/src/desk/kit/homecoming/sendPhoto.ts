import type { Bytes } from '@jatidiri/core/kit/bytes.ts';
import { ok, type Result } from '@jatidiri/core/kit/result.ts';
import type { ApiRefusal } from '../../../shared/api.ts';
import type { Session } from '../../session/session.ts';
import { askPhoto, sendPhotoPart } from '../kitApi.ts';
import type { PartSize } from './partSize.ts';

/** From where the server stands; each part that arrived is arrived. */
export async function sendPhoto(
  session: Pick<Session, 'call'>,
  photo: { readonly kit: string; readonly digest: string; readonly image: Bytes },
  size: PartSize,
): Promise<Result<null, ApiRefusal>> {
  const begun = await askPhoto(session, photo.kit, photo.digest);
  if (!begun.ok) return begun;
  let { received, complete } = begun.value;
  while (!complete) {
    const sent = await sendPhotoPart(session, photo, received, size.value());
    size.learn(sent.ok);
    if (sent.ok) ({ received, complete } = sent.value);
    // Another tab or an earlier try got further: the server knows where.
    else if (sent.refusal.code !== 'field/photo-offset-wrong') return sent;
    else {
      const asked = await askPhoto(session, photo.kit, photo.digest);
      if (!asked.ok) return asked;
      ({ received, complete } = asked.value);
    }
  }
  return ok(null);
}
