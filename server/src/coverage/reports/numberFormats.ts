import { tokensOf } from './xml.ts';

/** How a cell's number is meant, by its format (ECMA-376 part 1, sections 18.8.10 and 18.8.30). */
export type Meant =
  | { readonly kind: 'number' }
  | { readonly kind: 'percent'; readonly decimals: number }
  | { readonly kind: 'day' };

const PLAIN: Meant = { kind: 'number' };
const BUILT_IN_DAYS = new Set([
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 57, 58,
]);

/** The meaning of each cell style, by its number. */
export function readStyles(xml: string): (style: number) => Meant {
  const custom = new Map<number, string>();
  const styles: number[] = [];
  let inCellStyles = false;
  for (const token of tokensOf(xml)) {
    if (token.kind === 'text') continue;
    if (token.name === 'cellXfs') inCellStyles = token.kind === 'open';
    if (token.kind === 'close') continue;
    const { numFmtId, formatCode } = token.attributes;
    if (token.name === 'numFmt' && formatCode) custom.set(Number(numFmtId), formatCode);
    if (token.name === 'xf' && inCellStyles) styles.push(Number(numFmtId ?? 0));
  }
  return (style) => {
    const id = styles[style] ?? 0;
    const code = custom.get(id);
    if (code) return meaningOf(code);
    if (id === 9 || id === 10) return { kind: 'percent', decimals: id === 9 ? 0 : 2 };
    return BUILT_IN_DAYS.has(id) ? { kind: 'day' } : PLAIN;
  };
}

function meaningOf(formatCode: string): Meant {
  const bare = formatCode.replaceAll(/"[^"]*"|\\.|\[[^\]]*\]/g, '').split(';')[0]!;
  if (bare.includes('%')) {
    return { kind: 'percent', decimals: /[.,](0+)\s*%/.exec(bare)?.[1]?.length ?? 0 };
  }
  return /[dy]/i.test(bare) ? { kind: 'day' } : PLAIN;
}
