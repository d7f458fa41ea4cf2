import type { StatedFigure } from '@jatidiri/core/coverage/wire.ts';
import { formatCount, formatPercent } from '../shared/format.ts';
import { figureTexts } from './figureTexts.ts';

/** `IKD aktif ÷ (30% × wajib KTP)` */
export function formulaInWords(figure: StatedFigure): string {
  const t = figureTexts();
  return divided(figure, t.indicators[figure.indicator], t.bases[figure.denominator.kind]);
}

/** `156.639 ÷ (30% × 2.873.921)` */
export function formulaInNumbers(figure: StatedFigure): string {
  return divided(figure, formatCount(figure.numerator), formatCount(figure.denominator.count));
}

function divided(figure: StatedFigure, above: string, below: string): string {
  if (figure.measure === 'coverage') return `${above} ÷ ${below}`;
  return `${above} ÷ (${percentOf(figure.targetPercent / 100, 0)} × ${below})`;
}

/** `18,17%`; a dash over an empty base. */
export function resultOf({ ratio }: StatedFigure, digits = 2): string {
  return ratio === null ? '–' : percentOf(ratio, digits);
}

export function percentOf(ratio: number, digits: number): string {
  return `${formatPercent(ratio, digits)}%`;
}

/** A percentage as somebody printed it, `3.40`, in the reader's notation and with the same decimals. */
export function printedPercent(printed: string): string {
  return percentOf(Number(printed) / 100, decimalsOf(printed));
}

export function decimalsOf(printed: string): number {
  return printed.split('.')[1]?.length ?? 0;
}
