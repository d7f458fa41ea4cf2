import { after, test } from 'node:test';
import { decodeTaggedCbor } from '@jatidiri/core/cose/cbor.ts';
import { encodeCbor } from '@jatidiri/core/cose/encodeCbor.ts';
import { toBase64url } from '@jatidiri/core/kit/bytes.ts';
import { createDeviceResponse } from '@jatidiri/core/mdoc/createDeviceResponse.ts';
import { openId4VpTranscript } from '@jatidiri/core/mdoc/sessionTranscript.ts';
import type { VerifiedRequest } from '@jatidiri/core/openid4vp/model.ts';
import { suite } from '../issuance/activeHandset.ts';
import { openForeignCards } from './foreignCards.ts';
import { DOCTYPE } from './foreignIssuer.ts';

// Whatever must be refused is refused over HTTP, with a 400 and never a 500.

const cards = await openForeignCards();
const { foreign, bound, expectSent } = cards;
after(cards.close);

const presentMdoc =
  (alter: (response: Map<string, unknown>) => void = () => {}, changes: object = {}) =>
  async (request: VerifiedRequest): Promise<string> => {
    const { clientId, nonce, responseUri, encryption } = request;
    const transcript = await openId4VpTranscript(suite, {
      clientId,
      nonce,
      responseUri: responseUri!,
      encryptionKey: encryption?.recipient.jwk,
      ...changes,
    });
    const shown = { [DOCTYPE]: ['name', 'member'] };
    const mdoc = { issuerSigned: await foreign.mdoc(), shown, sign: foreign.holder.sign };
    const response = decodeTaggedCbor(await createDeviceResponse([mdoc], transcript)) as Map<string, unknown>;
    alter(response);
    return toBase64url(encodeCbor(response));
  };
const issuerSigned = (response: Map<string, unknown>) =>
  (
    (response.get('documents') as Map<string, unknown>[])[0]!.get('issuerSigned') as Map<
      string,
      Map<string, unknown[]>
    >
  ).get('nameSpaces')!;

test('mdocs: another session, an unencrypted one, namespaces moved, elements moved or repeated, not base64url', async () => {
  await expectSent(presentMdoc(undefined, { nonce: 'lain' }), 'mdoc/device-signature', 'mdoc');
  await expectSent(
    presentMdoc(undefined, { responseUri: 'https://lain.example' }),
    'mdoc/device-signature',
    'mdoc',
  );
  await expectSent(presentMdoc(undefined, { encryptionKey: undefined }), 'mdoc/device-signature', 'mdoc');
  await expectSent(
    presentMdoc((response) => {
      const spaces = issuerSigned(response);
      spaces.set('lain', spaces.get(DOCTYPE)!);
      spaces.delete(DOCTYPE);
    }),
    'mdoc/namespace-unknown',
    'mdoc',
  );
  await expectSent(
    presentMdoc((response) => {
      const items = issuerSigned(response).get(DOCTYPE)!;
      items.push(items[0]);
    }),
    'mdoc/digest-repeated',
    'mdoc',
  );
  await expectSent(async () => 'a+b', 'mdoc/malformed', 'mdoc');
  await expectSent(async (r) => bound(r, await foreign.sdJwt()), 'mdoc/malformed', 'mdoc');
});

test('an mdoc that is in order is accepted', async () => {
  await expectSent(presentMdoc(), `{"mdoc":[{"${DOCTYPE}":{"name":"Warga Contoh"}}]}`, 'mdoc');
});
