import './camera.css';
import { useState } from 'preact/hooks';
import { Button } from '../ui/Button.tsx';
import { announce } from '../ui/LiveRegion.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useObjectUrl } from '../useObjectUrl.ts';
import { CameraRefused } from './CameraRefused.tsx';
import { cameraWords } from './cameraWords.ts';
import { FileButton } from './FileButton.tsx';
import { DOCUMENT_PHOTO, loadPicture, SELFIE, takePhoto } from './takePhoto.ts';
import { useCamera } from './useCamera.ts';

interface CameraCaptureProps {
  /** The photo the person agreed to: WebP or JPEG, three to four. */
  onPhoto: (photo: Blob) => void;
  busy?: boolean;
  /** An officer takes it of somebody else, for a document. */
  ofSomebody?: boolean;
}

/** A photo of oneself: look, take, use or repeat. A picture file does as well. */
export function CameraCapture({ onPhoto, busy, ofSomebody = false }: CameraCaptureProps) {
  const t = cameraWords();
  const [photo, setPhoto] = useState<Blob>();
  const [unreadable, setUnreadable] = useState(false);
  const camera = useCamera(ofSomebody ? 'environment' : 'user', photo === undefined);
  const shown = useObjectUrl(photo);
  const size = ofSomebody ? DOCUMENT_PHOTO : SELFIE;

  function keep(taken: Blob | undefined): void {
    setUnreadable(taken === undefined);
    if (!taken) return;
    setPhoto(taken);
    announce(t.takenNow);
  }
  async function takeFile(file: Blob): Promise<void> {
    const picture = await loadPicture(file);
    keep(picture && (await takePhoto(picture, size)));
  }

  if (photo && shown) {
    return (
      <div class="camera">
        <img class="camera-view" src={shown} alt={t.taken} />
        <Button busy={busy ?? false} onClick={() => onPhoto(photo)}>
          {t.use}
        </Button>
        {!busy && (
          <Button kind="secondary" onClick={() => setPhoto(undefined)}>
            {t.retake}
          </Button>
        )}
      </div>
    );
  }
  const refused = typeof camera.state === 'object';
  return (
    <div class="camera">
      {typeof camera.state === 'object' && (
        <CameraRefused code={camera.state.refused} onRetry={camera.retry} />
      )}
      <div class={refused ? 'camera-frame camera-none' : 'camera-frame'}>
        <video
          ref={camera.video}
          class={ofSomebody ? 'camera-view' : 'camera-view camera-mirror'}
          muted
          playsInline
          aria-label={t.preview}
        />
        <span class="camera-oval" aria-hidden="true" />
      </div>
      {unreadable && <Notice tone="refusal" title={t.notPicture} live />}
      {!refused && (
        <Button
          disabled={camera.state !== 'running'}
          onClick={() => camera.video.current && void takePhoto(camera.video.current, size).then(keep)}
        >
          {camera.state === 'running' ? t.take : t.opening}
        </Button>
      )}
      <FileButton label={t.fromFile} onFile={takeFile} />
    </div>
  );
}
