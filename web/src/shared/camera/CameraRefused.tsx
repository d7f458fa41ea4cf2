import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { cameraWords } from './cameraWords.ts';
import type { CameraCode } from './openCamera.ts';

/** Why there is no picture, and what the person can do about it. */
export function CameraRefused({ code, onRetry }: { code: CameraCode; onRetry: () => void }) {
  const t = cameraWords();
  const worthRetrying = code === 'camera/denied' || code === 'camera/busy' || code === 'camera/lost';
  return (
    <Notice tone="warning" title={t.refusedTitle} live>
      <p>{t.refused[code]}</p>
      {worthRetrying && (
        <Button kind="secondary" onClick={onRetry}>
          {t.retry}
        </Button>
      )}
    </Notice>
  );
}
