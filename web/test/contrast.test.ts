import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';

type Palette = Record<string, string>;

const css = await readFile(join(import.meta.dirname, '../src/shared/tokens.css'), 'utf8');
const [lightCss = '', darkCss = ''] = css.split('@media');
const light = colours(lightCss);
const dark = { ...light, ...colours(darkCss) };

function colours(part: string): Palette {
  return Object.fromEntries([...part.matchAll(/--([a-z-]+): (#[0-9a-f]{6})/g)].map((m) => [m[1]!, m[2]!]));
}

/** WCAG 2.2, relative luminance of sRGB. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

function contrast(a: string, b: string): number {
  const [dim = 0, bright = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (bright + 0.05) / (dim + 0.05);
}

const TEXT: [string, string[]][] = [
  ['ink', ['paper', 'surface', 'accent-soft', 'refusal-soft', 'warning-soft', 'success-soft']],
  ['ink-soft', ['paper', 'surface']],
  ['accent', ['paper', 'surface', 'accent-soft']],
  ['accent-strong', ['paper', 'surface', 'accent-soft']],
  ['on-accent', ['accent', 'accent-strong']],
  ['refusal', ['paper', 'surface', 'refusal-soft']],
  ['warning', ['paper', 'surface', 'warning-soft']],
  ['success', ['paper', 'surface', 'success-soft']],
];
const SHAPES: [string, string[]][] = [
  ['line-strong', ['paper', 'surface']],
  ['focus', ['paper', 'surface']],
];

for (const [name, palette] of Object.entries({ light, dark })) {
  test(`${name}: text reads at 4.5 : 1, borders and focus rings at 3 : 1 (WCAG 2.2, 1.4.3 and 1.4.11)`, () => {
    const poor = [...pairs(TEXT, 4.5), ...pairs(SHAPES, 3)].filter(
      ({ front, back, least }) => contrast(palette[front]!, palette[back]!) < least,
    );
    assert.deepEqual(poor, []);
  });
}

function pairs(list: [string, string[]][], least: number) {
  return list.flatMap(([front, backs]) => backs.map((back) => ({ front, back, least })));
}
