import assert from 'node:assert/strict';
import { randomBytes, webcrypto } from 'node:crypto';
import { test } from 'node:test';
import { inspect } from 'node:util';
import { parseDcqlQuery } from '@jatidiri/core/dcql/wire.ts';
import type { JsonObject } from '@jatidiri/core/jose/encodedJson.ts';
import { decryptJwe } from '@jatidiri/core/jose/jwe.ts';
import { toBase64url } from '@jatidiri/core/kit/bytes.ts';
import { Personal } from '@jatidiri/core/kit/personal.ts';
import {
  createErrorResponse,
  createResponse,
  readResponse,
  toForm,
} from '@jatidiri/core/openid4vp/response.ts';
import {
  encodeStatement,
  hashTransactionData,
  readTransactionData,
} from '@jatidiri/core/openid4vp/transactionData.ts';
import {
  type AskedPresentations,
  verifyPresentations,
} from '@jatidiri/core/openid4vp/verifyPresentations.ts';
import { issueCredential } from '@jatidiri/core/sdjwt/issueCredential.ts';
import { bindToHolder, type KeyBindingContext, selectDisclosures } from '@jatidiri/core/sdjwt/present.ts';
import { ISSUER_URI, NOW } from '../chain/issuerFixture.ts';
import * as mdoc from '../mdoc/mdocFixture.ts';
import { encryptionKey, encryptTo } from './verifierFixture.ts';

const { issuer, holder, suite, trust } = mdoc;
const VCT = 'urn:jatidiri:ikd:1';
const salt = () => randomBytes(16).toString('base64url');
const credential = await issueCredential(
  { sign: issuer.sign, suite, randomSalt: salt },
  {
    vct: VCT,
    issuer: ISSUER_URI,
    issuedAt: NOW,
    expiresAt: mdoc.later(86_400),
    holderKey: holder.publicJwk,
    status: mdoc.terms.status!,
    x5c: issuer.x5c,
    selectable: new Personal<JsonObject>({
      nik: '6472010101900001',
      name: 'Warga Contoh',
      age_over_17: true,
    }),
  },
);

const query = parseDcqlQuery({
  credentials: [
    { id: 'ikd', format: 'dc+sd-jwt', meta: { vct_values: [VCT] }, claims: [{ path: ['name'] }] },
    {
      id: 'mdoc',
      format: 'mso_mdoc',
      meta: { doctype_value: mdoc.DOC_TYPE },
      claims: [{ path: [mdoc.NAME_SPACE, 'age_over_17'] }, { path: [mdoc.NAME_SPACE, 'portrait'] }],
    },
    {
      id: 'loose',
      format: 'dc+sd-jwt',
      meta: { vct_values: [VCT] },
      require_cryptographic_holder_binding: false,
    },
  ],
  credential_sets: [{ options: [['ikd'], ['mdoc'], ['loose']] }],
})!;
const statement = encodeStatement({ credentialIds: ['ikd'], statement: 'Saya setuju.' });
const [data] = readTransactionData([statement], query)!;
const hashes = [await hashTransactionData(suite, data!)];

const asked: AskedPresentations = {
  query,
  audience: mdoc.session.clientId,
  nonce: mdoc.session.nonce,
  sessionTranscript: mdoc.sessionTranscript,
  transactionData: [],
};
const shown = (names: string[], context: Partial<KeyBindingContext> = {}) =>
  bindToHolder(holder.sign, suite, selectDisclosures(credential, new Set(names)), {
    audience: asked.audience,
    nonce: asked.nonce,
    now: NOW,
    ...context,
  });

async function verified(answer: Record<string, string[]>, changes: Partial<AskedPresentations> = {}) {
  return verifyPresentations(new Map(Object.entries(answer)), { ...asked, ...changes }, trust);
}
async function outcomeOf(answer: Record<string, string[]>, changes: Partial<AskedPresentations> = {}) {
  const outcome = await verified(answer, changes);
  return outcome.ok ? 'ok' : outcome.refusal.code;
}

test('the verifier learns what it asked for and nothing besides, and no log shows it', async () => {
  const outcome = await verified({ ikd: [await shown(['name', 'nik', 'age_over_17'])] });
  assert.ok(outcome.ok);
  const [one] = outcome.value.get('ikd')!;
  assert.deepEqual(one?.claims.reveal(), { name: 'Warga Contoh' });
  assert.deepEqual([one?.type, one?.status], [VCT, mdoc.terms.status]);
  assert.doesNotMatch(inspect(outcome.value, { depth: 9 }), /Warga Contoh|6472/);
});

test('an mdoc answers as well; its bytes are base64url', async () => {
  const response = toBase64url(await mdoc.present(undefined, ['age_over_17', 'portrait', 'nik']));
  const outcome = await verified({ mdoc: [response] });
  assert.ok(outcome.ok);
  const { portrait } = mdoc.ELEMENTS;
  assert.deepEqual(outcome.value.get('mdoc')?.[0]?.claims.reveal(), {
    [mdoc.NAME_SPACE]: { age_over_17: true, portrait: toBase64url(portrait) },
  });
});

test('each thing wrong with an answer is refused', async () => {
  const good = await shown(['name']);
  const device = toBase64url(await mdoc.present());
  assert.equal(await outcomeOf({ ikd: [good] }), 'ok');
  assert.equal(await outcomeOf({ other: [good] }), 'dcql/not-asked');
  assert.equal(await outcomeOf({ ikd: [good, good] }), 'dcql/count');
  assert.equal(await outcomeOf({ ikd: [] }), 'dcql/count');
  assert.equal(await outcomeOf({}), 'dcql/incomplete');
  assert.equal(await outcomeOf({ ikd: [await shown(['nik'])] }), 'dcql/mismatch');
  assert.equal(
    await outcomeOf({ ikd: [await shown(['name'], { nonce: 'lama' })] }),
    'sdjwt/key-binding-nonce',
  );
  assert.equal(
    await outcomeOf({ ikd: [await shown(['name'], { audience: 'lain' })] }),
    'sdjwt/key-binding-audience',
  );
  assert.equal(await outcomeOf({ ikd: [device] }), 'sdjwt/malformed');
  assert.equal(await outcomeOf({ mdoc: [good] }), 'mdoc/malformed');
  assert.equal(
    await outcomeOf({ mdoc: [device] }, { sessionTranscript: otherSession }),
    'mdoc/device-signature',
  );
});
const otherSession = new TextEncoder().encode('another session');

test('without holder binding only where the query says so', async () => {
  const bare = selectDisclosures(credential, new Set(['name']));
  assert.equal(await outcomeOf({ ikd: [bare] }), 'sdjwt/key-binding-missing');
  assert.equal(await outcomeOf({ loose: [bare] }), 'ok');
});

test('transaction data are authorised exactly as asked', async () => {
  const signed = (transaction: KeyBindingContext['transaction']) =>
    shown(['name'], { transaction: transaction! });
  const alg = { transaction_data_hashes_alg: 'sha-256' };
  const transactionData = [data!];
  const given = async (transaction: KeyBindingContext['transaction'], asking = transactionData) =>
    outcomeOf({ ikd: [await signed(transaction)] }, { transactionData: asking });

  assert.equal(await given({ transaction_data_hashes: hashes, ...alg }), 'ok');
  assert.equal(await given(undefined), 'transaction/not-authorised');
  assert.equal(await given({ transaction_data_hashes: hashes }), 'transaction/not-authorised');
  assert.equal(await given({ transaction_data_hashes: ['AAAA'], ...alg }), 'transaction/not-authorised');
  assert.equal(
    await given({ transaction_data_hashes: [...hashes, 'AAAA'], ...alg }),
    'transaction/not-authorised',
  );
  assert.equal(await given({ transaction_data_hashes: hashes, ...alg }, []), 'transaction/not-authorised');
  assert.equal(
    await outcomeOf({ mdoc: [toBase64url(await mdoc.present())] }, { transactionData }),
    'transaction/not-authorised',
  );
});

const crypto = {
  subtle: webcrypto.subtle as unknown as SubtleCrypto,
  random: (size: number) => randomBytes(size),
};
const encryption = { recipient: encryptTo, enc: 'A128GCM' } as const;
const decrypt = async (jwe: string) => (await decryptJwe(crypto.subtle, encryptionKey, jwe))?.plaintext;
const presentations = new Map([['ikd', ['a~b']]]);
const overForm = (parameters: JsonObject) => Object.fromEntries(toForm(parameters));

test('an answer travels as a form, in the clear or encrypted', async () => {
  const expected = { ok: true, value: { kind: 'presentations', presentations } };
  const plain = await createResponse(crypto, { state: 's' }, presentations);
  assert.deepEqual(await readResponse(overForm(plain), { state: 's' }), expected);
  const sealed = await createResponse(crypto, { state: 's', encryption }, presentations);
  assert.deepEqual(Object.keys(sealed), ['response']);
  assert.deepEqual(await readResponse(overForm(sealed), { state: 's', decrypt }), expected);
  const declined = createErrorResponse({ state: 's' }, 'access_denied');
  for (const awaited of [{ state: 's' }, { state: 's', decrypt }]) {
    const error = { ok: true, value: { kind: 'error', error: 'access_denied' } };
    assert.deepEqual(await readResponse(overForm(declined), awaited), error);
  }
});

test('an answer that is not the one that is awaited is refused', async () => {
  const code = async (parameters: JsonObject, awaited: Parameters<typeof readResponse>[1]) => {
    const outcome = await readResponse(parameters, awaited);
    return outcome.ok ? 'ok' : outcome.refusal.code;
  };
  const plain = await createResponse(crypto, { state: 's' }, presentations);
  const sealed = await createResponse(crypto, { state: 's', encryption }, presentations);
  assert.equal(await code(plain, { state: 'other' }), 'response/state');
  assert.equal(await code(sealed, { state: 'other', decrypt }), 'response/state');
  assert.equal(await code({ error: 'access_denied' }, { state: 's' }), 'response/state');
  assert.equal(await code(plain, { state: 's', decrypt }), 'response/encryption');
  assert.equal(await code({ response: 'a.b.c.d.e' }, { state: 's', decrypt }), 'response/encryption');
  for (const token of [undefined, '{', '[]', '{"ikd":"a~"}', '{"ikd":[1]}', '7'])
    assert.equal(await code({ vp_token: token, state: 's' }, { state: 's' }), 'response/malformed');
  const flood = { ikd: Array.from({ length: 33 }, () => 'a~') };
  assert.equal(await code({ vp_token: flood, state: 's' }, { state: 's' }), 'response/malformed');
});
