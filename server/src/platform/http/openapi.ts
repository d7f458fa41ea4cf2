import { toJsonSchema } from '@valibot/to-json-schema';
import type { AnyEndpoint } from './endpoint.ts';

const SECURITY = {
  anyone: [],
  device: [{ deviceProof: [] }],
  officer: [{ officerSession: [] }],
  partner: [{ partnerToken: [] }],
  representative: [{ representativeSession: [] }],
} as const;

/** OpenAPI 3.1 from the very schemas that requests are validated with. */
export function describeApi(endpoints: readonly AnyEndpoint[], version: string): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const endpoint of endpoints) {
    paths[endpoint.path] ??= {};
    paths[endpoint.path]![endpoint.method.toLowerCase()] = describeOperation(endpoint);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Jatidiri',
      version,
      description: 'Refusals are RFC 9457 problems with a stable `code`; a 503 may be repeated as it was.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    paths,
    components: {
      securitySchemes: {
        deviceProof: {
          type: 'apiKey',
          in: 'header',
          name: 'Device-Proof',
          description: 'JWS by the handset’s key',
        },
        officerSession: { type: 'apiKey', in: 'cookie', name: 'officer' },
        representativeSession: { type: 'apiKey', in: 'cookie', name: 'representative' },
        partnerToken: {
          type: 'http',
          scheme: 'DPoP',
          description: 'JWT access token (RFC 9068) bound to a key by DPoP (RFC 9449)',
        },
      },
    },
  };
}

function describeOperation(endpoint: AnyEndpoint): object {
  const json = (schema: AnyEndpoint['body']) => ({
    'application/json': { schema: toJsonSchema(schema, { errorMode: 'ignore' }) },
  });
  const raw = Object.fromEntries((endpoint.rawBody ?? []).map((type) => [type, {}]));
  const content = endpoint.body ? json(endpoint.body) : raw;
  const success = endpoint.status ?? (endpoint.reply ? 200 : 204);
  return {
    summary: endpoint.summary,
    security: SECURITY[endpoint.caller],
    parameters: [
      ...[...endpoint.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => parameter(name!, 'path')),
      ...Object.entries(endpoint.query?.entries ?? {}).map(([name, schema]) =>
        parameter(name, 'query', (schema as { type: string }).type !== 'optional'),
      ),
    ],
    ...(Object.keys(content).length > 0 ? { requestBody: { required: true, content } } : {}),
    responses: {
      [success]: { description: 'Done', ...(endpoint.reply ? { content: json(endpoint.reply) } : {}) },
      ...describeRefusals(endpoint),
    },
  };
}

function parameter(name: string, where: 'path' | 'query', required = true): object {
  return { name, in: where, required, schema: { type: 'string' } };
}

function describeRefusals({ refusals }: AnyEndpoint): Record<string, object> {
  const byStatus = new Map<number, string[]>();
  for (const [code, { status }] of Object.entries(refusals as Record<string, { status: number }>)) {
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      status,
      {
        description: codes.join(', '),
        content: { 'application/problem+json': { schema: { type: 'object' } } },
      },
    ]),
  );
}
