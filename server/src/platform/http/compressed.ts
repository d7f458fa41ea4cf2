import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Below this the header costs more than it saves. */
const WORTH_BYTES = 1_024;
const DATA = /^application\/((\w+\+)?json|jwt)/;
const toBrotli = promisify(brotliCompress);
// Quality 5: several copies of one credential share most of their bytes, also at a distance, for a millisecond.
const QUICK = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

const underWay = new WeakSet<FastifyReply>();

/** An answer that was handed over and is being compressed: `reply.sent` does not know of it yet. */
export const isUnderWay = (reply: FastifyReply): boolean => underWay.has(reply);

/**
 * JSON, and JWTs, which are base64, go out as brotli to whoever takes it (RFC 9110 section 12.5.3). Nothing that a
 * stranger chooses stands in one answer with a secret, so its length tells nothing (BREACH); HTML, where that could
 * happen, is not touched.
 */
export async function compressed(
  request: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
): Promise<unknown> {
  underWay.add(reply);
  if (typeof payload !== 'string' || payload.length < WORTH_BYTES) return payload;
  const isData = DATA.test(String(reply.getHeader('content-type') ?? ''));
  if (!isData || !/\bbr\b/.test(String(request.headers['accept-encoding'] ?? ''))) return payload;
  const varies = [reply.getHeader('vary') ?? [], 'accept-encoding'].flat().join(', ');
  reply.header('content-encoding', 'br').header('vary', varies).removeHeader('content-length');
  return toBrotli(payload, QUICK);
}
