import { lackedBy } from './compat.ts';

/** Paths in MDN's data of what a style sheet uses and an old browser lacks: properties, selectors, at-rules, units, functions. */
export function tooNewInStyle(css: string): Set<string> {
  const found = new Set<string>();
  for (const [pattern, path] of USES)
    for (const [, name] of css.matchAll(pattern)) if (lackedBy(path(name!))?.length) found.add(path(name!));
  return found;
}

const USES: readonly (readonly [RegExp, (name: string) => string])[] = [
  [/[{;]([a-z][a-z-]+):/g, (name) => `css.properties.${name}`],
  [/::?([a-z][a-z-]+)(?=[^;{}]*\{)/g, (name) => `css.selectors.${name}`],
  [/@([a-z][a-z-]+)/g, (name) => `css.at-rules.${name}`],
  [/\d([sld]v[hwib]|cq[whib])\b/g, () => 'css.types.length.viewport_percentage_units_dynamic'],
  [/[:,\s(]([a-z][a-z-]+)\(/g, (name) => `css.types.${name}`],
  [/[:,\s(]([a-z][a-z-]+)\(/g, (name) => `css.types.color.${name}`],
];
