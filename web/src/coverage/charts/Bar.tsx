interface BarProps {
  /** Between 0 and 1 of the whole width. */
  share: number;
  /** A line across, at a share of the width. */
  mark?: number;
  tone?: 'first' | 'second' | 'lost';
}

/** A bar whose number stands beside it in words. */
export function Bar({ share, mark, tone = 'first' }: BarProps) {
  const width = 100 * Math.min(1, Math.max(0, share));
  return (
    <svg class="chart-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect class="chart-track" x="0" y="0" width="100" height="8" />
      <rect class={`chart-${tone}`} x="0" y="0" width={width} height="8" />
      {mark !== undefined && mark <= 1 && (
        <line class="chart-mark" x1={100 * mark} x2={100 * mark} y1="0" y2="8" />
      )}
    </svg>
  );
}
