import type { Bytes } from '@jatidiri/core/kit/bytes.ts';
import { webSuite } from '@jatidiri/core/kit/webSuite.ts';
import { frameJoiner, type Joined } from '@jatidiri/core/qrframes/joinFrames.ts';
import { useRef, useState } from 'preact/hooks';
import { announce } from '../ui/LiveRegion.tsx';
import { framesWords } from './framesWords.ts';
import { QrScanner } from './QrScanner.tsx';

interface FramesScannerProps {
  /** The whole, once for each time that it was collected. */
  onData: (data: Bytes) => void;
  /** Another QR code than one of ours: an application that was drawn as one code, or somebody else's. */
  onOther?: (text: string) => void;
}

type Progress = Extract<Joined, { kind: 'part' }>;

/** Collects what `FramesView` shows. Load it lazily, like the scanner that it stands on. */
export function FramesScanner({ onData, onOther }: FramesScannerProps) {
  const t = framesWords();
  const joiner = useRef(frameJoiner(webSuite(crypto.subtle)));
  const [progress, setProgress] = useState<Progress>();

  async function take(text: string): Promise<void> {
    const joined = await joiner.current(text);
    switch (joined.kind) {
      case 'whole':
        setProgress(undefined);
        announce(t.complete);
        return onData(joined.data);
      case 'part':
        setProgress(joined);
        return announceHalf(joined);
      case 'ignored':
        if (joined.because === 'foreign') onOther?.(text);
    }
  }
  /** A screen reader hears the first part and the middle: each one would drown everything else. */
  function announceHalf({ have, of }: Progress): void {
    if (have === 1 || have === Math.ceil(of / 2)) announce(t.progress(have, of));
  }
  return (
    <div class="frames">
      <QrScanner onText={(text) => void take(text)} hint={progress ? t.keepStill : t.point} />
      {progress && (
        <label class="frames-progress">
          <span>{t.progress(progress.have, progress.of)}</span>
          <progress value={progress.have} max={progress.of} />
        </label>
      )}
    </div>
  );
}
