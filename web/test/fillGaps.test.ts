import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';

// What old browsers are given in place of what they lack does the same as what new ones have.

const TYPED_ARRAY = Object.getPrototypeOf(Uint8Array.prototype);
const GAPS = [
  [String.prototype, 'replaceAll'],
  [String.prototype, 'at'],
  ...[Array.prototype, TYPED_ARRAY].flatMap((owner) =>
    ['at', 'findLast', 'findLastIndex'].map((name) => [owner, name] as const),
  ),
  [Array.prototype, 'toSorted'],
  [Array.prototype, 'toReversed'],
  [Object, 'hasOwn'],
  [URL, 'canParse'],
  [AbortSignal, 'timeout'],
] as const;

type Call = (...args: unknown[]) => unknown;
const owned = (owner: object, name: string) => Reflect.get(owner, name) as Call;

const natives = GAPS.map(([owner, name]) => [owner, name, owned(owner, name)] as const);
for (const [owner, name] of GAPS) Reflect.deleteProperty(owner, name);
await import('../src/shared/fillGaps.ts');
const fills = new Map(GAPS.map(([owner, name]) => [owned(owner, name), name]));
const ours = GAPS.map(([owner, name]) => owned(owner, name));
for (const [owner, name, native] of natives) Reflect.set(owner, name, native);

/** The filled one and the browser's own, by owner and name. */
const pair = (owner: object, name: string): readonly [Call, Call] => {
  const index = GAPS.findIndex(([one, called]) => one === owner && called === name);
  return [ours[index]!, natives[index]![2]];
};

test('every gap was filled', () => {
  assert.equal(fills.size, new Set(ours).size);
  for (const [index, one] of ours.entries()) assert.notEqual(one, natives[index]![2], GAPS[index]![1]);
});

test('strings: every place is replaced, whatever signs it has; at counts from both ends', () => {
  const [replaceAll, nativeReplaceAll] = pair(String.prototype, 'replaceAll');
  const [at, nativeAt] = pair(String.prototype, 'at');
  const piece = fc.string({ unit: fc.constantFrom('a', '.', '*', '(', '$', '\\', 'é', ' ') });
  fc.assert(
    fc.property(fc.array(piece), piece, fc.constantFrom('', 'x', '$&', '$1'), (pieces, what, by) => {
      const text = pieces.join(what);
      assert.equal(replaceAll.call(text, what, by), nativeReplaceAll.call(text, what, by));
      assert.equal(replaceAll.call(text, /[a.]/g, by), nativeReplaceAll.call(text, /[a.]/g, by));
    }),
  );
  fc.assert(
    fc.property(piece, fc.integer({ min: -9, max: 9 }), (text, index) => {
      assert.equal(at.call(text, index), nativeAt.call(text, index));
    }),
  );
});

test('arrays: at, findLast, toSorted, toReversed, and the array itself stays as it was', () => {
  const isEven = (value: unknown) => Number(value) % 2 === 0;
  const byValue = (one: unknown, other: unknown) => Number(one) - Number(other);
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.integer({ min: -9, max: 9 }), (items, index) => {
      const before = [...items];
      for (const [name, arg] of [
        ['at', index],
        ['findLast', isEven],
        ['findLastIndex', isEven],
        ['toSorted', byValue],
        ['toSorted', undefined],
        ['toReversed', undefined],
      ] as const) {
        const [own, native] = pair(Array.prototype, name);
        assert.deepEqual(own.call(items, arg), native.call(items, arg), name);
      }
      const bytes = Uint8Array.from(items);
      for (const [name, arg] of [
        ['at', index],
        ['findLast', isEven],
        ['findLastIndex', isEven],
      ] as const) {
        const [own, native] = pair(TYPED_ARRAY, name);
        assert.equal(own.call(bytes, arg), native.call(bytes, arg), name);
      }
      assert.deepEqual(items, before);
    }),
  );
});

test('addresses, own properties and time limits', async () => {
  const [canParse, nativeCanParse] = pair(URL, 'canParse');
  for (const text of ['https://a.example/b', 'b', '', 'http://', 'openid4vp://?x=1'])
    assert.equal(canParse(text), nativeCanParse(text), text);
  const [hasOwn] = pair(Object, 'hasOwn');
  assert.deepEqual([hasOwn({ a: 1 }, 'a'), hasOwn({ a: 1 }, 'toString')], [true, false]);
  const [timeout] = pair(AbortSignal, 'timeout');
  const signal = timeout(1) as AbortSignal;
  await new Promise((resume) => signal.addEventListener('abort', resume));
  assert.ok(signal.aborted);
});
