import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brotliDecompressSync } from 'node:zlib';
import { createApp } from '../../src/platform/http/app.ts';

// What goes out as brotli, and which headers go with what.

const LONG = 'panjang '.repeat(400);
const log = { info: () => {}, fault: () => 'fault' };
const app = createApp({ log, now: () => new Date('2026-11-25T00:00:00Z'), trustProxy: false });
app.get('/api/long', async () => ({ text: LONG }));
app.get('/api/short', async () => ({ text: 'pendek' }));
app.get('/token', async (_, reply) => reply.type('application/jwt').header('vary', 'accept').send(LONG));
app.get('/page', async (_, reply) => reply.type('text/html').send(`<p>${LONG}</p>`));
app.get('/assets/a.js', async (_, reply) => reply.type('text/javascript').send('1'));

const get = (url: string, encodings = 'gzip, deflate, br') =>
  app.inject({ method: 'GET', url, headers: { 'accept-encoding': encodings } });

test('long data go out as brotli to whoever takes it, and say that they vary', async () => {
  const long = await get('/api/long');
  assert.equal(long.headers['content-encoding'], 'br');
  assert.equal(long.headers.vary, 'accept-encoding');
  assert.deepEqual(JSON.parse(brotliDecompressSync(long.rawPayload).toString()), { text: LONG });
  const token = await get('/token');
  assert.equal(token.headers['content-encoding'], 'br');
  assert.equal(token.headers.vary, 'accept, accept-encoding');
  assert.equal(brotliDecompressSync(token.rawPayload).toString(), LONG);
});

test('short data, pages, and answers to whoever takes no brotli stay as they are', async () => {
  for (const answer of [await get('/api/short'), await get('/page'), await get('/api/long', 'gzip')])
    assert.equal(answer.headers['content-encoding'], undefined);
});

test('what governs documents goes with documents; answers and files carry what they need', async () => {
  const [page, data, file] = [await get('/page'), await get('/api/short'), await get('/assets/a.js')];
  assert.match(String(page.headers['content-security-policy']), /script-src 'self';/);
  assert.ok(page.headers['permissions-policy']);
  assert.equal(data.headers['content-security-policy'], "default-src 'none'; frame-ancestors 'none'");
  assert.equal(data.headers['cache-control'], 'no-store');
  for (const { headers } of [page, data, file]) {
    assert.equal(headers['x-content-type-options'], 'nosniff');
    assert.equal(headers['cross-origin-resource-policy'], 'same-origin');
  }
});
