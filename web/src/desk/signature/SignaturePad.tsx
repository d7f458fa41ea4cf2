import './signature.css';
import {
  encodeSignature,
  isEnough,
  type Point,
  SIGNATURE_FRAME,
  type Stroke,
  signaturePath,
} from '@jatidiri/core/recording/signature.ts';
import { useState } from 'preact/hooks';
import { Button } from '../../shared/ui/Button.tsx';
import { texts } from './texts.ts';

interface SignaturePadProps {
  readonly label: string;
  readonly busy: boolean;
  /** What the button says that keeps it. */
  readonly action: string;
  /** In its compact form. */
  readonly onSignature: (signature: Uint8Array<ArrayBuffer>) => void;
}

/** Steps shorter than this add bytes and nothing that an eye sees. */
const LEAST_STEP = 4;

/** A place to sign with pen, finger or touchpad. */
export function SignaturePad({ label, busy, action, onSignature }: SignaturePadProps) {
  const [strokes, setStrokes] = useState<readonly Stroke[]>([]);
  const t = texts();

  function begin(event: PointerEvent & { currentTarget: SVGSVGElement }): void {
    event.currentTarget.setPointerCapture(event.pointerId);
    const point = pointOf(event);
    setStrokes((drawn) => [...drawn, [point]]);
  }
  function move(event: PointerEvent & { currentTarget: SVGSVGElement }): void {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const point = pointOf(event);
    setStrokes((drawn) => {
      const last = drawn.at(-1) ?? [];
      const from = last.at(-1);
      if (from && Math.hypot(point.x - from.x, point.y - from.y) < LEAST_STEP) return drawn;
      return [...drawn.slice(0, -1), [...last, point]];
    });
  }
  return (
    <div class="signature stack-s">
      <svg
        class="signature-pad"
        viewBox={`0 0 ${SIGNATURE_FRAME.width} ${SIGNATURE_FRAME.height}`}
        role="img"
        aria-label={label}
        onPointerDown={begin}
        onPointerMove={move}
      >
        <path class="signature-line" d={`M60 ${SIGNATURE_FRAME.height - 80}H940`} />
        <path class="signature-ink" d={signaturePath(strokes)} />
      </svg>
      <div class="row">
        <Button
          busy={busy}
          disabled={!isEnough(strokes)}
          onClick={() => onSignature(encodeSignature(strokes))}
        >
          {action}
        </Button>
        <Button kind="quiet" onClick={() => setStrokes([])}>
          {t.clear}
        </Button>
      </div>
    </div>
  );
}

function pointOf(event: PointerEvent & { currentTarget: SVGSVGElement }): Point {
  const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
  return {
    x: within(((event.clientX - left) / width) * SIGNATURE_FRAME.width, SIGNATURE_FRAME.width),
    y: within(((event.clientY - top) / height) * SIGNATURE_FRAME.height, SIGNATURE_FRAME.height),
  };
}

/** The pen may leave the pad, the line does not. */
const within = (value: number, most: number): number => Math.round(Math.min(Math.max(value, 0), most));
