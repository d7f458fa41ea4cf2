import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseDcqlQuery } from '@jatidiri/core/dcql/wire.ts';
import { heldCredentials, unusedCopies } from '@jatidiri/core/holder/copies.ts';
import type { HeldCopy } from '@jatidiri/core/holder/model.ts';
import type { OpenedRequest } from '@jatidiri/core/holder/present.ts';
import { verifierName } from '@jatidiri/core/holder/verifierName.ts';
import { claimName, findWays, preferredWays, selectionOf } from '@jatidiri/core/holder/ways.ts';
import { Personal } from '@jatidiri/core/kit/personal.ts';
import { webSuite } from '@jatidiri/core/kit/webSuite.ts';
import { issueMdoc } from '@jatidiri/core/mdoc/issueMdoc.ts';
import { issueSdJwt } from '@jatidiri/core/sdjwt/issueSdJwt.ts';
import { crypto, NOW, newSigner } from '../chain/issuerFixture.ts';
import { DOC_TYPE, tools as mdocTools, NAME_SPACE, terms } from '../mdoc/mdocFixture.ts';

const suite = webSuite(crypto.subtle);
const tools = { suite, now: () => NOW };
const CLAIMS = { name: 'Warga Contoh', birth_date: '1990-01-01', over17: true };

const base = { issuer: 'https://ikd.example', authorityKeyIds: [], uses: 0 };

async function heldCopies(): Promise<HeldCopy[]> {
  const issuer = await newSigner();
  let salt = 0;
  const sdTools = { sign: issuer.sign, suite, randomSalt: () => `salt-${salt++}` };
  const sdJwt = await issueSdJwt(sdTools, { typ: 'dc+sd-jwt' }, { vct: 'ikd' }, CLAIMS);
  const mdoc = await issueMdoc(mdocTools, { ...terms, elements: new Personal(CLAIMS) });
  return [
    { ...base, keyId: 'k1', format: 'dc+sd-jwt', type: 'ikd', configurationId: 'sd', credential: sdJwt },
    {
      ...base,
      keyId: 'k2',
      format: 'mso_mdoc',
      type: DOC_TYPE,
      configurationId: 'mdoc',
      credential: Buffer.from(mdoc).toString('base64url'),
    },
  ];
}

const asked = (query: object) => ({ query: parseDcqlQuery(query)! }) as OpenedRequest;
const sd = (id: string, ...names: string[]) => ({
  id,
  format: 'dc+sd-jwt',
  meta: { vct_values: ['ikd'] },
  claims: names.map((name) => ({ path: [name] })),
});
const md = (id: string, ...names: string[]) => ({
  id,
  format: 'mso_mdoc',
  meta: { doctype_value: DOC_TYPE },
  claims: names.map((name) => ({ path: [NAME_SPACE, name] })),
});

test('one card in two formats is one choice; what differs stays a choice', async () => {
  const query = {
    credentials: [sd('a', 'name'), md('b', 'name'), sd('c', 'birth_date'), md('d', 'birth_date')],
    credential_sets: [{ options: [['a'], ['b'], ['c'], ['d']] }, { options: [['d']], required: false }],
  };
  const parts = await findWays(tools, asked(query), await heldCopies());
  const shown = parts!.map(({ required, ways }) => ({
    required,
    ways: ways.map((way) => way.map(({ id, claims }) => `${id}: ${claims.map(claimName)}`)),
  }));
  assert.deepEqual(shown, [
    { required: true, ways: [['a: name'], ['c: birth_date']] },
    { required: false, ways: [['d: birth_date']] },
  ]);
  assert.deepEqual(parts![1]!.ways[0]![0]!.claims[0]!.values, ['1990-01-01']);
  const selection = selectionOf(preferredWays(parts!));
  assert.deepEqual([...selection.keys()], ['a']);
});

test('nothing is offered when something required is missing', async () => {
  const query = { credentials: [sd('a', 'name'), sd('b', 'nik')] };
  assert.equal(await findWays(tools, asked(query), await heldCopies()), undefined);
});

test('an expired copy is no copy, and the least used is next', async () => {
  const [copy] = await heldCopies();
  const copies = [
    { ...copy!, keyId: 'used', uses: 2 },
    { ...copy!, keyId: 'fresh' },
    { ...copy!, keyId: 'expired', expiresAt: NOW },
  ];
  const [credential] = heldCredentials(copies, NOW);
  assert.equal(credential!.next.keyId, 'fresh');
  assert.equal(credential!.copies.length, 2);
  assert.equal(unusedCopies(credential!), 1);
});

test('a verifier is called by its organisation, whatever else its certificate says', () => {
  const names = {
    'CN=Loket, O=Klinik Contoh, C=ID': 'Klinik Contoh',
    'O=RS Contoh\\, Samarinda + CN=x, C=ID': 'RS Contoh, Samarinda',
    'CN=Bank O=Palsu, C=ID': 'Bank O=Palsu',
    'C=ID': 'C=ID',
  };
  for (const [subject, name] of Object.entries(names)) assert.equal(verifierName({ subject }), name);
});

test('of several datasets of one configuration, each is a way of its own, and says whose it is', async () => {
  const [first] = await heldCopies();
  const { sign } = await newSigner();
  const sdTools = { sign, suite, randomSalt: () => 'salt' };
  const sibling = await issueSdJwt(
    sdTools,
    { typ: 'dc+sd-jwt' },
    { vct: 'ikd' },
    { ...CLAIMS, name: 'Adik Contoh' },
  );
  const copies = [
    { ...first!, dataset: 'one' },
    { ...first!, dataset: 'other', keyId: 'k3', credential: sibling },
  ];
  assert.equal(heldCredentials(copies, NOW).length, 2);
  const [part] = (await findWays(tools, asked({ credentials: [sd('a', 'over17')] }), copies))!;
  assert.deepEqual(
    part!.ways.map((way) => way.map(({ subject, claims }) => `${subject}: ${claims.map(claimName)}`)),
    [['Warga Contoh: over17'], ['Adik Contoh: over17']],
  );

  const ids = Array.from({ length: 20 }, (_, at) => `q${at}`);
  const credentials = ids.map((id) => sd(id, 'over17'));
  const [many] = (await findWays(
    tools,
    asked({ credentials, credential_sets: [{ options: [ids] }] }),
    copies,
  ))!;
  assert.equal(many!.ways.length, 24, 'two to the twentieth are not worked out');
});
