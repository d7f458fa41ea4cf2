import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import type { Log } from '../log.ts';
import { compressed } from './compressed.ts';
import { errorHandler, notFoundHandler } from './problem.ts';

const JSON_LIMIT_BYTES = 64 * 1024;
const IMAGE_LIMIT_BYTES = 2 * 1024 * 1024;
const TABLE_LIMIT_BYTES = 8 * 1024 * 1024;
const DOCUMENT_LIMIT_BYTES = 5 * 1024 * 1024;

const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

// Static on every answer (a header library costs as much as a validated request).
const NOT_ELSEWHERE = [
  ['x-content-type-options', 'nosniff'],
  ['cross-origin-resource-policy', 'same-origin'],
] as const;
const FOR_DATA = [
  ...NOT_ELSEWHERE,
  ['content-security-policy', "default-src 'none'; frame-ancestors 'none'"],
  ['cache-control', 'no-store'],
] as const;
// What governs documents and workers; on a slow line a script or an answer need not carry it. Camera for our own pages alone.
const FOR_PAGES = [
  ...NOT_ELSEWHERE,
  ['content-security-policy', pagePolicy()],
  ['referrer-policy', 'no-referrer'],
  ['permissions-policy', 'camera=(self), geolocation=(), microphone=()'],
  ['cross-origin-opener-policy', 'same-origin'],
] as const;

/** The Content-Security-Policy of our pages; `inline` are the digests of inline scripts that may run. */
export function pagePolicy(inline: readonly string[] = []): string {
  const scripts = ["'self'", ...inline.map((digest) => `'sha256-${digest}'`)].join(' ');
  return (
    `default-src 'none'; script-src ${scripts}; style-src 'self'; img-src 'self' data: blob:; ` +
    "media-src 'self' blob:; connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; " +
    "form-action 'self'; frame-ancestors 'none'"
  );
}

function headersFor(url: string): readonly (readonly [string, string])[] {
  if (url.startsWith('/api/')) return FOR_DATA;
  return url.startsWith('/assets/') ? NOT_ELSEWHERE : FOR_PAGES;
}

export interface AppOptions {
  readonly log: Log;
  readonly now: () => Date;
  /** Addresses of the reverse proxies in front, so that limits count the caller and not the proxy. */
  readonly trustProxy: string | false;
}

export function createApp({ log, now, trustProxy }: AppOptions): FastifyInstance {
  const app = Fastify({
    logger: false,
    trustProxy,
    bodyLimit: JSON_LIMIT_BYTES,
    routerOptions: { maxParamLength: 200 },
  });
  app.decorate('endpoints', []);
  app.decorateRequest('rawBody', null);

  app.addHook('onRequest', async (request, reply) => {
    for (const [name, value] of headersFor(request.url)) reply.header(name, value);
    // The server's clock as this process knows it: handsets correct theirs by it.
    reply.header('date', now().toUTCString());
  });
  app.addHook('onSend', compressed);

  app.removeAllContentTypeParsers();
  app.addContentTypeParser<Buffer>(
    'application/json',
    { parseAs: 'buffer' },
    async (request: FastifyRequest, body: Buffer) => {
      request.rawBody = body;
      if (body.length === 0) return undefined;
      return parseJson(body);
    },
  );
  app.addContentTypeParser<Buffer>(
    'application/x-www-form-urlencoded',
    { parseAs: 'buffer' },
    async (request: FastifyRequest, body: Buffer) => {
      request.rawBody = body;
      return new URLSearchParams(body.toString('utf8'));
    },
  );
  // An encrypted message of OpenID4VCI or OpenID4VP (application/jwt): compact, so plain text.
  app.addContentTypeParser<string>(
    'application/jwt',
    { parseAs: 'string' },
    async (_: unknown, body: string) => body,
  );
  const asItCame = async (request: FastifyRequest, body: Buffer) => {
    request.rawBody = body;
    return body;
  };
  app.addContentTypeParser<Buffer>(
    ['image/jpeg', 'image/png', 'image/webp', 'application/octet-stream'],
    { parseAs: 'buffer', bodyLimit: IMAGE_LIMIT_BYTES },
    asItCame,
  );
  app.addContentTypeParser<Buffer>(
    ['text/csv', 'application/x-ndjson', XLSX_TYPE],
    { parseAs: 'buffer', bodyLimit: TABLE_LIMIT_BYTES },
    asItCame,
  );

  app.addContentTypeParser<Buffer>(
    'application/pdf',
    { parseAs: 'buffer', bodyLimit: DOCUMENT_LIMIT_BYTES },
    asItCame,
  );

  app.setErrorHandler(errorHandler(log));
  app.setNotFoundHandler(notFoundHandler);
  return app;
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw Object.assign(new Error('malformed JSON'), { statusCode: 400 });
  }
}

declare module 'fastify' {
  interface FastifyRequest {
    /** The body exactly as it came: what a device proof is made over. */
    rawBody: Buffer | null;
  }
}
