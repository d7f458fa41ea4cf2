import type { Suite } from '@jatidiri/core/kit/suite.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { errors } from 'oidc-provider';
import { languageOf } from '../platform/http/pages/layout.ts';
import type { LoginDeps } from './deps.ts';
import { errorPage, expiredPage } from './pages/messagePage.ts';
import { createProvider } from './provider.ts';
import { signInRoutes } from './signInRoutes.ts';
import { walletRoutes } from './walletRoutes.ts';

const DISCOVERY = ['/.well-known/openid-configuration', '/.well-known/oauth-authorization-server'];

/** The OpenID provider and the pages that belong to it: on the portal's origin, and on no other entry's. */
export function loginRoutes(app: FastifyInstance, deps: LoginDeps & { readonly suite: Suite }): void {
  walletRoutes(app, deps);
  const provider = createProvider(deps);
  const handOver = handOverTo(provider.callback(), deps.origins.portal);
  const elsewhere = hostsBesides(deps.origins);

  void app.register(async (pages) => {
    pages.addHook('onRequest', async (request, reply) => {
      if (elsewhere.has(request.host)) reply.callNotFound();
    });
    pages.setErrorHandler(async (error: Error, request, reply) => {
      const language = languageOf(request.headers['accept-language']);
      const late = error instanceof errors.SessionNotFound;
      const page = late
        ? expiredPage(language)
        : errorPage(language, 'server_error', deps.log.fault(error, { route: 'login' }));
      return reply
        .code(late ? 400 : 500)
        .type('text/html; charset=utf-8')
        .send(page);
    });
    signInRoutes(pages, provider, deps);
    for (const url of DISCOVERY) pages.route({ method: ['GET', 'OPTIONS'], url, handler: handOver });
    void pages.register(async (protocol) => {
      // The library reads bodies itself.
      protocol.removeAllContentTypeParsers();
      protocol.addContentTypeParser('*', (_request, _payload, done) => done(null));
      protocol.route({ method: ['GET', 'POST', 'OPTIONS'], url: '/login/*', handler: handOver });
    });
  });
}

/** The library reads the raw request and writes the raw answer; our headers are put there first. */
function handOverTo(answer: ReturnType<ReturnType<typeof createProvider>['callback']>, portal: string) {
  const { host, protocol } = new URL(portal);
  return (request: FastifyRequest, reply: FastifyReply): void => {
    reply.hijack();
    for (const [name, value] of Object.entries(reply.getHeaders())) reply.raw.setHeader(name, value!);
    // Its addresses are made of what the request says: it says the portal's origin, whatever stands in between.
    Object.assign(request.raw.headers, {
      host,
      'x-forwarded-host': host,
      'x-forwarded-proto': protocol.replace(':', ''),
      'x-forwarded-for': request.ip,
    });
    void answer(request.raw, reply.raw);
  };
}

function hostsBesides({ portal, ...others }: LoginDeps['origins']): ReadonlySet<string> {
  return new Set(Object.values(others).map((origin) => new URL(origin).host));
}
