import type { RefusalText } from '@jatidiri/core/kit/refusalText.ts';
import type { Refusal } from '@jatidiri/core/kit/result.ts';
import { type PlatformRefusalCode, platformRefusals } from '@jatidiri/core/platform/refusals.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DatabaseUnavailable } from '../db/database.ts';
import type { Log } from '../log.ts';

/** The door refused: which part of the request, and the paths of what is wrong; never the values. */
export class InvalidRequest extends Error {
  override readonly name = 'InvalidRequest';
  readonly fields: readonly string[];

  constructor(where: string, fields: readonly string[]) {
    super(`invalid ${where}`);
    this.fields = fields;
  }
}

const RETRY_AFTER_SECONDS = 5;

/** A problem document (RFC 9457) with our stable `code`, in the language that the caller prefers. */
export function sendRefusal(
  request: FastifyRequest,
  reply: FastifyReply,
  refusal: Refusal<string>,
  text: RefusalText,
  more: Record<string, unknown> = {},
): FastifyReply {
  const language = request.headers['accept-language']?.startsWith('en') ? 'en' : 'id';
  if (text.status === 503 || text.status === 429) reply.header('retry-after', RETRY_AFTER_SECONDS);
  return reply
    .code(text.status)
    .header('content-language', language)
    .type('application/problem+json')
    .send({
      type: `urn:jatidiri:refusal:${refusal.code}`,
      title: refusal.code,
      status: text.status,
      code: refusal.code,
      detail: text[language],
      ...(refusal.field ? { field: refusal.field } : {}),
      ...more,
    });
}

const FRAMEWORK_ERRORS: Record<string, PlatformRefusalCode> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'platform/body-too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'platform/unsupported-media',
};

/** The one place that turns what was thrown into an answer. */
export function errorHandler(log: Log) {
  return (
    error: Error & { code?: string; statusCode?: number },
    request: FastifyRequest,
    reply: FastifyReply,
  ) => {
    const answer = (code: PlatformRefusalCode, more?: Record<string, unknown>) =>
      sendRefusal(request, reply, { code }, platformRefusals[code], more);

    if (error instanceof InvalidRequest) return answer('platform/invalid-request', { fields: error.fields });
    if (error instanceof DatabaseUnavailable) return answer('platform/unavailable');
    const known = FRAMEWORK_ERRORS[error.code ?? ''];
    if (known) return answer(known);
    if (error.statusCode && error.statusCode < 500) return answer('platform/malformed-request');
    const route = `${request.method} ${request.routeOptions.url ?? '(no route)'}`;
    return answer('platform/fault', { fault: log.fault(error, { route }) });
  };
}

export function notFoundHandler(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return sendRefusal(request, reply, { code: 'platform/not-found' }, platformRefusals['platform/not-found']);
}
