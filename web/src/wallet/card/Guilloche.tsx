const WIDTH = 400;
const HEIGHT = 300;
const LINES = 22;
const STEP = 8;

/** Fine interwoven waves, as on security paper. Ornament alone: what proves something is the QR. */
export function Guilloche() {
  return (
    <svg
      class="ktp-waves"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="xMaxYMin slice"
      aria-hidden="true"
    >
      {Array.from({ length: LINES }, (_, line) => (
        <path key={line} d={wave(line / LINES)} />
      ))}
    </svg>
  );
}

/** Lines that part on the left, cross twice, and meet again: only their phase differs. */
function wave(phase: number): string {
  const turn = phase * Math.PI * 2;
  let path = '';
  for (let x = 0; x <= WIDTH; x += STEP) {
    const along = x / WIDTH;
    const swell = 20 + 70 * Math.sin(along * Math.PI) ** 2;
    const y = 40 + along * 90 + swell * Math.sin(along * 4 + turn) + 12 * Math.sin(along * 13 - turn * 3);
    path += `${x === 0 ? 'M' : 'L'}${x} ${y.toFixed(1)}`;
  }
  return path;
}
