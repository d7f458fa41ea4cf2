import type { Refusal } from '@jatidiri/core/kit/result.ts';
import { type Openid4vciRefusalCode, openid4vciRefusals } from '@jatidiri/core/openid4vci/refusals.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const ALLOWED_HEADERS =
  'authorization, content-type, dpop, oauth-client-attestation, oauth-client-attestation-pop';
const EXPOSED_HEADERS = 'dpop-nonce, www-authenticate';

/** Any wallet in a browser may call these: they carry no cookie, but a code, a token or nothing. */
export function openToWallets(reply: FastifyReply): void {
  reply.header('access-control-allow-origin', '*');
  reply.header('access-control-expose-headers', EXPOSED_HEADERS);
  reply.header('cross-origin-resource-policy', 'cross-origin');
  reply.header('cache-control', 'no-store');
}

/** One endpoint of the protocol; what its body parser refuses is told as `malformed`, in the specification's words. */
export function serveWallets(
  app: FastifyInstance,
  method: 'GET' | 'POST',
  address: string,
  malformed: Openid4vciRefusalCode,
  handle: (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>,
): void {
  const url = new URL(address).pathname;
  app.route({
    method,
    url,
    onRequest: async (_, reply) => openToWallets(reply),
    errorHandler(error, request, reply) {
      const status = (error as { statusCode?: number }).statusCode ?? 500;
      if (status >= 500) throw error;
      return sendOAuthRefusal(request, reply, { code: malformed });
    },
    handler: handle,
  });
  app.options(url, async (_, reply) => {
    openToWallets(reply);
    reply.header('access-control-allow-methods', method);
    reply.header('access-control-allow-headers', ALLOWED_HEADERS);
    return reply.code(204).send();
  });
}

/** The one place that turns a refusal into an OAuth error (RFC 6749 section 5.2, RFC 6750 section 3). */
export function sendOAuthRefusal(
  request: FastifyRequest,
  reply: FastifyReply,
  { code }: Refusal<Openid4vciRefusalCode>,
): FastifyReply {
  const { status, error, description } = openid4vciRefusals[code];
  if (status === 401) {
    const scheme = /^dpop /i.test(request.headers.authorization ?? '') ? 'DPoP algs="ES256", ' : 'Bearer ';
    const why = code === 'openid4vci/token-missing' ? '' : `error="${error}"`;
    reply.header('www-authenticate', `${scheme}${why}`.replace(/,? $/, ''));
  }
  return reply.code(status).send({ error, error_description: description });
}
