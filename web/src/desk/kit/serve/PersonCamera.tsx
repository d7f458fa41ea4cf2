import '../../../shared/camera/camera.css';
import { CameraRefused } from '../../../shared/camera/CameraRefused.tsx';
import { cameraWords } from '../../../shared/camera/cameraWords.ts';
import { FileButton } from '../../../shared/camera/FileButton.tsx';
import { loadPicture, takePhoto } from '../../../shared/camera/takePhoto.ts';
import { useCamera } from '../../../shared/camera/useCamera.ts';
import { Button } from '../../../shared/ui/Button.tsx';
import { announce } from '../../../shared/ui/LiveRegion.tsx';
import { useObjectUrl } from '../../../shared/useObjectUrl.ts';
import { texts } from './texts.ts';

interface PersonCameraProps {
  readonly photo: Blob | undefined;
  readonly onPhoto: (photo: Blob | undefined) => void;
}

/** The kit's own picture of the person in front: one press, and one to repeat it. */
export function PersonCamera({ photo, onPhoto }: PersonCameraProps) {
  const camera = useCamera('environment', photo === undefined);
  const url = useObjectUrl(photo);
  const t = texts();
  const words = cameraWords();

  function keep(taken: Blob | undefined): void {
    if (!taken) return;
    onPhoto(taken);
    announce(words.takenNow);
  }
  async function takeFile(file: Blob): Promise<void> {
    const picture = await loadPicture(file);
    keep(picture && (await takePhoto(picture)));
  }
  if (photo)
    return (
      <div class="kit-face">
        <h2>{t.taken}</h2>
        <img src={url} alt={t.taken} />
        <Button kind="secondary" onClick={() => onPhoto(undefined)}>
          {words.retake}
        </Button>
      </div>
    );
  const refused = typeof camera.state === 'object' ? camera.state.refused : undefined;
  return (
    <div class="kit-face">
      <h2>{t.taken}</h2>
      {refused && <CameraRefused code={refused} onRetry={camera.retry} />}
      <div class={refused ? 'camera-frame camera-none' : 'camera-frame'}>
        <video ref={camera.video} class="camera-view" muted playsInline aria-label={words.scanLive} />
        <span class="camera-oval" aria-hidden="true" />
      </div>
      {refused ? (
        <FileButton label={words.fromFile} onFile={takeFile} />
      ) : (
        <Button
          disabled={camera.state !== 'running'}
          onClick={() => camera.video.current && void takePhoto(camera.video.current).then(keep)}
        >
          {camera.state === 'running' ? words.take : words.opening}
        </Button>
      )}
    </div>
  );
}
