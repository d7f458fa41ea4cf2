import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Kit, openKit } from '../../src/desk/kit/kit.ts';
import { drawPassphrase } from '../../src/desk/kit/sealed/passphrase.ts';
import { sealJson, unsealJson } from '../../src/desk/kit/sealed/seal.ts';
import { about, BUDI, MORNING, preparedKit, RINA } from './kitFixture.ts';

const kindOf = (kit: Kit) => kit.state.value.kind;

test('opens with the officer’s passphrase alone, however the keyboard writes it', async () => {
  const { kit, passphrase, store } = await preparedKit();
  const wrong = await kit.unlock(RINA, drawPassphrase());
  assert.deepEqual(wrong, { ok: false, refusal: { code: 'kit/wrong-passphrase' } });
  assert.equal(kindOf(kit), 'locked');
  await kit.unlock(RINA, ` ${passphrase.toUpperCase().replaceAll(' ', '-')} `);
  assert.equal(kindOf(kit), 'open');
  kit.lock();
  assert.equal(kindOf(kit), 'locked');
  const reopened = await openKit(store, () => MORNING);
  assert.equal(kindOf(reopened), 'locked');
});

test('a lock under another officer’s name opens nothing', async () => {
  const { kit, store, passphrase } = await preparedKit();
  await store.write([{ kind: 'put', store: 'locks', key: BUDI, value: await store.get('locks', RINA) }]);
  const tried = await kit.unlock(BUDI, passphrase);
  assert.deepEqual(tried, { ok: false, refusal: { code: 'kit/wrong-passphrase' } });
});

test('nothing that is kept shows a key', async () => {
  const { store, passphrase, secrets } = await preparedKit();
  const kept = store.bytes();
  for (const secret of [passphrase, ...Object.values(secrets)]) {
    assert.equal(kept.indexOf(secret), -1);
    assert.equal(kept.indexOf(Buffer.from(secret, 'base64url')), -1);
  }
});

test('at the end of its session the locks go, and setting the clock back brings nothing back', async () => {
  const { kit, store, clock, passphrase } = await preparedKit();
  await kit.unlock(RINA, passphrase);
  clock.now = Date.parse(about.endsAt);
  await kit.tick();
  assert.equal(kindOf(kit), 'over');
  assert.equal(await store.count('locks'), 0);
  clock.now = MORNING;
  await kit.unlock(RINA, passphrase);
  assert.equal(kindOf(kit), 'over');
  assert.equal(kindOf(await openKit(store, () => MORNING)), 'over');
});

test('notices a clock that went back', async () => {
  const { kit, clock } = await preparedKit();
  clock.now = MORNING + 3_600_000;
  await kit.tick();
  assert.equal(kit.clockWentBack.value, false);
  clock.now = MORNING;
  await kit.tick();
  assert.equal(kit.clockWentBack.value, true);
});

test('a record that is put in another’s place does not open', async () => {
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  const sealed = await sealJson(key, 'entries/1', { n: 1 });
  assert.deepEqual(await unsealJson(key, 'entries/1', sealed), { n: 1 });
  await assert.rejects(unsealJson(key, 'entries/2', sealed));
});

test('passphrases are nine syllables, and none comes twice', () => {
  const drawn = new Set(Array.from({ length: 200 }, drawPassphrase));
  assert.equal(drawn.size, 200);
  for (const passphrase of drawn) assert.match(passphrase, /^(([bcdghjklmnprstwy][aeiou]){3}( |$)){3}$/);
});
