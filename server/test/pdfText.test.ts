import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateSync } from 'node:zlib';
import { textIn } from './pdfText.ts';

const shown = (n: number) => 'a'.repeat(n);
const packed = (n: number) => deflateSync(Buffer.from(`[<${Buffer.from(shown(n)).toString('hex')}>] TJ`));

test('reads a stream whose last byte looks like a line break', () => {
  for (const ending of [0x0d, 0x0a]) {
    const n = Array.from({ length: 2_000 }, (_, i) => i).find((i) => packed(i).at(-1) === ending);
    assert.ok(n !== undefined);
    const stream = packed(n);
    const pdf = Buffer.concat([
      Buffer.from(`1 0 obj\n<<\n/Length ${stream.length}\n/Filter /FlateDecode\n>>\nstream\n`),
      stream,
      Buffer.from('\nendstream\nendobj\n'),
    ]);
    assert.equal(textIn(pdf), shown(n));
  }
});
