import type { Range, Rounding } from './model.ts';

/** A percentage as somebody printed it. */
export interface PrintedPercent {
  readonly value: number;
  readonly decimals: number;
}

// Far below half a unit of any printed decimal, far above what floating point loses.
const EPSILON = 1e-9;

/** `3.40`, decimal point, decimals as printed. Throws TypeError for anything else: the door lets nothing else in. */
export function parsePrinted(text: string): PrintedPercent {
  const match = /^\d{1,3}(?:\.(\d{1,6}))?$/.exec(text);
  if (!match) throw new TypeError('not a printed percentage');
  return { value: Number(text), decimals: match[1]?.length ?? 0 };
}

/** How a share (0.0548) becomes the printed percentage: by rounding, by cutting off, or not at all. */
export function agreement(ratio: number, printed: PrintedPercent): Rounding | undefined {
  const percent = ratio * 100;
  const unit = 10 ** -printed.decimals;
  if (Math.abs(percent - printed.value) <= unit / 2 + EPSILON) return 'rounded';
  const cutOff = percent - printed.value;
  return cutOff >= -EPSILON && cutOff < unit - EPSILON ? 'truncated' : undefined;
}

/** The whole numbers over which `numerator` rounds to the printed percentage. */
export function impliedDenominator(numerator: number, { value, decimals }: PrintedPercent): Range {
  const half = 10 ** -decimals / 2;
  const lowest = Math.max(value - half, half);
  return {
    from: Math.ceil((numerator * 100) / (value + half)),
    to: Math.floor((numerator * 100) / lowest),
  };
}
