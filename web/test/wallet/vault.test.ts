import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { openVault } from '../../src/wallet/vault/vault.ts';
import { memoryStore } from './memoryStore.ts';

const PIN = '482913';
const OTHER = '730264';
const wrong = { ok: false, refusal: { code: 'pin/wrong' } };
const waiting = { ok: false, refusal: { code: 'pin/waiting' } };

async function withPin() {
  const store = memoryStore();
  const vault = await openVault(store);
  await vault.choosePin(PIN);
  await vault.put('content', { secret: 'kartu' });
  return { store, vault };
}

test('the content opens with the right PIN only, also after the page was closed', async () => {
  const { store } = await withPin();
  const reopened = await openVault(store);
  assert.equal(reopened.hasPin.value, true);
  assert.equal(reopened.unlocked.value, false);
  assert.equal(await reopened.get('content'), undefined);
  assert.deepEqual(await reopened.unlock(OTHER), wrong);
  assert.equal(await reopened.get('content'), undefined);
  assert.deepEqual(await reopened.unlock(PIN), { ok: true, value: null });
  assert.deepEqual(await reopened.get('content'), { secret: 'kartu' });
});

test('a locked vault takes nothing in and gives nothing out', async () => {
  const { vault } = await withPin();
  vault.lock();
  assert.equal(await vault.put('content', { secret: 'lain' }), false);
  assert.equal(await vault.get('content'), undefined);
});

test('neither the PIN nor the content is readable in what is stored', async () => {
  const { store } = await withPin();
  const lock = (await store.get('vault', 'lock')) as { handsetSecret: CryptoKey };
  assert.equal(lock.handsetSecret.extractable, false);
  const stored = JSON.stringify([lock, await store.get('vault', 'content')]);
  assert.ok(!stored.includes(PIN) && !stored.includes('kartu'));
});

test('a changed PIN opens the same content, and the old one no longer does', async () => {
  const { vault } = await withPin();
  assert.deepEqual(await vault.changePin(OTHER, OTHER), wrong);
  assert.deepEqual(await vault.changePin(PIN, OTHER), { ok: true, value: null });
  vault.lock();
  assert.deepEqual(await vault.unlock(PIN), wrong);
  assert.deepEqual(await vault.unlock(OTHER), { ok: true, value: null });
  assert.deepEqual(await vault.get('content'), { secret: 'kartu' });
});

test('a passkey leads to a new PIN, and to no content by itself; another passkey leads nowhere', async () => {
  const { store, vault } = await withPin();
  const [mine, other] = [await secretKey(), await secretKey()];
  const rescue = { credential: 'x', salt: new Uint8Array(32), key: mine };
  assert.deepEqual(await vault.addRescue(OTHER, rescue), wrong);
  assert.deepEqual(await vault.addRescue(PIN, rescue), { ok: true, value: null });

  const forgotten = await openVault(store);
  assert.equal(forgotten.rescue.value?.credential, 'x');
  assert.equal(await forgotten.get('content'), undefined);
  await forgotten.unlock('000000');
  assert.equal(await forgotten.resetPin(other, OTHER), false);
  assert.equal(await forgotten.resetPin(mine, OTHER), true);
  assert.deepEqual(await forgotten.get('content'), { secret: 'kartu' });
  assert.equal(forgotten.tries.value, undefined);
  forgotten.lock();
  assert.deepEqual(await forgotten.unlock(PIN), wrong);
  assert.deepEqual(await forgotten.unlock(OTHER), { ok: true, value: null });
  await forgotten.destroy();
  assert.equal(await store.get('vault', 'rescue'), undefined);
});

const secretKey = () =>
  crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);

test('after five wrong PINs even the right one waits a minute, whatever is closed in between', async () => {
  const { store } = await withPin();
  mock.timers.enable({ apis: ['Date'], now: Date.parse('2026-11-22T04:00:00Z') });
  try {
    for (let i = 0; i < 5; i++) assert.deepEqual(await (await openVault(store)).unlock(OTHER), wrong);
    assert.deepEqual(await (await openVault(store)).unlock(PIN), waiting);
    mock.timers.setTime(Date.parse('2026-11-21T04:00:00Z'));
    assert.deepEqual(await (await openVault(store)).unlock(PIN), waiting);
    mock.timers.tick(60_000);
    assert.deepEqual(await (await openVault(store)).unlock(PIN), { ok: true, value: null });
  } finally {
    mock.timers.reset();
  }
});

test('a destroyed vault leaves nothing behind', async () => {
  const { store, vault } = await withPin();
  await vault.destroy();
  assert.equal(vault.hasPin.value, false);
  for (const key of ['lock', 'tries', 'content']) assert.equal(await store.get('vault', key), undefined);
});
