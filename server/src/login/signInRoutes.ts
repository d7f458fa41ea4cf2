import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type Provider from 'oidc-provider';
import type { InteractionResults } from 'oidc-provider';
import { questionPage } from '../approval/index.ts';
import { withFormsTo } from '../platform/http/pages/formsTo.ts';
import { languageOf } from '../platform/http/pages/layout.ts';
import type { LoginDeps } from './deps.ts';
import { errorPage } from './pages/messagePage.ts';
import { signInWords } from './pages/signInWords.ts';
import { declined, endByAnswer, endByForm, forgetOtherResident, openSignIn, type SignIn } from './signIn.ts';

const PATH = '/login/interaction/:uid';

/** The sign-in page. It belongs to the browser that began: without the provider's cookie there is none. */
export function signInRoutes(app: FastifyInstance, provider: Provider, deps: LoginDeps): void {
  app.get(PATH, (request, reply) =>
    forSignIn(request, reply, async (signIn) => {
      const result = await endByAnswer(provider, deps, signIn);
      return result ? finish(request, reply, signIn, result) : show(request, reply, signIn);
    }),
  );

  app.get(`${PATH}/state`, (request, reply) =>
    forSignIn(request, reply, async ({ question }) => ({
      state: question.state === 'unclaimed' || question.state === 'open' ? 'waiting' : question.state,
    })),
  );

  app.post(`${PATH}/decline`, (request, reply) =>
    forSignIn(request, reply, (signIn) => finish(request, reply, signIn, declined())),
  );

  if (deps.demo)
    app.post(`${PATH}/demo`, (request, reply) =>
      forSignIn(request, reply, async (signIn) => {
        const form = request.body instanceof URLSearchParams ? request.body : new URLSearchParams();
        if (form.get('decision') === 'decline') return finish(request, reply, signIn, declined());
        const result = await endByForm(provider, deps, signIn, (form.get('nik') ?? '').replaceAll(/\s/g, ''));
        return result
          ? finish(request, reply, signIn, result)
          : show(request, reply.code(422), signIn, 'unknownNik');
      }),
    );

  async function forSignIn(
    request: FastifyRequest,
    reply: FastifyReply,
    work: (signIn: SignIn) => Promise<unknown>,
  ) {
    reply.header('cache-control', 'no-store');
    const interaction = await provider.interactionDetails(request.raw, reply.raw);
    const signIn = await openSignIn(deps, interaction);
    if (signIn) return work(signIn);
    const page = errorPage(languageOf(request.headers['accept-language']), 'invalid_client');
    return reply.code(400).type('text/html; charset=utf-8').send(page);
  }

  /** Back to the provider, which goes on to the relying party. */
  async function finish(
    request: FastifyRequest,
    reply: FastifyReply,
    { interaction }: SignIn,
    result: InteractionResults,
  ) {
    const returnTo = await provider.interactionResult(request.raw, reply.raw, result);
    await forgetOtherResident(provider, interaction, result);
    return reply.redirect(returnTo, 303);
  }

  function show(
    request: FastifyRequest,
    reply: FastifyReply,
    { interaction, request: asked, question }: SignIn,
    demo: 'offered' | 'unknownNik' = 'offered',
  ) {
    const redirectUri = interaction.params.redirect_uri;
    if (typeof redirectUri === 'string') {
      const policy = String(reply.getHeader('content-security-policy'));
      reply.header('content-security-policy', withFormsTo(policy, redirectUri));
    }
    const language = languageOf(request.headers['accept-language']);
    return reply.type('text/html; charset=utf-8').send(
      questionPage({
        words: signInWords[language],
        path: `/login/interaction/${interaction.uid}`,
        language,
        question,
        purpose: asked.purpose.text[language],
        walletLink: `${deps.origins.wallet}/pertanyaan/${question.id}`,
        demo: deps.demo ? demo : 'none',
      }),
    );
  }
}
