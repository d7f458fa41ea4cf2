import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface Received {
  readonly method: string;
  /** Path without the query. */
  readonly path: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
}

export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | object;
}

/** A server on a free port of this machine. */
export async function startServer(
  answer: (request: Received, origin: string) => Promise<Answer>,
): Promise<{ origin: string; close: () => Promise<void> }> {
  let origin = '';
  const server = createServer(async (request, response) => {
    const url = `${origin}${request.url}`;
    const { method = 'GET', headers } = request;
    const received = { method, url, path: new URL(url).pathname, headers, body: await text(request) };
    const { status = 200, headers: more = {}, body = '' } = await answer(received as Received, origin);
    const isText = typeof body === 'string';
    response.writeHead(status, { 'content-type': isText ? 'application/jwt' : 'application/json', ...more });
    response.end(isText ? body : JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    close: () => new Promise((resolve) => void server.close(() => resolve()).closeAllConnections()),
  };
}
