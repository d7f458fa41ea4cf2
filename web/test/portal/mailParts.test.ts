import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mailParts } from '../../src/portal/outbox/mailParts.ts';

const WALLET = 'http://wallet.localhost:8080';

test('an address of the wallet may be followed, and the words around it stay', () => {
  const link = `${WALLET}/konfirmasi#AbC-_1`;
  assert.deepEqual(mailParts(`Buka\n\n${link}\n\nsekali.`, [WALLET]), [
    { text: 'Buka\n\n' },
    { href: link },
    { text: '\n\nsekali.' },
  ]);
});

for (const strange of [
  'http://wallet.localhost:8080.example.com/konfirmasi',
  'http://wallet.localhost:8080@example.com/',
  'http://wallet.localhost:80800/',
  'https://wallet.localhost:8080/',
  'http://localhost:8080/konfirmasi',
  'javascript:alert(1)//http://',
  'http://[',
]) {
  test(`${strange} stays words`, () => {
    const parts = mailParts(`Lihat ${strange} di sini`, [WALLET]);
    assert.ok(parts.every((part) => 'text' in part));
    assert.equal(parts.map((part) => ('text' in part ? part.text : '')).join(''), `Lihat ${strange} di sini`);
  });
}

test('before the wallet’s origin is known nothing may be followed', () => {
  assert.deepEqual(mailParts(`${WALLET}/a`, []), [{ text: `${WALLET}/a` }]);
});
