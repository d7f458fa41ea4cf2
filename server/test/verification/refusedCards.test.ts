import { after, test } from 'node:test';
import { createIssuer, toX5c } from '@jatidiri/core/chain/createCertificate.ts';
import { encodeJson, type JsonObject } from '@jatidiri/core/jose/encodedJson.ts';
import { signJws } from '@jatidiri/core/jose/jws.ts';
import type { VerifiedRequest } from '@jatidiri/core/openid4vp/model.ts';
import { digestOf, encodePropertyDisclosure } from '@jatidiri/core/sdjwt/disclosure.ts';
import {
  crypto,
  newKeys,
  newSerial,
  newSigner,
  VALID_FROM,
  VALID_TO,
} from '../../../core/test/chain/issuerFixture.ts';
import { suite } from '../issuance/activeHandset.ts';
import { openForeignCards, START } from './foreignCards.ts';
import { foreignIssuer } from './foreignIssuer.ts';
import { presentSdJwt } from './testWallet.ts';

// Whatever must be refused is refused over HTTP, with a 400 and never a 500.

const cards = await openForeignCards();
const { foreign, world, bound, whole, expectSent } = cards;
after(cards.close);

test('a foreign credential that is in order is accepted', async () => {
  await expectSent(
    async (request) => bound(request, await foreign.sdJwt()),
    '{"card":[{"name":"Warga Contoh"}]}',
  );
});

test('disclosures: unreferenced, repeated, their digests twice, misplaced', async () => {
  const extra = encodePropertyDisclosure('c2FsdHNhbHRzYWx0c2FsdA', 'secret', 1);
  await expectSent(
    async (r) => bound(r, `${await foreign.sdJwt()}${extra}~`),
    'sdjwt/disclosure-unreferenced',
  );
  await expectSent(async (r) => bound(r, await raw({ digests: 1, sent: 2 })), 'sdjwt/disclosure-repeated');
  await expectSent(async (r) => bound(r, await raw({ digests: 2, sent: 1 })), 'sdjwt/digest-repeated');
  await expectSent(async (r) => whole(r, `${await foreign.sdJwt()}bm9uZQ~`), 'sdjwt/disclosure-malformed');
});

/** An SD-JWT that the issuer signed wrongly: its one digest so often, its disclosure sent so often. */
async function raw({ digests, sent }: { digests: number; sent: number }): Promise<string> {
  const disclosure = encodePropertyDisclosure('c2FsdHNhbHRzYWx0c2FsdA', 'name', 'Warga Contoh');
  const digest = await digestOf(suite, disclosure);
  const payload = {
    ...foreign.open(),
    _sd: Array.from({ length: digests }, () => digest),
    _sd_alg: 'sha-256',
  };
  const jwt = await signJws(foreign.issuer.sign, foreign.header, payload);
  return `${[jwt, ...Array.from({ length: sent }, () => disclosure)].join('~')}~`;
}

test('the holder’s proof: missing, by another key, for another request, too old, too new, over other disclosures', async () => {
  const sdJwt = await foreign.sdJwt();
  const stranger = await newSigner();
  const at = (seconds: number) => ({ now: new Date(world.clock.now.getTime() + seconds * 1000) });
  await expectSent(async () => sdJwt, 'sdjwt/key-binding-missing');
  await expectSent((r) => bound(r, sdJwt, {}, stranger), 'sdjwt/key-binding-signature');
  await expectSent((r) => bound(r, sdJwt, { nonce: 'lain' }), 'sdjwt/key-binding-nonce');
  await expectSent((r) => bound(r, sdJwt, { audience: 'x509_hash:lain' }), 'sdjwt/key-binding-audience');
  await expectSent((r) => bound(r, sdJwt, at(-301)), 'sdjwt/key-binding-time');
  await expectSent((r) => bound(r, sdJwt, at(301)), 'sdjwt/key-binding-time');
  await expectSent(async (r) => {
    const [jwt, , ...rest] = (await bound(r, sdJwt)).split('~');
    return [jwt, ...rest].join('~');
  }, 'sdjwt/key-binding-digest');
  await expectSent(
    (r) => bound(r, sdJwt, { transaction: { transaction_data_hashes: ['AAAA'] } }),
    'transaction/not-authorised',
  );
});

test('algorithms: none, HMAC with the public key, another name', async () => {
  for (const alg of ['none', 'HS256', 'ES384', 'es256']) {
    await expectSent(async (r) => {
      const [jwt = '', ...rest] = (await bound(r, await foreign.sdJwt())).split('~');
      const [, payload, signature] = jwt.split('.');
      return [`${encodeJson({ ...foreign.header, alg })}.${payload}.${signature}`, ...rest].join('~');
    }, 'sdjwt/malformed');
  }
});

test('issuers: of nobody, a leaf that acts as an authority, a chain that is none', async () => {
  const stranger = await foreignIssuer(START);
  await stranger.close();
  await expectSent(
    async (r) => bound(r, await stranger.sdJwt({ cnf: { jwk: foreign.holder.publicJwk } })),
    'chain/signature',
  );
  const keys = await newKeys();
  const below = await createIssuer(
    {
      subject: 'CN=Palsu',
      serial: newSerial(),
      publicKey: keys.publicKey,
      uri: 'https://palsu.example',
      notBefore: VALID_FROM,
      notAfter: VALID_TO,
    },
    { der: foreign.issuer.der, privateKey: foreign.issuer.keys.privateKey },
    crypto,
  );
  const x5c = [toX5c(below), ...foreign.issuer.x5c];
  await expectSent(
    async (r) => bound(r, await foreign.sdJwt({}, { ...foreign.header, x5c })),
    'chain/not-an-authority',
  );
  await expectSent(
    async (r) => bound(r, await foreign.sdJwt({}, { ...foreign.header, x5c: [] })),
    'chain/malformed',
  );
});

test('credentials: expired, of another type, of another issuer’s name, without the claim', async () => {
  const with_ = (changes: JsonObject) => async (r: VerifiedRequest) => bound(r, await foreign.sdJwt(changes));
  await expectSent(with_({ exp: 1_700_000_000 }), 'sdjwt/expired');
  await expectSent(with_({ vct: 'lain' }), 'sdjwt/credential-type');
  await expectSent(with_({ iss: 'https://lain.example' }), 'sdjwt/issuer-mismatch');
  await expectSent(
    async (r) =>
      presentSdJwt(r, { sdJwt: await foreign.sdJwt(), sign: foreign.holder.sign, shown: [], now: START }),
    'dcql/mismatch',
  );
});
