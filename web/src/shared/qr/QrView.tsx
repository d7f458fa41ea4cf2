import './qr.css';
import { encode } from 'uqr';
import { words } from '../words.ts';

interface QrViewProps {
  /** Text in capitals, digits and `$%*+-./:` takes the compact alphanumeric mode (ISO/IEC 18004 section 7.4.4). */
  data: string | Uint8Array;
  /** What the code is for: it is the picture's description. */
  label: string;
  /** How much damage it survives; a screen is clean, so low by default: larger squares matter more. */
  correction?: 'L' | 'M' | 'Q';
  /** Of the eight masks the best is found by drawing all of them; a picture that changes often takes the first. */
  inHaste?: boolean;
  countdown?: { readonly seconds: number; readonly of: number };
}

/** Four modules of quiet zone (ISO/IEC 18004 section 6.3.8). */
const QUIET = 4;

/** A QR code, black on white in dark mode too: many scanners read no other. */
export function QrView({ data, label, correction = 'L', inHaste, countdown }: QrViewProps) {
  const content = typeof data === 'string' ? data : Array.from(data);
  const code = encode(content, { ecc: correction, border: QUIET, maskPattern: inHaste ? 0 : -1 });
  return (
    <figure class="qr">
      <svg
        class="qr-code"
        viewBox={`0 0 ${code.size} ${code.size}`}
        shape-rendering="crispEdges"
        role="img"
        aria-label={label}
      >
        <rect width={code.size} height={code.size} fill="#fff" />
        <path d={darkRuns(code.data)} fill="#000" />
      </svg>
      {countdown && <Countdown {...countdown} />}
    </figure>
  );
}

/** One rectangle for each horizontal run of dark modules: a path a third as long, without seams. */
function darkRuns(rows: boolean[][]): string {
  let path = '';
  rows.forEach((row, y) => {
    for (let x = 0; x < row.length; x++) {
      const start = x;
      while (row[x]) x++;
      if (x > start) path += `M${start} ${y}h${x - start}v1h${start - x}z`;
    }
  });
  return path;
}

const RADIUS = 9;
const ROUND = 2 * Math.PI * RADIUS;

/** Seen, not spoken: a screen reader that counts down hides everything else. */
function Countdown({ seconds, of }: { seconds: number; of: number }) {
  return (
    <figcaption class="qr-countdown" aria-hidden="true">
      <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
        <circle class="qr-ring" cx="12" cy="12" r={RADIUS} />
        <circle
          class="qr-ring qr-left"
          cx="12"
          cy="12"
          r={RADIUS}
          transform="rotate(-90 12 12)"
          stroke-dasharray={ROUND}
          stroke-dashoffset={ROUND * (1 - seconds / of)}
        />
      </svg>
      {words().refreshIn(seconds)}
    </figcaption>
  );
}
