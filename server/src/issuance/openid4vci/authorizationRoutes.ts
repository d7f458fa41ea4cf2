import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { IssuanceEndpoints } from '@jatidiri/core/openid4vci/endpoints.ts';
import { type Openid4vciRefusalCode, openid4vciRefusals } from '@jatidiri/core/openid4vci/refusals.ts';
import type { ResidentId } from '@jatidiri/core/registry/model.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { questionPage } from '../../approval/index.ts';
import { withFormsTo } from '../../platform/http/pages/formsTo.ts';
import { languageOf } from '../../platform/http/pages/layout.ts';
import { type Asked, type AskingDeps, askForWallet, endAsking, findAsked, giveCode } from './askForWallet.ts';
import type { WalletTrust } from './attestedWallet.ts';
import { requestErrorPage, walletWords } from './authorizationPages.ts';
import { singleValues } from './form.ts';
import { type PushDeps, pushAuthorization, secretOfRequestUri } from './pushAuthorization.ts';

export interface AuthorizationEndpointDeps extends AskingDeps, PushDeps {
  readonly endpoints: IssuanceEndpoints;
  readonly walletTrust: WalletTrust;
  readonly origins: { readonly wallet: string };
  /** In a demonstration: who a form's NIK is; without a NIK, the one that it suggests. */
  readonly demoResident: ((nik: string) => Promise<ResidentId | undefined>) | undefined;
}

/** Where a wallet sends the resident's browser (OpenID4VCI section 5): the resident is asked in their own wallet. */
export function authorizationRoutes(app: FastifyInstance, deps: AuthorizationEndpointDeps): void {
  const path = new URL(deps.endpoints.authorization).pathname;

  app.get(path, async (request, reply) => {
    const page = await begin(deps, request);
    if (page.ok) return reply.redirect(`${path}/${page.value}`, 303);
    return sendErrorPage(request, reply, page.refusal.code);
  });

  app.get(`${path}/:page`, (request, reply) =>
    forPage(request, reply, async (asked, page) => {
      const { question } = asked;
      if (question.state !== 'answered') return show(request, reply, asked, page);
      if (question.answer.decision !== 'approve') return decline(reply, asked);
      return finish(
        reply,
        asked,
        await giveCode(deps, page, { resident: question.resident, device: question.answer.device }),
      );
    }),
  );

  app.get(`${path}/:page/state`, (request, reply) =>
    forPage(request, reply, async ({ question: { state } }) => ({
      state: state === 'unclaimed' || state === 'open' ? 'waiting' : state,
    })),
  );

  app.post(`${path}/:page/decline`, (request, reply) =>
    forPage(request, reply, async (asked) => decline(reply, asked)),
  );

  const { demoResident } = deps;
  if (demoResident)
    app.post(`${path}/:page/demo`, (request, reply) =>
      forPage(request, reply, async (asked, page) => {
        const form = singleValues(request.body) ?? {};
        if (form.decision === 'decline') return decline(reply, asked);
        const resident = await demoResident((form.nik ?? '').replaceAll(/\s/g, ''));
        const code = resident && (await giveCode(deps, page, { resident, device: null }));
        if (!code || (!code.ok && code.refusal.code === 'openid4vci/declined'))
          return show(request, reply.code(422), asked, page, 'unknownNik');
        return finish(reply, asked, code);
      }),
    );

  async function forPage(
    request: FastifyRequest,
    reply: FastifyReply,
    work: (asked: Asked, page: string) => Promise<unknown>,
  ): Promise<unknown> {
    reply.header('cache-control', 'no-store');
    const { page } = request.params as { page: string };
    const asked = await findAsked(deps, page);
    return asked ? work(asked, page) : sendErrorPage(request, reply, 'openid4vci/request-uri');
  }

  function show(
    request: FastifyRequest,
    reply: FastifyReply,
    { request: { redirectUri, configurations }, question }: Asked,
    page: string,
    demo: 'offered' | 'unknownNik' = 'offered',
  ): FastifyReply {
    const policy = String(reply.getHeader('content-security-policy'));
    reply.header('content-security-policy', withFormsTo(policy, redirectUri));
    const language = languageOf(request.headers['accept-language']);
    const words = walletWords(language, configurations);
    return reply.type('text/html; charset=utf-8').send(
      questionPage({
        words,
        path: `${path}/${page}`,
        language,
        question,
        purpose: words.purpose,
        walletLink: `${deps.origins.wallet}/pertanyaan/${question.id}`,
        demo: demoResident ? demo : 'none',
      }),
    );
  }

  /** Back to the wallet (RFC 6749 section 4.1.2), saying who answers (RFC 9207). */
  function goBack(reply: FastifyReply, { request }: Asked, answer: Record<string, string>): FastifyReply {
    const address = new URL(request.redirectUri);
    const { state } = request;
    const iss = deps.endpoints.authorizationServer;
    for (const [name, value] of Object.entries({ ...answer, ...(state !== null && { state }), iss }))
      address.searchParams.set(name, value);
    return reply.redirect(address.href, 303);
  }

  function finish(
    reply: FastifyReply,
    asked: Asked,
    code: Result<string, Refusal<Openid4vciRefusalCode>>,
  ): FastifyReply | Promise<FastifyReply> {
    return code.ok ? goBack(reply, asked, { code: code.value }) : decline(reply, asked);
  }

  async function decline(reply: FastifyReply, asked: Asked): Promise<FastifyReply> {
    await endAsking(deps, asked);
    const { error } = openid4vciRefusals['openid4vci/declined'];
    return goBack(reply, asked, { error });
  }
}

/** A pushed request by its reference, or one that stands in the address itself. */
async function begin(
  deps: AuthorizationEndpointDeps,
  request: FastifyRequest,
): Promise<Result<string, Refusal<Openid4vciRefusalCode>>> {
  const [, query = ''] = request.url.split('?', 2);
  const parameters = singleValues(new URLSearchParams(query));
  if (!parameters?.client_id) return refuse({ code: 'openid4vci/request-malformed' });
  const { client_id: clientId, request_uri: reference } = parameters;
  const pushed =
    reference === undefined
      ? await pushUnproven(deps, parameters, clientId, request.ip)
      : ok({ requestUri: reference });
  if (!pushed.ok) return pushed;
  const secret = secretOfRequestUri(pushed.value.requestUri);
  return secret ? askForWallet(deps, secret, clientId) : refuse({ code: 'openid4vci/request-uri' });
}

/** A browser's address carries no attestation: where one is needed, the request has to be pushed. */
async function pushUnproven(
  deps: AuthorizationEndpointDeps,
  parameters: Readonly<Record<string, string | undefined>>,
  clientId: string,
  address: string,
): ReturnType<typeof pushAuthorization> {
  if (deps.walletTrust.walletAttestations === 'required')
    return refuse({ code: 'openid4vci/wallet-attestation-missing' });
  return pushAuthorization(deps, parameters, {
    client: { id: clientId, name: null },
    dpopKey: null,
    address,
  });
}

function sendErrorPage(
  request: FastifyRequest,
  reply: FastifyReply,
  code: Openid4vciRefusalCode,
): FastifyReply {
  const language = languageOf(request.headers['accept-language']);
  const { status, error, description } = openid4vciRefusals[code];
  return reply
    .code(status)
    .type('text/html; charset=utf-8')
    .send(requestErrorPage(language, `${error}: ${description}`));
}
