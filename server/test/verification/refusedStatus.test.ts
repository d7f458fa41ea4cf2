import { after, test } from 'node:test';
import { signJws } from '@jatidiri/core/jose/jws.ts';
import type { VerifiedRequest } from '@jatidiri/core/openid4vp/model.ts';
import { newSigner } from '../../../core/test/chain/issuerFixture.ts';
import { openForeignCards } from './foreignCards.ts';

// Whatever must be refused is refused over HTTP, with a 400 and never a 500.

const cards = await openForeignCards();
const { foreign, bound, expectSent } = cards;
after(cards.close);

test('status lists: revoked, suspended, another subject, another type, a bomb, moved, flooding, missing, elsewhere', async () => {
  const { lists, uriOf, statusToken } = foreign;
  lists.set('/status/1', await statusToken(uriOf('1')));
  lists.set('/status/other', await statusToken(uriOf('1')));
  lists.set('/status/bomb', await statusToken(uriOf('bomb'), 32 * 1024 * 1024));
  lists.set(
    '/status/typ',
    await signJws(foreign.issuer.sign, { typ: 'JWT', x5c: foreign.issuer.x5c }, { sub: uriOf('typ') }),
  );
  const stranger = await newSigner();
  lists.set('/status/forged', await statusToken(uriOf('forged'), 16, stranger.sign));
  const at =
    (name: string, idx = 0) =>
    async (r: VerifiedRequest) =>
      bound(r, await foreign.sdJwt(foreign.statusOf(name, idx)));

  await expectSent(at('1'), '{"card":[{"name":"Warga Contoh"}]}');
  await expectSent(at('1', 1), 'sdjwt/revoked');
  await expectSent(at('1', 2), 'sdjwt/suspended');
  await expectSent(at('1', 1_000_000), 'sdjwt/status-unknown');
  for (const name of ['other', 'typ', 'bomb', 'forged', 'moved', 'flood', 'missing'])
    await expectSent(at(name), 'sdjwt/status-unknown');
  const elsewhere = (uri: string) => async (r: VerifiedRequest) =>
    bound(r, await foreign.sdJwt({ status: { status_list: { uri, idx: 0 } } }));
  for (const uri of [
    'http://127.0.0.1:1/status/1',
    'http://169.254.169.254/latest',
    'https://localhost/x',
    'file:///etc/passwd',
    'x',
  ])
    await expectSent(elsewhere(uri), 'sdjwt/status-unknown');
});
