/** What a long task tells while it runs: a bar that redraws itself on a terminal, plain lines elsewhere. */
export interface ProgressBar {
  update(done: number, total: number, rows: number): void;
  end(): void;
}

interface Screen {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

const WIDTH = 24;
const REDRAW_MS = 200;
const LINE_MS = 5_000;

export function progressBar(screen: Screen, clock: () => number): ProgressBar {
  const began = clock();
  let shown = began;
  return {
    update(done, total, rows) {
      const now = clock();
      if (done < total && now - shown < (screen.isTTY ? REDRAW_MS : LINE_MS)) return;
      shown = now;
      const line = progressLine({ share: total ? done / total : 1, rows, seconds: (now - began) / 1000 });
      screen.write(screen.isTTY ? `\r${line}\u001b[K` : `${line}\n`);
    },
    end() {
      if (screen.isTTY) screen.write('\n');
    },
  };
}

/** `██████░░░░ 62 %  248,000 rows  61,300 rows/s  4 s left` */
export function progressLine({
  share,
  rows,
  seconds,
}: {
  share: number;
  rows: number;
  seconds: number;
}): string {
  const filled = Math.floor(share * WIDTH);
  const bar = '█'.repeat(filled) + '░'.repeat(WIDTH - filled);
  const rate = seconds > 0 ? Math.round(rows / seconds) : 0;
  const left = share > 0 ? duration((seconds / share) * (1 - share)) : '?';
  return `${bar} ${Math.floor(share * 100)} %  ${grouped(rows)} rows  ${grouped(rate)} rows/s  ${left} left`;
}

function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

function grouped(number: number): string {
  return number.toLocaleString('en-GB');
}
