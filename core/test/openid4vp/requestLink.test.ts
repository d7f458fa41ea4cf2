import assert from 'node:assert/strict';
import { test } from 'node:test';
import { authorizationErrorOf } from '@jatidiri/core/openid4vp/refusals.ts';
import { createRequestLink, LINK_SCHEME, parseRequestLink } from '@jatidiri/core/openid4vp/requestLink.ts';

const clientId = 'x509_san_dns:client.example.org';
const requestUri = 'https://client.example.org/request/vapof4ql2i7m41m68uep';
const link = (parameters: Record<string, string>) => `openid4vp://?${new URLSearchParams(parameters)}`;

test('a link says who asks and where the request is, in any scheme', () => {
  const reference = { clientId, requestUri, method: 'post' } as const;
  for (const base of [LINK_SCHEME, 'https://dompet.example/tunjukkan-ke']) {
    assert.deepEqual(parseRequestLink(createRequestLink(base, reference)), {
      ok: true,
      value: { kind: 'reference', ...reference },
    });
  }
  const plain = parseRequestLink(link({ client_id: clientId, request_uri: requestUri }));
  assert.ok(plain.ok && plain.value.kind === 'reference');
  assert.equal(plain.value.method, 'get');
  const value = parseRequestLink(link({ client_id: clientId, request: 'a.b.c' }));
  assert.deepEqual(value, { ok: true, value: { kind: 'value', clientId, request: 'a.b.c' } });
});

const refused: [string, string, string][] = [
  ['nothing', 'openid4vp://', 'request/malformed'],
  ['no client', link({ request_uri: requestUri }), 'request/malformed'],
  [
    'both ways',
    link({ client_id: clientId, request_uri: requestUri, request: 'a.b.c' }),
    'request/malformed',
  ],
  ['a parameter twice', `${link({ client_id: clientId, request: 'a' })}&request=b`, 'request/malformed'],
  ['no signature', link({ client_id: clientId, dcql_query: '{}' }), 'request/unsigned'],
  [
    'another method',
    link({ client_id: clientId, request_uri: requestUri, request_uri_method: 'PUT' }),
    'request/uri-method',
  ],
  [
    'plain http',
    link({ client_id: clientId, request_uri: 'http://client.example.org/r' }),
    'request/malformed',
  ],
  ['no address', link({ client_id: clientId, request_uri: 'r' }), 'request/malformed'],
];
for (const [what, text, expected] of refused) {
  test(`a link with ${what} is refused: ${expected}`, () => {
    const outcome = parseRequestLink(text);
    assert.equal(outcome.ok || outcome.refusal.code, expected);
  });
}

test('refusals are told to the verifier by the codes of section 8.5', () => {
  assert.equal(authorizationErrorOf('request/nonce'), 'invalid_request');
  assert.equal(authorizationErrorOf('request/formats'), 'vp_formats_not_supported');
  assert.equal(authorizationErrorOf('request/transaction-data'), 'invalid_transaction_data');
  assert.equal(authorizationErrorOf('request/uri-method'), 'invalid_request_uri_method');
});
