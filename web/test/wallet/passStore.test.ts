import assert from 'node:assert/strict';
import { test } from 'node:test';
import { utf8 } from '@jatidiri/core/kit/bytes.ts';
import { webSuite } from '@jatidiri/core/kit/webSuite.ts';
import { makeSigningKey } from '../../src/shared/signingKey.ts';
import { openPassStore } from '../../src/wallet/family/passStore.ts';
import { openVault } from '../../src/wallet/vault/vault.ts';
import { memoryStore } from './memoryStore.ts';

const suite = webSuite(crypto.subtle);

async function opened() {
  const store = memoryStore();
  const vault = await openVault(store);
  await vault.choosePin('482913');
  const clock = { now: new Date('2026-11-25T01:00:00Z') };
  const passes = openPassStore(store, vault, () => clock.now);
  async function receive(kia: string, names: readonly string[], held: readonly string[] = [kia]) {
    const keys = await Promise.all(names.map(makeSigningKey));
    const received = names.map((issued, i) => ({
      kia,
      keyId: keys[i]!.jwk.x,
      issued,
      validUntil: '2027-01-01T00:00:00.000Z',
      uses: 0,
    }));
    await passes.keep(received, Object.fromEntries(keys.map((key) => [key.jwk.x, key.privateKey])), held);
    return keys.map(({ jwk }) => jwk);
  }
  const keyCount = async () => Object.keys((await store.get('handset', 'passKeys')) as object).length;
  return { store, vault, clock, passes, receive, keyCount };
}

test('each showing takes a pass that nobody saw, with its own key; when all were seen, the least used', async () => {
  const { passes, receive } = await opened();
  const keys = await receive('anak', ['satu', 'dua']);
  const shown = [await passes.take('anak'), await passes.take('anak')];
  assert.deepEqual(
    shown.map((one) => one?.issued),
    ['satu', 'dua'],
  );
  for (const [i, one] of shown.entries())
    assert.ok(await suite.verifyEs256(keys[i]!, utf8('x'), await one!.sign(utf8('x'))));
  assert.equal(await passes.unused('anak'), 0);
  assert.ok(await passes.take('anak'));
  assert.equal(await passes.take('adik'), undefined);
});

test('new passes take the place of used and expired ones and of cards that are held no more, keys included', async () => {
  const { passes, receive, clock, keyCount } = await opened();
  await receive('lama', ['usang']);
  await receive('anak', ['satu', 'dua'], ['anak', 'lama']);
  assert.equal(await keyCount(), 3);
  await passes.take('anak');
  await receive('anak', ['tiga'], ['anak']);
  assert.equal(await passes.unused('anak'), 2);
  assert.equal(await passes.take('lama'), undefined);
  assert.equal(await keyCount(), 2);
  clock.now = new Date('2027-01-02T00:00:00Z');
  assert.equal(await passes.take('anak'), undefined);
});

test('without the PIN there is none', async () => {
  const { passes, vault, receive } = await opened();
  await receive('anak', ['satu']);
  vault.lock();
  assert.equal(await passes.take('anak'), undefined);
});
