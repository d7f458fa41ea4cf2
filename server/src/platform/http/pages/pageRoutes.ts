import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';

const FILES = { 'page.css': 'text/css', 'waitForAnswer.js': 'text/javascript' } as const;

/** What the pages that come from the server, and from no web entry, load. */
export function pageRoutes(app: FastifyInstance): void {
  for (const [name, type] of Object.entries(FILES)) {
    const content = readFileSync(new URL(`./public/${name}`, import.meta.url), 'utf8');
    app.get(`/pages/${name}`, (_request, reply) =>
      reply.header('cache-control', 'public, max-age=3600').type(`${type}; charset=utf-8`).send(content),
    );
  }
}
