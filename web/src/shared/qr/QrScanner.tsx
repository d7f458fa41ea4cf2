import '../camera/camera.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import { CameraRefused } from '../camera/CameraRefused.tsx';
import { cameraWords } from '../camera/cameraWords.ts';
import { FileButton } from '../camera/FileButton.tsx';
import { useCamera } from '../camera/useCamera.ts';
import { Notice } from '../ui/Notice.tsx';
import { qrReader, readQrFile } from './readQr.ts';

interface QrScannerProps {
  /** Called once for each code that differs from the one before. */
  onText: (text: string) => void;
  /** What to do, when it is something else than to point the camera at a code. */
  hint?: string;
}

/** Reads QR codes from the rear camera, or from a picture file. Load it lazily: `lazy(() => import('…/QrScanner.tsx'))`. */
export function QrScanner({ onText, hint }: QrScannerProps) {
  const t = cameraWords();
  const [notFound, setNotFound] = useState(false);
  const { video, state, retry } = useCamera('environment', true);
  useFrames(video, state === 'running', onText);

  async function readFile(file: Blob): Promise<void> {
    const text = await readQrFile(file);
    setNotFound(text === undefined);
    if (text !== undefined) onText(text);
  }

  const refused = typeof state === 'object';
  return (
    <div class="camera">
      {typeof state === 'object' && <CameraRefused code={state.refused} onRetry={retry} />}
      <div class={refused ? 'scanner-frame camera-none' : 'scanner-frame'}>
        <video ref={video} class="scanner-view" muted playsInline aria-label={t.scanLive} />
        <svg class="scanner-corners" viewBox="0 0 100 100" aria-hidden="true">
          <path d="M4 22V8a4 4 0 0 1 4-4h14M78 4h14a4 4 0 0 1 4 4v14M96 78v14a4 4 0 0 1-4 4H78M22 96H8a4 4 0 0 1-4-4V78" />
        </svg>
      </div>
      {!refused && (
        <p class="soft" role="status">
          {state === 'running' ? (hint ?? t.scanning) : t.opening}
        </p>
      )}
      {notFound && <Notice tone="refusal" title={t.noQr} live />}
      <FileButton label={t.qrFromFile} onFile={readFile} />
    </div>
  );
}

type VideoRef = { readonly current: HTMLVideoElement | null };

/** Looks at one frame after another, never at two at a time; a slow handset simply looks less often. */
function useFrames(video: VideoRef, running: boolean, onText: (text: string) => void): void {
  const report = useRef(onText);
  report.current = onText;
  useEffect(() => {
    if (!running) return;
    let wanted = true;
    let last: string | undefined;
    async function look(): Promise<void> {
      const read = await qrReader();
      while (wanted) {
        await new Promise(requestAnimationFrame);
        const text = video.current && wanted ? await read(video.current) : undefined;
        if (!wanted || text === undefined || text === last) continue;
        last = text;
        report.current(text);
      }
    }
    void look();
    return () => {
      wanted = false;
    };
  }, [video, running]);
}
