import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseSdJwt } from '@jatidiri/core/sdjwt/parse.ts';
import { selectPaths } from '@jatidiri/core/sdjwt/selectPaths.ts';
import { verifySdJwt } from '@jatidiri/core/sdjwt/verifySdJwt.ts';
import { newSigner } from '../chain/issuerFixture.ts';
import { suite, theirsWith } from './theirs.ts';

const CLAIMS = {
  name: 'Warga Contoh',
  address: { street: 'Jl. Contoh 1', region: { kota: 'Samarinda', provinsi: 'Kalimantan Timur' } },
  roles: ['guru', 'relawan', { kind: 'ketua', since: 2020 }],
};
const FRAME = {
  _sd: ['name', 'address', 'roles'],
  address: { _sd: ['street', 'region'], region: { _sd: ['kota', 'provinsi'], _sd_decoy: 1 } },
  roles: { _sd: [0, 1, 2], 2: { _sd: ['since'] } },
};

const CASES: readonly [path: readonly (string | number | null)[], shown: object][] = [
  [['name'], { name: CLAIMS.name }],
  [['address', 'region', 'kota'], { address: { region: { kota: 'Samarinda' } } }],
  [['address', 'region'], { address: { region: CLAIMS.address.region } }],
  [['address'], { address: CLAIMS.address }],
  [['roles', 1], { roles: ['relawan'] }],
  [['roles', 2, 'kind'], { roles: [{ kind: 'ketua' }] }],
  [['roles', null], { roles: CLAIMS.roles }],
  [['nowhere'], {}],
];

test('of what others issued, in any nesting, exactly the claims of a path are shown', async () => {
  const [issuer, holder] = [await newSigner(), await newSigner()];
  const theirs = theirsWith(issuer, holder);
  const issued = await theirs.issue(CLAIMS, FRAME as Parameters<typeof theirs.issue<typeof CLAIMS>>[1]);
  for (const [path, shown] of CASES) {
    const parsed = parseSdJwt(await selectPaths(suite, issued, [path]));
    assert.ok(parsed.ok);
    const claims = await verifySdJwt(suite, parsed.value, issuer.publicJwk);
    assert.deepEqual(claims, { ok: true, value: shown }, JSON.stringify(path));
  }
});

test('several paths together show their union, and no path shows nothing', async () => {
  const [issuer, holder] = [await newSigner(), await newSigner()];
  const theirs = theirsWith(issuer, holder);
  const issued = await theirs.issue(CLAIMS, FRAME as Parameters<typeof theirs.issue<typeof CLAIMS>>[1]);
  const both = parseSdJwt(await selectPaths(suite, issued, [['name'], ['address', 'street']]));
  assert.ok(both.ok);
  const claims = await verifySdJwt(suite, both.value, issuer.publicJwk);
  assert.deepEqual(claims.ok && claims.value, { name: CLAIMS.name, address: { street: 'Jl. Contoh 1' } });
  assert.equal(await selectPaths(suite, issued, []), `${issued.split('~')[0]}~`);
});
