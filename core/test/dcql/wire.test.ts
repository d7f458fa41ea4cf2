import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseDcqlQuery } from '@jatidiri/core/dcql/wire.ts';
import fc from 'fast-check';

const pid = { id: 'pid', format: 'dc+sd-jwt', meta: { vct_values: ['urn:jatidiri:ikd:1'] } };
const claims = [
  { id: 'a', path: ['name'] },
  { id: 'b', path: ['nik'] },
];

test('a query is read with its defaults, and unknown members are ignored', () => {
  assert.deepEqual(parseDcqlQuery({ credentials: [{ ...pid, colour: 'merah' }], mood: 1 }), {
    credentials: [
      {
        id: 'pid',
        kind: { format: 'dc+sd-jwt', vctValues: ['urn:jatidiri:ikd:1'] },
        multiple: false,
        requiresHolderBinding: true,
      },
    ],
    credentialSets: [{ options: [['pid']], required: true }],
  });
  const mdoc = { id: 'm', format: 'mso_mdoc', meta: { doctype_value: 'jatidiri.ikd.1' } };
  const other = { id: 'o', format: 'ldp_vc', meta: {} };
  const read = parseDcqlQuery({ credentials: [mdoc, other] });
  assert.deepEqual(
    read?.credentials.map(({ kind }) => kind),
    [
      { format: 'mso_mdoc', doctypeValue: 'jatidiri.ikd.1' },
      { format: 'other', name: 'ldp_vc' },
    ],
  );
});

const wrong: Record<string, unknown> = {
  'no object': 'pid',
  'no credentials': {},
  'an empty list': { credentials: [] },
  'no id': { credentials: [{ ...pid, id: undefined }] },
  'an id with a space': { credentials: [{ ...pid, id: 'a b' }] },
  'an id given twice': { credentials: [pid, pid] },
  'no format': { credentials: [{ id: 'pid', meta: {} }] },
  'no meta': { credentials: [{ id: 'pid', format: 'dc+sd-jwt' }] },
  'vct_values that are no list': { credentials: [{ ...pid, meta: { vct_values: 'ikd' } }] },
  'a doctype that is no text': { credentials: [{ id: 'm', format: 'mso_mdoc', meta: { doctype_value: 1 } }] },
  'an empty path': { credentials: [{ ...pid, claims: [{ path: [] }] }] },
  'a negative index': { credentials: [{ ...pid, claims: [{ path: ['a', -1] }] }] },
  'a fractional index': { credentials: [{ ...pid, claims: [{ path: ['a', 0.5] }] }] },
  'an object in a path': { credentials: [{ ...pid, claims: [{ path: [{}] }] }] },
  'empty values': { credentials: [{ ...pid, claims: [{ path: ['a'], values: [] }] }] },
  'a value that is an object': { credentials: [{ ...pid, claims: [{ path: ['a'], values: [{}] }] }] },
  'a claim id given twice': { credentials: [{ ...pid, claims: [claims[0], claims[0]] }] },
  'claim sets without claims': { credentials: [{ ...pid, claim_sets: [['a']] }] },
  'a claim set that names nothing': { credentials: [{ ...pid, claims, claim_sets: [['c']] }] },
  'claim sets over claims without ids': {
    credentials: [{ ...pid, claims: [claims[0], { path: ['nik'] }], claim_sets: [['a']] }],
  },
  'an empty claim set': { credentials: [{ ...pid, claims, claim_sets: [[]] }] },
  'empty credential sets': { credentials: [pid], credential_sets: [] },
  'a credential set that names nothing': { credentials: [pid], credential_sets: [{ options: [['x']] }] },
  'an empty option': { credentials: [pid], credential_sets: [{ options: [[]] }] },
  'authorities without values': { credentials: [{ ...pid, trusted_authorities: [{ type: 'aki' }] }] },
  'more entries than anybody needs': {
    credentials: Array.from({ length: 65 }, (_, i) => ({ ...pid, id: `pid${i}` })),
  },
};

for (const [what, query] of Object.entries(wrong)) {
  test(`a query with ${what} is none`, () => assert.equal(parseDcqlQuery(query), undefined));
}

test('no JSON value makes the parser throw', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (meta, claim) => {
      parseDcqlQuery(meta);
      parseDcqlQuery({ credentials: [{ ...pid, meta, claims: [claim] }], credential_sets: claim });
    }),
  );
});
