import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerQuery } from '@jatidiri/core/dcql/answerQuery.ts';
import { selectByPath } from '@jatidiri/core/dcql/claimsPath.ts';
import { matchCredential } from '@jatidiri/core/dcql/matchCredential.ts';
import type { ClaimsPath, DcqlQuery, QueriedCredential } from '@jatidiri/core/dcql/model.ts';
import { verifyAnswer } from '@jatidiri/core/dcql/verifyAnswer.ts';
import fc from 'fast-check';
import { arthur, asking, dcql, licence, PID } from './queries.ts';

const shown = (query: DcqlQuery, credential: QueriedCredential = arthur) =>
  matchCredential(query.credentials[0]!, credential);

test('claims path pointers select what section 7.3 says', () => {
  const at = (...path: ClaimsPath) => selectByPath(arthur.claims, path);
  assert.deepEqual(at('name'), ['Arthur Dent']);
  assert.deepEqual(at('address'), [arthur.claims.address]);
  assert.deepEqual(at('address', 'street_address'), ['42 Market Street']);
  assert.deepEqual(at('degrees', null, 'type'), ['Bachelor of Science', 'Master of Science']);
  assert.deepEqual(at('nationalities', 1), ['Betelgeusian']);
});

test('a path that does not fit selects nothing', () => {
  const paths: ClaimsPath[] = [
    ['unknown'],
    ['name', 'first'],
    ['name', null],
    ['name', 0],
    ['address', 0],
    ['nationalities', 2],
    ['nationalities', 'length'],
    ['degrees', null, 'year'],
    ['toString'],
    ['__proto__'],
    ['nationalities', null, null],
  ];
  for (const path of paths) assert.equal(selectByPath(arthur.claims, path), undefined, path.join('.'));
});

test('claims: all that are listed, none when none is listed, a repeated one once', () => {
  assert.deepEqual(shown(asking({})), []);
  const listed = asking({
    claims: [{ path: ['name'] }, { path: ['address', 'locality'] }, { path: ['name'] }],
  });
  assert.deepEqual(shown(listed), [['name'], ['address', 'locality']]);
  assert.equal(shown(asking({ claims: [{ path: ['name'] }, { path: ['unknown'] }] })), undefined);
});

test('claim sets: the first combination that can be had', () => {
  const claims = [
    { id: 'a', path: ['family_name'] },
    { id: 'b', path: ['postal_code'] },
    { id: 'c', path: ['locality'] },
    { id: 'd', path: ['region'] },
    { id: 'e', path: ['date_of_birth'] },
  ];
  const sets = [
    ['a', 'c', 'd', 'e'],
    ['a', 'b', 'e'],
  ];
  assert.deepEqual(shown(asking({ claims, claim_sets: sets })), [
    ['family_name'],
    ['postal_code'],
    ['date_of_birth'],
  ]);
  assert.equal(shown(asking({ claims, claim_sets: [['d']] })), undefined);
});

const values: [string, unknown[], boolean][] = [
  ['the same text', ['Arthur Dent'], true],
  ['one of several', ['Ford', 'Arthur Dent'], true],
  ['another text', ['Ford'], false],
  ['the same digits as another type', [42], false],
];
for (const [what, wanted, matches] of values) {
  test(`values: ${what}`, () => {
    const query = asking({ claims: [{ path: ['name'], values: wanted }] });
    assert.equal(shown(query) !== undefined, matches);
  });
}

test('values compare type and value, and any element of an array will do', () => {
  const is = (path: ClaimsPath, wanted: unknown) => shown(asking({ claims: [{ path, values: [wanted] }] }));
  assert.ok(is(['age'], 42));
  assert.equal(is(['age'], '42'), undefined);
  assert.ok(is(['nationalities', null], 'Betelgeusian'));
  assert.equal(is(['nationalities', 0], 'Betelgeusian'), undefined);
});

test('format, type, authority and holder binding decide whether a credential matches', () => {
  const authority = (type: string, value: string) => ({ trusted_authorities: [{ type, values: [value] }] });
  assert.ok(shown(asking(authority('aki', arthur.authorityKeyIds[0]!))));
  assert.equal(shown(asking(authority('aki', 'AAAA'))), undefined);
  assert.equal(shown(asking(authority('etsi_tl', 'https://lotl.example.com'))), undefined);
  assert.equal(shown(asking({ meta: { vct_values: ['other'] } })), undefined);
  assert.ok(shown(asking({ meta: {} })));
  assert.equal(shown(asking({ format: 'jwt_vc_json' })), undefined);
  const unbound = { ...arthur, isHolderBound: false };
  assert.equal(shown(asking({}), unbound), undefined);
  assert.ok(shown(asking({ require_cryptographic_holder_binding: false }), unbound));
});

test('an mdoc is addressed by namespace and element', () => {
  const ask = (path: ClaimsPath) => {
    const meta = { doctype_value: licence.type };
    return shown(dcql({ credentials: [{ id: 'm', format: 'mso_mdoc', meta, claims: [{ path }] }] }), licence);
  };
  assert.ok(ask(['org.iso.18013.5.1', 'given_name']));
  assert.equal(ask(['org.iso.18013.5.1']), undefined);
  assert.equal(ask(['org.iso.18013.5.1', 'given_name', null]), undefined);
  assert.equal(ask(['org.iso.18013.5.1', null]), undefined);
  assert.equal(ask(['given_name']), undefined);
});

const credential = (id: string, vct: string) => ({
  id,
  format: 'dc+sd-jwt',
  meta: { vct_values: [vct] },
  claims: [{ path: ['name'] }],
});
const alternatives = dcql({
  credentials: [
    credential('pid', PID),
    credential('other', 'other'),
    credential('first', 'a'),
    credential('second', 'b'),
    credential('extra', 'c'),
  ],
  credential_sets: [
    { options: [['pid'], ['other'], ['first', 'second']] },
    { required: false, options: [['extra']] },
  ],
});
const holding = (...types: string[]) =>
  answerQuery(
    alternatives,
    types.map((type) => ({ ...arthur, type })),
    (held) => held,
  );

test('credential sets: what is required decides, what is optional is offered', () => {
  const both = holding('b', 'a', 'c');
  assert.equal(both.canBeAnswered, true);
  assert.deepEqual(both.choices, [
    { required: true, options: [['first', 'second']] },
    { required: false, options: [['extra']] },
  ]);
  assert.deepEqual([...both.candidates.keys()], ['first', 'second', 'extra']);
  assert.equal(holding('a', 'c').canBeAnswered, false);
  assert.equal(holding('other').canBeAnswered, true);
  assert.equal(holding().canBeAnswered, false);
  assert.equal(holding(PID, PID).candidates.get('pid')?.length, 2);
});

const verified = (query: DcqlQuery, presented: Record<string, readonly QueriedCredential[]>) => {
  const outcome = verifyAnswer(query, new Map(Object.entries(presented)));
  return outcome.ok ? 'ok' : outcome.refusal.code;
};
const of = (type: string, changes: Partial<QueriedCredential> = {}) => [{ ...arthur, type, ...changes }];

const responses: [string, Record<string, QueriedCredential[]>, string][] = [
  ['the preferred option', { pid: of(PID) }, 'ok'],
  ['a whole later option', { first: of('a'), second: of('b') }, 'ok'],
  ['an option and an extra', { pid: of(PID), extra: of('c') }, 'ok'],
  ['half an option', { first: of('a') }, 'dcql/incomplete'],
  ['nothing', {}, 'dcql/incomplete'],
  ['the optional alone', { extra: of('c') }, 'dcql/incomplete'],
  ['something that was not asked', { pid: of(PID), more: of('c') }, 'dcql/not-asked'],
  ['an empty list', { pid: [] }, 'dcql/count'],
  ['two where one was asked', { pid: [...of(PID), ...of(PID)] }, 'dcql/count'],
  ['another type', { pid: of('other') }, 'dcql/mismatch'],
  ['a missing claim', { pid: of(PID, { claims: {} }) }, 'dcql/mismatch'],
  ['no proof of the holder', { pid: of(PID, { isHolderBound: false }) }, 'dcql/mismatch'],
  ['a wrong format', { pid: of(PID, { format: 'mso_mdoc' }) }, 'dcql/mismatch'],
];
for (const [what, presented, expected] of responses) {
  test(`a response with ${what}: ${expected}`, () =>
    assert.equal(verified(alternatives, presented), expected));
}

test('several are allowed only with `multiple`, and each must match', () => {
  const many = asking({ multiple: true, claims: [{ path: ['name'], values: ['Arthur Dent'] }] });
  assert.equal(verified(many, { pid: [...of(PID), ...of(PID)] }), 'ok');
  const ford = of(PID, { claims: { name: 'Ford' } });
  assert.equal(verified(many, { pid: [...of(PID), ...ford] }), 'dcql/mismatch');
});

const name = fc.constantFrom('name', 'age', 'address', 'unknown');
const claim = fc.record({ path: fc.tuple(name) });
const anyQuery = fc
  .array(
    fc.record({ claims: fc.array(claim, { minLength: 1, maxLength: 3 }), vct: fc.constantFrom(PID, 'b') }),
    {
      minLength: 1,
      maxLength: 3,
    },
  )
  .map((credentials) =>
    dcql({
      credentials: credentials.map(({ claims, vct }, i) => ({ ...credential(`c${i}`, vct), claims })),
      credential_sets: [{ options: credentials.map((_, i) => [`c${i}`]) }],
    }),
  );

test('whatever the wallet finds, the verifier accepts; where it finds nothing, there is no answer', () => {
  fc.assert(
    fc.property(anyQuery, (query) => {
      const { candidates, choices, canBeAnswered } = answerQuery(query, [arthur], (held) => held);
      const option = choices[0]!.options[0];
      assert.equal(canBeAnswered, option !== undefined);
      if (!option) return;
      const sent = option.map((id) => {
        const { paths } = candidates.get(id)![0]!;
        const claims = Object.fromEntries(paths.map(([key]) => [key, arthur.claims[key as string]]));
        return [id, [{ ...arthur, claims }]] as [string, QueriedCredential[]];
      });
      assert.equal(verified(query, Object.fromEntries(sent)), 'ok');
    }),
  );
});
