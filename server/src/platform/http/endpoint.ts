import type { RefusalText } from '@jatidiri/core/kit/refusalText.ts';
import type { Refusal, Result } from '@jatidiri/core/kit/result.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { isUnderWay } from './compressed.ts';
import { InvalidRequest, sendRefusal } from './problem.ts';

type Schema = v.GenericSchema;
type Parsed<S> = S extends Schema ? v.InferOutput<S> : undefined;
type RefusalTexts = Readonly<Record<string, RefusalText>>;

/** One operation of the API. What it validates with is what OpenAPI says, and its refusals are all it can refuse with. */
export interface Endpoint<
  Body extends Schema | undefined,
  Params extends Schema | undefined,
  Reply extends Schema | undefined,
  Texts extends RefusalTexts,
  Query extends Schema | undefined = undefined,
> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** With parameters in braces, as OpenAPI writes them. */
  readonly path: string;
  readonly summary: string;
  /**
   * Who may call: anybody, a handset (Device-Proof), a signed-in officer (cookie), a partner's client (access token
   * with DPoP) or a partner's representative (cookie).
   */
  readonly caller: 'anyone' | 'device' | 'officer' | 'partner' | 'representative';
  readonly body?: Body;
  /** Media types of a body that is no JSON. */
  readonly rawBody?: readonly string[];
  /** For bodies that may be larger than usual. */
  readonly bodyLimitBytes?: number;
  readonly params?: Params;
  readonly query?: Query;
  readonly reply?: Reply;
  readonly status?: number;
  readonly refusals: Texts;
  handle(input: {
    body: Parsed<Body>;
    params: Parsed<Params>;
    query: Parsed<Query>;
    request: FastifyRequest;
    reply: FastifyReply;
  }): Promise<Result<Parsed<Reply>, Refusal<keyof Texts & string>>>;
}

// biome-ignore lint/suspicious/noExplicitAny: the list only describes; each endpoint was typed where it was written
export type AnyEndpoint = Endpoint<any, any, any, any, any>;

export function serve<
  Body extends Schema | undefined = undefined,
  Params extends Schema | undefined = undefined,
  Reply extends Schema | undefined = undefined,
  const Texts extends RefusalTexts = RefusalTexts,
  Query extends Schema | undefined = undefined,
>(app: FastifyInstance, endpoint: Endpoint<Body, Params, Reply, Texts, Query>): void {
  app.endpoints.push(endpoint);
  app.route({
    method: endpoint.method,
    url: endpoint.path.replaceAll(/\{(\w+)\}/g, ':$1'),
    ...(endpoint.bodyLimitBytes && { bodyLimit: endpoint.bodyLimitBytes }),
    handler: async (request, reply) => {
      const result = await endpoint.handle({
        body: parse(endpoint.body, request.body, 'body') as Parsed<Body>,
        params: parse(endpoint.params, request.params, 'path') as Parsed<Params>,
        query: parse(endpoint.query, request.query, 'query') as Parsed<Query>,
        request,
        reply,
      });
      if (reply.sent || isUnderWay(reply)) return reply;
      if (!result.ok)
        return sendRefusal(request, reply, result.refusal, endpoint.refusals[result.refusal.code]!);
      reply.code(endpoint.status ?? (endpoint.reply ? 200 : 204));
      return endpoint.reply ? result.value : null;
    },
  });
}

function parse(schema: Schema | undefined, value: unknown, where: string): unknown {
  if (!schema) return undefined;
  const parsed = v.safeParse(schema, value, { abortPipeEarly: true });
  if (parsed.success) return parsed.output;
  // Paths alone: the messages of a schema library may quote what was sent.
  throw new InvalidRequest(where, [...new Set(parsed.issues.map((issue) => v.getDotPath(issue) ?? ''))]);
}

declare module 'fastify' {
  interface FastifyInstance {
    endpoints: AnyEndpoint[];
  }
}
