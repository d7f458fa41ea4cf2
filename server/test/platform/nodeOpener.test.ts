import assert from 'node:assert/strict';
import { randomBytes, webcrypto } from 'node:crypto';
import { test } from 'node:test';
import { CONTENT_ENCRYPTIONS, encryptJwe, openJwe } from '@jatidiri/core/jose/jwe.ts';
import { parsePublicJwk } from '@jatidiri/core/jose/publicJwk.ts';
import { fromUtf8, utf8 } from '@jatidiri/core/kit/bytes.ts';
import { nodeOpener } from '../../src/platform/keys/nodeOpener.ts';
import { nodeSuite } from '../../src/platform/keys/nodeSuite.ts';

const { subtle } = webcrypto as unknown as Crypto;
const tools = { subtle, random: (size: number) => new Uint8Array(randomBytes(size)) };

async function newKey() {
  const keys = await subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits']);
  const { d } = await subtle.exportKey('jwk', keys.privateKey);
  const jwk = parsePublicJwk(await subtle.exportKey('jwk', keys.publicKey))!;
  return { jwk, opener: nodeOpener(nodeSuite(), d!) };
}

test('opens what Web Crypto sealed, and nothing else', async () => {
  const [mine, other] = [await newKey(), await newKey()];
  for (const enc of CONTENT_ENCRYPTIONS) {
    const jwe = await encryptJwe(tools, { jwk: mine.jwk, kid: 'k' }, enc, utf8('jawaban'), {
      apv: 'bm9uY2U',
    });
    assert.equal(fromUtf8((await openJwe(mine.opener, jwe))!.plaintext), 'jawaban');
    assert.equal(await openJwe(other.opener, jwe), undefined);
    for (const at of [0, 2, 3, 4]) {
      const parts = jwe.split('.');
      parts[at] = parts[at]!.startsWith('A') ? `B${parts[at]!.slice(1)}` : `A${parts[at]!.slice(1)}`;
      assert.equal(await openJwe(mine.opener, parts.join('.')), undefined, `part ${at}`);
    }
  }
});

test('a public key that is no point of the curve opens nothing', async () => {
  const mine = await newKey();
  const [head, ...rest] = (await encryptJwe(tools, { jwk: mine.jwk }, 'A128GCM', utf8('x'))).split('.');
  const header = JSON.parse(Buffer.from(head!, 'base64url').toString());
  header.epk.y = header.epk.x;
  const altered = [Buffer.from(JSON.stringify(header)).toString('base64url'), ...rest].join('.');
  assert.equal(await openJwe(mine.opener, altered), undefined);
});
