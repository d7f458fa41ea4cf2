import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import type { Entry, Origins } from '../config.ts';
import { pagePolicy } from './app.ts';

const DIST = fileURLToPath(new URL('../../../../web/dist', import.meta.url));
const HASHED = /^\/assets\//;
const LOOKS_LIKE_A_FILE = /\.[a-z0-9]+$/i;

/** Serves each web entry on its own origin; any path without a file's ending is the entry's one page. */
export async function serveSites(app: FastifyInstance, origins: Origins): Promise<void> {
  await app.register(fastifyStatic, { root: DIST, serve: false, preCompressed: true, cacheControl: false });
  const entryByHost = new Map(
    Object.entries(origins).map(([entry, origin]) => [new URL(origin).host, entry as Entry]),
  );

  const policies = new Map(
    [...entryByHost.values()].map((entry) => [entry, pagePolicy(inlineScripts(entry))]),
  );

  app.get('/*', (request, reply) => {
    const entry = entryByHost.get(request.host) ?? 'portal';
    const path = decodePath(request.url);
    if (path === undefined || path.startsWith('/api/')) return reply.callNotFound();
    const isFile = LOOKS_LIKE_A_FILE.test(path);
    const file = isFile ? path : '/index.html';
    if (!existsSync(join(DIST, entry, file))) return reply.callNotFound();
    if (!isFile) reply.header('content-security-policy', policies.get(entry));
    reply.header('cache-control', HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache');
    return reply.sendFile(`${entry}${file}`);
  });
}

/** Digests (CSP level 3 section 8.4) of the scripts that the build wrote into the page itself. */
function inlineScripts(entry: Entry): string[] {
  const page = join(DIST, entry, 'index.html');
  const html = existsSync(page) ? readFileSync(page, 'utf8') : '';
  return [...html.matchAll(/<script>([^<]*)<\/script>/g)].map(([, script]) =>
    createHash('sha256').update(script!).digest('base64'),
  );
}

function decodePath(url: string): string | undefined {
  try {
    const path = decodeURIComponent(url.split('?')[0]!);
    return path.includes('..') || path.includes('\0') ? undefined : path;
  } catch {
    return undefined;
  }
}
