import { Agent, request } from 'node:http';
import type { TestWorld } from './testWorld.ts';

type Injected = { method: string; url: string; headers?: Record<string, string>; payload?: Buffer | object };

/** A server somewhere else behind the same face as the app in this process, so that handsets and desks speak to both. */
export function httpApp(origin: string): Pick<TestWorld, 'app'>['app'] {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const { hostname, port } = new URL(origin);

  function inject({ method, url, headers = {}, payload }: Injected) {
    const isBytes = Buffer.isBuffer(payload);
    const body = payload === undefined ? undefined : isBytes ? payload : Buffer.from(JSON.stringify(payload));
    const sent = {
      ...(body && !isBytes ? { 'content-type': 'application/json' } : {}),
      ...(body ? { 'content-length': String(body.length) } : {}),
      ...headers,
    };
    return new Promise((answered, failed) => {
      const call = request({ agent, hostname, port, method, path: url, headers: sent }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('error', failed);
        answer.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          const cookie = answer.headers['set-cookie']?.[0];
          const headersOf = { ...answer.headers, ...(cookie ? { 'set-cookie': cookie } : {}) };
          answered({
            statusCode: answer.statusCode,
            headers: headersOf,
            body: text,
            json: () => JSON.parse(text),
          });
        });
      });
      call.on('error', failed);
      call.end(body);
    });
  }
  return { inject } as unknown as Pick<TestWorld, 'app'>['app'];
}
