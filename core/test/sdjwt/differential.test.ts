import assert from 'node:assert/strict';
import { test } from 'node:test';
import { issueSdJwt } from '@jatidiri/core/sdjwt/issueSdJwt.ts';
import { verifyKeyBinding } from '@jatidiri/core/sdjwt/keyBinding.ts';
import { parseSdJwt } from '@jatidiri/core/sdjwt/parse.ts';
import { bindToHolder, selectDisclosures } from '@jatidiri/core/sdjwt/present.ts';
import { verifySdJwt } from '@jatidiri/core/sdjwt/verifySdJwt.ts';
import fc from 'fast-check';
import { NOW, newSigner } from '../chain/issuerFixture.ts';
import { randomSalt, suite, theirsWith } from './theirs.ts';

const audience = 'https://loket.example.go.id';
const nonce = 'n-0S6_WzA2Mj';

const NAMES = ['given_name', 'family_name', 'address', 'nik', 'birth_date', 'photo'];
// Theirs loses a member named __proto__; ours keeps it, which refusals.test.ts shows.
const claimValue = fc
  .jsonValue({ maxDepth: 2 })
  .filter((value) => !JSON.stringify(value).includes('"__proto__"'));
const selectableClaims = fc.dictionary(fc.constantFrom(...NAMES), claimValue, { minKeys: 1 });
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

test('they verify what we issue, select and bind', async () => {
  const [issuer, holder] = [await newSigner(), await newSigner()];
  const theirs = theirsWith(issuer, holder);
  await fc.assert(
    fc.asyncProperty(selectableClaims, fc.subarray(NAMES), async (selectable, shown) => {
      const open = { iss: 'https://ikd.example.go.id', cnf: { jwk: holder.publicJwk } };
      const tools = { sign: issuer.sign, suite, randomSalt };
      const issued = await issueSdJwt(tools, { typ: 'example+sd-jwt' }, open, selectable);
      const selected = selectDisclosures(issued, new Set(shown));
      const bound = await bindToHolder(holder.sign, suite, selected, { audience, nonce, now: NOW });

      const verified = await theirs.verify(bound, { keyBindingNonce: nonce });
      const visible = Object.entries(selectable).filter(([name]) => shown.includes(name));
      assert.deepEqual(plain(verified.payload), plain({ ...open, ...Object.fromEntries(visible) }));
      assert.equal(verified.kb?.payload.aud, audience);
    }),
    { numRuns: 40 },
  );
});

test('we verify what they issue and bind, nested disclosures included', async () => {
  const [issuer, holder] = [await newSigner(), await newSigner()];
  const theirs = theirsWith(issuer, holder);
  const claims = {
    name: 'Warga Contoh',
    address: { street: 'Jl. Contoh 1', region: { kota: 'Samarinda', provinsi: 'Kalimantan Timur' } },
    roles: ['guru', 'relawan', { kind: 'ketua', since: 2020 }],
  };
  const frame = {
    _sd: ['name', 'address'],
    address: { _sd: ['region'], region: { _sd: ['kota'], _sd_decoy: 2 } },
    roles: { _sd: [0, 2], 2: { _sd: ['since'] } },
  };
  // The frame's type does not follow mixed arrays; the library itself does.
  const issued = await theirs.issue(claims, frame as Parameters<typeof theirs.issue<typeof claims>>[1]);
  const whole = parseSdJwt(issued);
  assert.ok(whole.ok);
  assert.deepEqual(await verifySdJwt(suite, whole.value, issuer.publicJwk), { ok: true, value: claims });

  const iat = NOW.getTime() / 1000;
  const presented = await theirs.present(
    issued,
    { address: { region: true }, roles: { 2: true } } as Parameters<typeof theirs.present<typeof claims>>[1],
    { kb: { payload: { iat, aud: audience, nonce } } },
  );
  const parsed = parseSdJwt(presented);
  assert.ok(parsed.ok);
  assert.deepEqual(await verifySdJwt(suite, parsed.value, issuer.publicJwk), {
    ok: true,
    value: {
      address: { street: 'Jl. Contoh 1', region: { provinsi: 'Kalimantan Timur' } },
      roles: ['relawan', { kind: 'ketua' }],
    },
  });
  const binding = await verifyKeyBinding(suite, parsed.value, holder.publicJwk, { audience, nonce }, NOW);
  assert.deepEqual(binding, { ok: true, value: { presentedAt: NOW, transactionDataHashes: [] } });
});
