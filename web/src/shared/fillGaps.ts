/**
 * What the language got after the oldest browsers that we serve (docs/decisions/0035): small, and ours, so that nothing
 * else of a polyfill's size comes along. Imported before everything else; a browser that has it keeps its own.
 */
function fill(owner: object, name: string, value: (...args: never[]) => unknown): void {
  if (!(name in owner)) Object.defineProperty(owner, name, { value, writable: true, configurable: true });
}

type Items = { readonly length: number; readonly [index: number]: unknown };
type Test = (item: unknown, index: number, items: Items) => unknown;

function at(this: Items, index: number): unknown {
  const whole = Math.trunc(index) || 0;
  return this[whole < 0 ? this.length + whole : whole];
}
function findLastIndex(this: Items, test: Test): number {
  let index = this.length - 1;
  while (index >= 0 && !test(this[index], index, this)) index--;
  return index;
}

/** ECMAScript 2021 to 2023. */
fill(String.prototype, 'replaceAll', function (this: string, what: string | RegExp, by: string) {
  if (what instanceof RegExp) return this.replace(what, by);
  return this.replace(new RegExp(what.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'), 'g'), by);
});
fill(String.prototype, 'at', at);
for (const owner of [Array.prototype, Object.getPrototypeOf(Uint8Array.prototype)]) {
  fill(owner, 'at', at);
  fill(owner, 'findLastIndex', findLastIndex);
  fill(owner, 'findLast', function (this: Items, test: Test) {
    return this[findLastIndex.call(this, test)];
  });
}
fill(
  Array.prototype,
  'toSorted',
  function (this: unknown[], compare?: (one: unknown, other: unknown) => number) {
    return [...this].sort(compare);
  },
);
fill(Array.prototype, 'toReversed', function (this: unknown[]) {
  return [...this].reverse();
});
fill(
  Object,
  'hasOwn',
  (owner: object, name: PropertyKey) => Object.getOwnPropertyDescriptor(owner, name) !== undefined,
);

/** Of the web: URL.canParse and AbortSignal.timeout. */
fill(URL, 'canParse', (text: string, base?: string) => {
  try {
    return new URL(text, base) !== undefined;
  } catch {
    return false;
  }
});
fill(AbortSignal, 'timeout', (ms: number) => {
  const abort = new AbortController();
  setTimeout(() => abort.abort(), ms);
  return abort.signal;
});
