import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { presentedAt } from './presented.ts';
import { strangersFolder } from './strangersFolder.ts';

const REPOSITORY = join(import.meta.dirname, '../../..');

const MAIN = `
import { readFileSync } from 'node:fs';
import { createVerifier } from '@jatidiri/verify';
import { judge } from './stranger.mjs';

const presented = JSON.parse(readFileSync('presented.json', 'utf8'));
// The lists stand at addresses that exist in this test only.
globalThis.fetch = async (uri) => new Response(presented.statusLists[uri], { status: presented.statusLists[uri] ? 200 : 404 });
const { verifier } = await import('./verifier.mjs');
const terms = { now: () => new Date(), crypto: globalThis.crypto };
const verifierFor = ({ roots, issuers }) =>
  roots[0] === presented.trust.roots[0] ? verifier : createVerifier({ trustAnchors: roots, issuers, ...terms });
console.log(JSON.stringify(await judge(verifierFor, presented)));
`;

test('somebody who has only the package and its README verifies in Node what wallets present', async () => {
  const presented = await presentedAt(new Date());
  const folder = await strangersFolder({
    'main.mjs': MAIN,
    'presented.json': JSON.stringify(presented),
    'trust.json': JSON.stringify(presented.trust),
  });
  try {
    const printed = execFileSync(process.execPath, ['main.mjs'], { cwd: folder, encoding: 'utf8' });
    const { verdicts, claim, element } = JSON.parse(printed);
    assert.equal(verdicts.length, 20);
    for (const [expected, got] of verdicts) assert.equal(got, expected);
    assert.deepEqual([claim, element], [true, { age_over_17: true }]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test('the documentation tells what to do about every refusal', async () => {
  const read = (path: string) => readFile(join(REPOSITORY, path), 'utf8');
  const sources = await Promise.all(
    [
      'core/src/sdjwt/refusals.ts',
      'core/src/mdoc/refusals.ts',
      'core/src/chain/certified.ts',
      'core/src/identityqr/verifyIdentityQr.ts',
    ].map(read),
  );
  const codes = new Set(sources.join('\n').match(/(?<=')(sdjwt|mdoc|chain|qr)\/[a-z0-9-]+(?=')/g));
  const documentation = await read('docs/VERIFY.md');
  assert.ok(codes.size > 70);
  assert.deepEqual(
    [...codes].filter((code) => !documentation.includes(`\`${code}\``)),
    [],
  );
});
