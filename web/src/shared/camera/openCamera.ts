import { ok, type Result, refuse } from '@jatidiri/core/kit/result.ts';

export type CameraCode =
  | 'camera/absent'
  | 'camera/denied'
  | 'camera/busy'
  | 'camera/unsupported'
  /** It went away while it was running: unplugged, or no longer allowed. */
  | 'camera/lost';
export type Facing = 'user' | 'environment';

/** Opens the camera in 720p where it can. Stop it with `closeCamera`: its lamp stays on otherwise. */
export async function openCamera(facing: Facing): Promise<Result<MediaStream, { code: CameraCode }>> {
  if (!navigator.mediaDevices?.getUserMedia) return refuse({ code: 'camera/unsupported' });
  try {
    const video = { facingMode: facing, width: { ideal: 1280 }, height: { ideal: 720 } };
    return ok(await navigator.mediaDevices.getUserMedia({ video, audio: false }));
  } catch (error) {
    return refuse({ code: codeOf(error) });
  }
}

export function closeCamera(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

/** The names are those of Media Capture and Streams, section 10.2. */
function codeOf(error: unknown): CameraCode {
  switch (error instanceof DOMException ? error.name : '') {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'camera/denied';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'camera/absent';
    default:
      return 'camera/busy';
  }
}
