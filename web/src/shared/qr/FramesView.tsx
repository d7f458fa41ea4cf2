import type { Bytes } from '@jatidiri/core/kit/bytes.ts';
import { webSuite } from '@jatidiri/core/kit/webSuite.ts';
import { type Frames, splitIntoFrames } from '@jatidiri/core/qrframes/splitIntoFrames.ts';
import { useEffect, useState } from 'preact/hooks';
import { Busy } from '../ui/Busy.tsx';
import { Button } from '../ui/Button.tsx';
import { useScreenAwake } from '../useScreenAwake.ts';
import { framesWords } from './framesWords.ts';
import { QrView } from './QrView.tsx';

/**
 * Five pictures a second: no module turns dark and bright more than three times in a second, which nobody's eyes are
 * hurt by (WCAG 2.2, 2.3.1). Whoever asked for less motion gets one a second, and waits longer.
 */
const PACE_MS = 200;
const CALM_PACE_MS = 1_000;

/** Bytes for another device's camera: one QR code where they fit, otherwise moving ones, until somebody says stop. */
export function FramesView({ data, label }: { data: Bytes; label: string }) {
  const t = framesWords();
  const frames = useFrames(data);
  const [paused, setPaused] = useState(false);
  const n = useTicks(frames !== undefined && frames.count > 1 && !paused, frames);
  useScreenAwake();
  if (!frames) return <Busy />;
  const moves = frames.count > 1;
  return (
    <div class="frames">
      <QrView data={frames.text(n)} label={moves ? t.moving(label, frames.count) : label} inHaste={moves} />
      <p class="soft">{moves ? t.holdMoving : t.holdStill}</p>
      {moves && (
        <Button kind="quiet" onClick={() => setPaused(!paused)}>
          {paused ? t.resume : t.pause}
        </Button>
      )}
    </div>
  );
}

function useFrames(data: Bytes): Frames | undefined {
  const [frames, setFrames] = useState<Frames>();
  useEffect(() => {
    let wanted = true;
    setFrames(undefined);
    void splitIntoFrames(data, webSuite(crypto.subtle)).then((split) => wanted && setFrames(split));
    return () => {
      wanted = false;
    };
  }, [data]);
  return frames;
}

/** Counts pictures from 0, anew for each `of`. */
function useTicks(running: boolean, of: unknown): number {
  const [n, setN] = useState(0);
  useEffect(() => setN(0), [of]);
  useEffect(() => {
    if (!running) return;
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const timer = setInterval(() => setN((count) => count + 1), calm ? CALM_PACE_MS : PACE_MS);
    return () => clearInterval(timer);
  }, [running, of]);
  return n;
}
