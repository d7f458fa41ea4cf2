import { useState } from 'preact/hooks';
import { CameraRefused } from '../../../shared/camera/CameraRefused.tsx';
import { type CameraCode, closeCamera, openCamera } from '../../../shared/camera/openCamera.ts';
import { Button } from '../../../shared/ui/Button.tsx';
import { Check } from './Check.tsx';
import { texts } from './texts.ts';

/** The browser asks for the camera once, and better here than in the village. */
export function CameraCheck() {
  const [tried, setTried] = useState<'works' | { readonly refused: CameraCode }>();
  const t = texts();
  async function attempt(): Promise<void> {
    const opened = await openCamera('environment');
    if (opened.ok) closeCamera(opened.value);
    setTried(opened.ok ? 'works' : { refused: opened.refusal.code });
  }
  if (typeof tried === 'object')
    return (
      <Check name="camera" state="bad">
        <CameraRefused code={tried.refused} onRetry={() => void attempt()} />
      </Check>
    );
  return (
    <Check name="camera" state={tried ? 'good' : 'look'}>
      <p>{tried ? t.cameraGood : t.cameraUntried}</p>
      {!tried && (
        <Button kind="secondary" onClick={() => void attempt()}>
          {t.cameraTry}
        </Button>
      )}
    </Check>
  );
}
