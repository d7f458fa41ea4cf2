import { parseDcqlQuery } from '@jatidiri/core/dcql/wire.ts';
import { IKD_DOCTYPE } from '@jatidiri/core/issuance/model.ts';
import type { JsonObject } from '@jatidiri/core/jose/encodedJson.ts';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import { mayAsk, purposeOf } from '@jatidiri/core/partner/agreement.ts';
import { type PartnerAccessRefusalCode, partnerAccessRefusals } from '@jatidiri/core/partner/refusals.ts';
import { askedOfOurCards } from '@jatidiri/core/verification/askable.ts';
import { ikdQuery } from '@jatidiri/core/verification/ikdQuery.ts';
import { type VerificationRefusalCode, verificationRefusals } from '@jatidiri/core/verification/refusals.ts';
import {
  AskReply,
  AskRequest,
  BrowserResponse,
  OutcomeQuery,
  OutcomeReply,
  RequestParams,
} from '@jatidiri/core/verification/wire.ts';
import type { FastifyInstance } from 'fastify';
import type { PartnerCaller, RequirePartner } from '../../partner/index.ts';
import { serve } from '../../platform/http/endpoint.ts';
import { type AskDeps, askPresentation } from './askPresentation.ts';
import { describeRequest } from './describeRequest.ts';
import { type OutcomeDeps, readOutcome } from './readOutcome.ts';
import type { RequestSigningDeps } from './requestSigning.ts';
import { MAX_ANSWER_BYTES, type TakeDeps } from './takeAnswer.ts';
import { takeBrowserAnswer } from './takeBrowserAnswer.ts';

export type PartnerRequestDeps = AskDeps &
  RequestSigningDeps &
  OutcomeDeps &
  TakeDeps & { readonly requirePartner: RequirePartner };

const SCOPE = 'present';
const refusals = { ...verificationRefusals, ...partnerAccessRefusals };
type Outcome<T> = Result<T, Refusal<VerificationRefusalCode | PartnerAccessRefusalCode>>;

/** How a partner's own software asks for a presentation and reads what came. */
export function partnerRequestRoutes(app: FastifyInstance, deps: PartnerRequestDeps): void {
  serve(app, {
    method: 'POST',
    path: '/api/verification/requests',
    summary:
      'Ask for a presentation (OpenID4VP 1.0): a link for any wallet, a page that shows it, and an id to read',
    caller: 'partner',
    body: AskRequest,
    reply: AskReply,
    status: 201,
    refusals,
    handle: async ({ body, request, reply }) => {
      const caller = await deps.requirePartner(request, reply, SCOPE);
      return caller.ok ? ask(deps, caller.value, body) : caller;
    },
  });

  serve(app, {
    method: 'GET',
    path: '/api/verification/requests/{id}',
    summary: 'Where a request stands; what was shown, for a short time after it was verified',
    caller: 'partner',
    params: RequestParams,
    query: OutcomeQuery,
    reply: OutcomeReply,
    refusals,
    handle: async ({ params, query, request, reply }) => {
      const caller = await deps.requirePartner(request, reply, SCOPE);
      if (!caller.ok) return caller;
      const { client } = caller.value;
      return readOutcome(deps, params.id, {
        kind: 'partner',
        client: client.id,
        responseCode: query.response_code,
      });
    },
  });

  serve(app, {
    method: 'POST',
    path: '/api/verification/requests/{id}/browser-response',
    summary: 'What the Digital Credentials API answered to the page named as `origin`',
    caller: 'partner',
    params: RequestParams,
    body: BrowserResponse,
    bodyLimitBytes: MAX_ANSWER_BYTES,
    reply: OutcomeReply,
    refusals,
    handle: async ({ params, body, request, reply }) => {
      const caller = await deps.requirePartner(request, reply, SCOPE);
      if (!caller.ok) return caller;
      const reader = { kind: 'partner', client: caller.value.client.id } as const;
      const known = await readOutcome(deps, params.id, reader);
      if (!known.ok) return known;
      const taken = await takeBrowserAnswer(deps, params.id, body);
      return taken.ok ? readOutcome(deps, params.id, reader) : taken;
    },
  });
}

async function ask(
  deps: PartnerRequestDeps,
  caller: PartnerCaller,
  body: AskRequest,
): Promise<Outcome<AskReply>> {
  const purpose = purposeOf(caller.agreement, body.purpose);
  if (!purpose.ok) return purpose;
  const dcql: JsonObject = body.attributes ? ikdQuery(body.attributes) : body.dcql!;
  const query = parseDcqlQuery(dcql);
  if (!query) return refuse({ code: 'verification/query-malformed', field: 'dcql' });
  const agreed = mayAsk(purpose.value, askedOfOurCards(query, IKD_DOCTYPE));
  if (!agreed.ok) return agreed;
  if (body.flow === 'same-device' && !isReturnAddress(caller, body.returnTo))
    return refuse({ code: 'verification/return-address', field: 'returnTo' });

  const { partner, client } = caller;
  const asked = await askPresentation(deps, {
    asker: { kind: 'partner', partner: partner.id, client: client.id },
    signer: await deps.signers.hosted(partner),
    purpose: purpose.value.text.id,
    dcql,
    flow: body.flow,
    returnTo: body.flow === 'same-device' ? body.returnTo : undefined,
    responseMode: body.responseMode,
    clientIdPrefix: body.clientIdPrefix,
    statements: body.statements,
    origin: body.origin,
  });
  return asked.ok ? ok(await describeRequest(deps, asked.value)) : asked;
}

const isReturnAddress = ({ client }: PartnerCaller, address: string | undefined): boolean =>
  address !== undefined && client.redirectUris.includes(address);
