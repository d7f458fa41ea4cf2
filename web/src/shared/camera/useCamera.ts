import { useEffect, useRef, useState } from 'preact/hooks';
import { type CameraCode, closeCamera, type Facing, openCamera } from './openCamera.ts';

export type CameraState = 'opening' | 'running' | { readonly refused: CameraCode };

/** The camera's picture in a `<video>` while `on`; closed when the component leaves or the page is hidden. */
export function useCamera(facing: Facing, on: boolean) {
  const video = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<CameraState>('opening');
  const [attempt, setAttempt] = useState(0);
  const visible = useVisible();

  useEffect(() => {
    if (!on || !visible) return;
    let wanted = true;
    let stream: MediaStream | undefined;
    setState('opening');
    openCamera(facing).then((opened) => {
      if (!opened.ok) return wanted && setState({ refused: opened.refusal.code });
      if (!wanted || !video.current) return closeCamera(opened.value);
      stream = opened.value;
      // Fired when the camera goes away, not when this page stops it (Media Capture and Streams, section 4.3).
      for (const track of stream.getTracks())
        track.addEventListener('ended', () => wanted && setState({ refused: 'camera/lost' }));
      video.current.srcObject = stream;
      // Running is when there is a picture: a photo taken before would be empty.
      video.current.play().then(
        () => wanted && setState('running'),
        () => wanted && setState({ refused: 'camera/busy' }),
      );
    });
    return () => {
      wanted = false;
      if (stream) closeCamera(stream);
    };
  }, [facing, on, visible, attempt]);

  return { video, state, retry: () => setAttempt((count) => count + 1) };
}

/** A phone takes the camera away from a page in the background; it must be opened anew afterwards. */
function useVisible(): boolean {
  const [visible, setVisible] = useState(!document.hidden);
  useEffect(() => {
    const change = () => setVisible(!document.hidden);
    document.addEventListener('visibilitychange', change);
    return () => document.removeEventListener('visibilitychange', change);
  }, []);
  return visible;
}
