const WIDTH = 400;
const HEIGHT = 560;
const LINES = 26;
const STEP = 10;

/** Fine interwoven waves, as on security paper. Ornament alone: what proves something is the QR. */
export function Guilloche() {
  return (
    <svg
      class="ktp-waves"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
    >
      {Array.from({ length: LINES }, (_, line) => (
        <path key={line} d={wave(line)} />
      ))}
    </svg>
  );
}

/** Two overlaid sines whose amplitude grows towards the middle, shifted a little from line to line. */
function wave(line: number): string {
  const shift = (line / LINES) * Math.PI * 2;
  const base = HEIGHT * 0.27;
  let path = '';
  for (let x = 0; x <= WIDTH; x += STEP) {
    const along = x / WIDTH;
    const swell = 0.35 + Math.sin(along * Math.PI);
    const y =
      base + swell * (58 * Math.sin(along * 5 + shift) + 34 * Math.sin(along * 9 - shift * 2)) + line * 1.5;
    path += `${x === 0 ? 'M' : 'L'}${x} ${y.toFixed(1)}`;
  }
  return path;
}
