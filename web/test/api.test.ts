import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { type ApiRequest, callApi } from '../src/shared/api.ts';
import { newUuid } from '../src/shared/newUuid.ts';
import { line, untilAnswered } from '../src/shared/untilAnswered.ts';

type Handler = (request: IncomingMessage, response: ServerResponse, nth: number) => void;

/** Runs `act` against a real server on loopback; `requests` is what it received. */
async function withServer(
  handler: Handler,
  act: (origin: string, requests: IncomingMessage[]) => Promise<void>,
): Promise<void> {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    handler(request, response, requests.length);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  try {
    await act(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests);
  } finally {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  }
}

const get = (path: string): ApiRequest<unknown> => ({ method: 'GET', path, parse: (body) => body });
const post = (path: string): ApiRequest<unknown> => ({ ...get(path), method: 'POST', body: { a: 1 } });

function reply(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

test('an answer is parsed at the door', () =>
  withServer(
    (_, response) => reply(response, 200, { name: 'Budi' }),
    async (origin, requests) => {
      const result = await callApi({ ...get(origin), parse: (body) => (body as { name: string }).name });
      assert.deepEqual(result, { ok: true, value: 'Budi' });
      assert.equal(requests[0]?.headers['accept-language'], 'id');
    },
  ));

test('an answer that the door does not know is a refusal', () =>
  withServer(
    (_, response) => response.end('<html>'),
    async (origin) => {
      const result = await callApi(get(origin));
      assert.equal(!result.ok && result.refusal.code, 'network/unreadable');
    },
  ));

test('a problem document becomes a refusal with its code, text and field', () =>
  withServer(
    (_, response) =>
      reply(response, 422, {
        type: 'about:blank',
        title: 'Ditolak',
        status: 422,
        code: 'activation/email-unusable',
        detail: 'Alamat surel tidak dapat dipakai.',
        field: 'email',
      }),
    async (origin, requests) => {
      const result = await callApi(post(origin));
      assert.deepEqual(result, {
        ok: false,
        refusal: {
          code: 'activation/email-unusable',
          detail: 'Alamat surel tidak dapat dipakai.',
          status: 422,
          field: 'email',
        },
      });
      assert.equal(requests.length, 1);
    },
  ));

test('a server that answers with a web page is a fault, shown in words', () =>
  withServer(
    (_, response) => response.writeHead(500).end('<h1>Something went wrong</h1>'),
    async (origin) => {
      const result = await callApi(get(origin));
      assert.equal(!result.ok && result.refusal.code, 'network/fault');
      assert.match(result.ok ? '' : result.refusal.detail, /kesalahan pada layanan/);
    },
  ));

test('a GET is repeated while the service or a gateway before it is unavailable', () =>
  withServer(
    (_, response, nth) => reply(response, [503, 502][nth - 1] ?? 200, { nth }),
    async (origin) => assert.deepEqual(await callApi(get(origin)), { ok: true, value: { nth: 3 } }),
  ));

test('what a person waits for is asked until it is answered, or the person no longer wants it', () =>
  withServer(
    (request, response, nth) => (nth <= 2 ? request.socket.destroy() : reply(response, 200, { nth })),
    async (origin, requests) => {
      const wanted = new AbortController();
      const ask = () => callApi({ ...post(origin), once: true });
      const seen: string[] = [];
      const unwatch = line.subscribe((state) => seen.push(state));
      assert.deepEqual(await untilAnswered(ask, wanted.signal), { ok: true, value: { nth: 3 } });
      assert.deepEqual(seen, ['good', 'lost', 'good']);
      unwatch();
      assert.equal(requests.length, 3);

      const never = untilAnswered(
        () => callApi({ ...post('http://127.0.0.1:9'), once: true }),
        wanted.signal,
      );
      setTimeout(() => wanted.abort(), 50);
      const given = await never;
      assert.equal(!given.ok && given.refusal.code, 'network/offline');
    },
  ));

test('a POST is repeated only with an idempotency key, and then with the same one', () =>
  withServer(
    (_, response, nth) => reply(response, nth % 2 === 1 ? 503 : 200, {}),
    async (origin, requests) => {
      const key = newUuid();
      assert.equal((await callApi({ ...post(origin), idempotencyKey: key })).ok, true);
      assert.deepEqual(
        requests.map((request) => request.headers['idempotency-key']),
        [key, key],
      );
      const bare = await callApi(post(origin));
      assert.equal(!bare.ok && bare.refusal.code, 'network/unavailable');
      assert.equal(requests.length, 3);
    },
  ));

test('a picture comes as it is, and its refusal as a problem', () =>
  withServer(
    (_, response, nth) =>
      nth === 1
        ? response.writeHead(200, { 'content-type': 'image/jpeg' }).end(Buffer.from([0xff, 0xd8, 0x00]))
        : reply(response, 404, { code: 'activation/unknown', detail: 'Tidak dikenal.' }),
    async (origin) => {
      const picture: ApiRequest<unknown> = { ...get(origin), reply: 'blob' };
      const loaded = await callApi(picture);
      assert.ok(loaded.ok && loaded.value instanceof Blob);
      assert.deepEqual([...new Uint8Array(await loaded.value.arrayBuffer())], [0xff, 0xd8, 0x00]);
      const refused = await callApi(picture);
      assert.equal(!refused.ok && refused.refusal.code, 'activation/unknown');
    },
  ));

test('nobody at the other end: offline, in words that say what to do', async () => {
  let origin = '';
  await withServer(
    () => undefined,
    async (at) => {
      origin = at;
    },
  );
  const result = await callApi(post(origin));
  assert.equal(!result.ok && result.refusal.code, 'network/offline');
  assert.match(result.ok ? '' : result.refusal.detail, /Periksa sambungan/);
});

test('a server that never answers is a timeout', () =>
  withServer(
    () => undefined,
    async (origin) => {
      const result = await callApi({ ...post(origin), timeoutMs: 50 });
      assert.equal(!result.ok && result.refusal.code, 'network/timeout');
    },
  ));
