import { fromBase64url } from '@jatidiri/core/kit/bytes.ts';
import { useMemo } from 'preact/hooks';
import { useObjectUrl } from '../../../shared/useObjectUrl.ts';
import { texts } from './texts.ts';

/** @param photo WebP in base64url, where the kit carries one */
export function RecordedFace({ photo }: { photo: string | null }) {
  const image = useMemo(
    () => (photo === null ? undefined : new Blob([fromBase64url(photo)], { type: 'image/webp' })),
    [photo],
  );
  const url = useObjectUrl(image);
  const t = texts();
  return (
    <div class="kit-face">
      <h2>{t.recorded}</h2>
      {url ? <img src={url} alt={t.recorded} /> : <p class="soft">{t.recordedNone}</p>}
    </div>
  );
}
