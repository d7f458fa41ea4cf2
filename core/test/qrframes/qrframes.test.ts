import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Bytes, utf8 } from '@jatidiri/core/kit/bytes.ts';
import { webSuite } from '@jatidiri/core/kit/webSuite.ts';
import { frameJoiner, type JoinFrames } from '@jatidiri/core/qrframes/joinFrames.ts';
import { splitIntoFrames } from '@jatidiri/core/qrframes/splitIntoFrames.ts';
import fc from 'fast-check';

const suite = webSuite(crypto.subtle);
const someBytes = (length: number) =>
  Uint8Array.from({ length }, (_, i) => (i * 7919 + (i >> 8) * 31) & 0xff) as Bytes;

/** Shows the pictures of these numbers until the whole is there; answers it, with how many it took. */
async function collect(join: JoinFrames, texts: Iterable<string>) {
  let seen = 0;
  for (const text of texts) {
    seen++;
    const joined = await join(text);
    if (joined.kind === 'whole') return { data: joined.data, seen };
  }
  return undefined;
}

test('what fits is one QR code that does not move', async () => {
  const frames = await splitIntoFrames(someBytes(1200), suite);
  assert.equal(frames.count, 1);
  assert.equal(frames.text(0), frames.text(7));
  assert.match(frames.text(0), /^IKDF:[0-9A-Z $%*+\-./:]+$/);
  assert.deepEqual((await collect(frameJoiner(suite), [frames.text(0)]))?.data, someBytes(1200));
  assert.ok((await splitIntoFrames(someBytes(1201), suite)).count > 1);
});

test('the first round in any order gives the whole; no frame is wanted twice', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ minLength: 1, maxLength: 4000 }),
      fc.integer({ min: 16, max: 700 }),
      fc.infiniteStream(fc.nat()),
      async (data, blockBytes, order) => {
        const frames = await splitIntoFrames(data as Bytes, suite, { atRest: 0, moving: blockBytes });
        const numbers = Array.from({ length: frames.count }, (_, n) => n);
        const ranks = new Map(numbers.map((n) => [n, order.next().value]));
        numbers.sort((a, b) => ranks.get(a)! - ranks.get(b)!);
        const collected = await collect(frameJoiner(suite), numbers.map(frames.text));
        assert.deepEqual(collected, { data, seen: frames.count });
      },
    ),
    { numRuns: 60 },
  );
});

test('whichever frames a camera misses, a few others stand in for them', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: 60_000 }),
      fc.infiniteStream(fc.nat(9)),
      async (from, luck) => {
        const data = someBytes(4400);
        const frames = await splitIntoFrames(data, suite);
        assert.equal(frames.count, 8);
        function* seen() {
          // Three of ten blur.
          for (let n = from; n < from + 90; n++) if (luck.next().value >= 3) yield frames.text(n);
        }
        const collected = await collect(frameJoiner(suite), seen());
        assert.deepEqual(collected?.data, data);
      },
    ),
    { numRuns: 60 },
  );
});

test('on average less than two frames more than there are blocks are needed', async () => {
  const frames = await splitIntoFrames(someBytes(3300), suite);
  let seen = 0;
  const starts = 300;
  for (let start = 0; start < starts; start++) {
    const join = frameJoiner(suite);
    let joined = await join(frames.text(start * 211 + 40));
    for (let n = 1; ++seen && joined.kind !== 'whole'; n++)
      joined = await join(frames.text(start * 211 + 40 + n));
  }
  const overhead = seen / starts - frames.count;
  assert.ok(overhead < 2, `${overhead.toFixed(2)} frames more than ${frames.count}`);
});

test('foreign, damaged and repeated codes change nothing, and it is said why', async () => {
  const data = someBytes(2000);
  const frames = await splitIntoFrames(data, suite);
  const join = frameJoiner(suite);
  const because = async (text: string) => {
    const joined = await join(text);
    return joined.kind === 'ignored' ? joined.because : joined.kind;
  };
  assert.equal(await because('https://contoh.example/'), 'foreign');
  assert.equal(await because('IKDF:'), 'damaged');
  assert.equal(await because(`${frames.text(0).slice(0, -3)}000`), 'damaged');
  assert.equal(await because(frames.text(0).replace('IKDF:', 'IKDF:1')), 'damaged');
  assert.equal(await because(frames.text(1)), 'part');
  assert.equal(await because(frames.text(1)), 'repeated');
  assert.deepEqual((await collect(join, [frames.text(0), frames.text(2), frames.text(3)]))?.data, data);
});

test('every changed character is noticed', async () => {
  const frames = await splitIntoFrames(utf8('IKDAPP:satu dua tiga'), suite);
  const text = frames.text(0);
  for (let at = 5; at < text.length; at++) {
    for (const other of '0AZ:') {
      if (other === text[at]) continue;
      const joined = await frameJoiner(suite)(text.slice(0, at) + other + text.slice(at + 1));
      assert.equal(joined.kind, 'ignored');
    }
  }
});

test('two telephones in one picture do not disturb each other', async () => {
  const [one, two] = [someBytes(2500), someBytes(2600)];
  const [first, second] = await Promise.all([splitIntoFrames(one, suite), splitIntoFrames(two, suite)]);
  const join = frameJoiner(suite);
  const both = Array.from({ length: 20 }, (_, n) => [first.text(n), second.text(n)]).flat();
  assert.deepEqual((await collect(join, both))?.data, one);
});

test('a transfer whose parts do not add up to its digest is dropped, and begins anew', async () => {
  const data = someBytes(1300);
  const frames = await splitIntoFrames(data, suite);
  const lying = { sha256: async () => new Uint8Array(32) };
  const joined = [];
  const join = frameJoiner(lying);
  for (let n = 0; n < frames.count; n++) joined.push(await join(frames.text(n)));
  assert.deepEqual(joined.at(-1), { kind: 'ignored', because: 'damaged' });
  assert.equal((await join(frames.text(0))).kind, 'part');
});

test('nothing, and too much, is refused', async () => {
  await assert.rejects(splitIntoFrames(someBytes(0), suite), RangeError);
  await assert.rejects(splitIntoFrames(someBytes(40_000), suite), RangeError);
});
