import type { FastifyReply } from 'fastify';

/** A test suite may be a page of any origin. */
export function openDoor(reply: FastifyReply): void {
  reply.header('access-control-allow-origin', '*');
  reply.header('cross-origin-resource-policy', 'cross-origin');
  reply.header('cache-control', 'no-store');
}
