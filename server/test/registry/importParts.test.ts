import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { splitFields } from '@jatidiri/core/kit/csv.ts';
import fc from 'fast-check';
import { progressBar, progressLine } from '../../src/commands/progressBar.ts';
import { type Line, LONGEST_LINE, readLines } from '../../src/registry/import/readLines.ts';
import { seenNiks } from '../../src/registry/import/seenNiks.ts';

async function linesOf(content: string): Promise<Line[]> {
  const folder = mkdtempSync(join(tmpdir(), 'jatidiri-lines-'));
  const path = join(folder, 'file');
  writeFileSync(path, content);
  const file = await open(path);
  try {
    const lines: Line[] = [];
    for await (const some of readLines(file)) lines.push(...some);
    return lines;
  } finally {
    await file.close();
    rmSync(folder, { recursive: true });
  }
}

test('whatever fields a line is written from, it is read into', () => {
  const field = fc.string({ unit: fc.constantFrom('a', '"', ',', ' ', 'é') });
  fc.assert(
    fc.property(fc.array(field, { minLength: 1, maxLength: 8 }), fc.boolean(), (fields, always) => {
      const quoted = fields.map((text) =>
        always || /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text,
      );
      assert.deepEqual(splitFields(quoted.join(',')), fields);
    }),
  );
});

test('quotation marks that do not match are refused', () => {
  for (const line of ['a,"b', 'a,b"', 'a,"b"c', '"a""', 'a"b"', '"']) {
    assert.equal(splitFields(line), undefined, line);
  }
});

test('lines are read whole across chunks, with their numbers and offsets', async () => {
  const texts = Array.from({ length: 9000 }, (_, i) => `${i},${'é'.repeat(i % 40)}`);
  const content = `${texts.join('\n')}\n`;
  const lines = await linesOf(content);
  assert.deepEqual(
    lines.map(({ text }) => text),
    texts,
  );
  assert.equal(lines.at(-1)!.number, 9000);
  assert.equal(lines.at(-1)!.end, Buffer.byteLength(content));
  const middle = lines[4321]!;
  assert.equal(Buffer.from(content).subarray(middle.end).toString().split('\n')[0], texts[4322]);
});

test('a line of any length costs no more memory than a chunk, and the next one is read', async () => {
  const lines = await linesOf(`a\n${'x'.repeat(500_000)}\nb\n${'y'.repeat(LONGEST_LINE + 1)}\nc`);
  assert.deepEqual(
    lines.map(({ number, text }) => [number, text]),
    [
      [1, 'a'],
      [2, null],
      [3, 'b'],
      [4, null],
      [5, 'c'],
    ],
  );
});

test('remembers NIKs exactly', () => {
  const nik = fc
    .tuple(
      fc.constantFrom('647101', '647201'),
      fc.integer({ min: 1, max: 71 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 0, max: 200_000 }),
    )
    .map(
      ([wilayah, day, month, rest]) =>
        wilayah +
        String(day).padStart(2, '0') +
        String(month).padStart(2, '0') +
        String(rest).padStart(6, '0'),
    );
  fc.assert(
    fc.property(fc.array(nik, { maxLength: 300 }), (niks) => {
      const seen = seenNiks();
      const expected = new Set<string>();
      for (const one of [...niks, ...niks]) {
        assert.equal(seen.add(one), !expected.has(one));
        expected.add(one);
      }
    }),
  );
  const many = seenNiks();
  for (let i = 1; i <= 9999; i++) assert.ok(many.add(`647101170890${String(i).padStart(4, '0')}`));
  for (let i = 1; i <= 9999; i++) assert.ok(!many.add(`647101170890${String(i).padStart(4, '0')}`));
});

test('the bar says rate and time left; off a terminal it is a line now and then', () => {
  assert.equal(
    progressLine({ share: 0.25, rows: 100_000, seconds: 2 }),
    `${'█'.repeat(6)}${'░'.repeat(18)} 25 %  100,000 rows  50,000 rows/s  6 s left`,
  );
  let clock = 0;
  const written: string[] = [];
  const bar = progressBar({ write: (text) => written.push(text) }, () => clock);
  for (clock = 1000; clock <= 12_000; clock += 1000) bar.update(clock, 20_000, clock);
  bar.update(20_000, 20_000, 20_000);
  bar.end();
  assert.equal(written.length, 3);
  assert.ok(written.every((line) => line.endsWith('\n')));
});
