import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ApplicationStatus } from '@jatidiri/core/activation/wire.ts';
import { ok, refuse } from '@jatidiri/core/kit/result.ts';
import { openApplication } from '../../src/wallet/application.ts';
import type { Handset } from '../../src/wallet/handset/handset.ts';
import { memoryStore } from './memoryStore.ts';

const id = '0198c0de-0000-7000-8000-000000000001';
const active: ApplicationStatus = {
  id,
  state: 'active',
  expiresAt: '2026-12-01T00:00:00.000Z',
  hasEmail: true,
  office: 'Kota Samarinda',
  refusedFor: null,
  endedFor: null,
};
const ended: ApplicationStatus = { ...active, state: 'ended', endedFor: 'released' };

test('an answer that was under way during a release does not bring the identity back', async () => {
  const replies = new Map<string, (body: ApplicationStatus) => void>();
  const call: Handset['call'] = ({ path, parse }) =>
    new Promise((resume) => replies.set(path, (body) => resume(ok(parse(body)))));
  const store = memoryStore();
  await store.put('application', 'status', active);
  const application = await openApplication({ store, call });

  const refreshing = application.refresh();
  const releasing = application.release();
  replies.get('/api/activation/release')!(ended);
  await releasing;
  replies.get(`/api/activation/applications/${id}`)!(active);
  await refreshing;

  assert.equal(application.status.value?.state, 'ended');
  assert.deepEqual(await store.get('application', 'status'), ended);
});

test('of two questions under way, the one that learns of the end counts, in either order', async () => {
  for (const order of [
    [0, 1],
    [1, 0],
  ]) {
    const replies: ((body: ApplicationStatus) => void)[] = [];
    const call: Handset['call'] = ({ parse }) =>
      new Promise((resume) => replies.push((body) => resume(ok(parse(body)))));
    const store = memoryStore();
    await store.put('application', 'status', active);
    const application = await openApplication({ store, call });
    const asking = [application.refresh(), application.refresh()];
    for (const which of order) {
      replies[which]!(which === 0 ? active : ended);
      await asking[which];
    }
    assert.equal(application.status.value?.state, 'ended', order.join());
  }
});

test('what the office ended is learnt by asking', async () => {
  const store = memoryStore();
  await store.put('application', 'status', active);
  const application = await openApplication({
    store,
    call: async ({ parse }) => ok(parse({ ...ended, endedFor: 'lost' })),
  });
  await application.refresh();
  assert.equal(application.status.value?.endedFor, 'lost');
});

test('what an older version of the wallet left on the handset is read on: form, selfie, standing', async () => {
  const store = memoryStore();
  const form = { nik: '6472035203919901', name: 'SITI CONTOH', email: '', phone: '0812' };
  await store.put('application', 'draft', { id, ...form, sent: form });
  await store.put('application', 'selfie', new Blob(['a photo']));
  await store.put('application', 'status', { ...active, state: 'dataVerified', office: null });
  const application = await openApplication({ store, call: () => new Promise(() => {}) });
  assert.equal(application.draft.value?.name, form.name);
  assert.equal(application.draft.value?.pending, undefined, 'nothing is sent by itself that was not pressed');
  assert.equal(application.selfie.value?.size, 7);
  assert.equal(application.selfieSent.value, 0);
  assert.equal(application.status.value?.state, 'dataVerified');
});

test('a selfie is kept as bytes until it is sent, and goes on after a reload', async () => {
  const store = memoryStore();
  await store.put('application', 'status', { ...active, state: 'dataVerified', office: null });
  const call: Handset['call'] = () => new Promise(() => {});
  const application = await openApplication({ store, call });
  void application.sendSelfie(new Blob(['a photo'], { type: 'image/webp' }));
  while (!(await store.get('application', 'selfie'))) await new Promise(setImmediate);
  assert.ok(!((await store.get('application', 'selfie')) instanceof Blob));
  const { value } = (await openApplication({ store, call })).selfie;
  assert.deepEqual([await value?.text(), value?.type], ['a photo', 'image/webp']);
});

test('a browser that keeps no photo sends it all the same', async () => {
  const store = memoryStore();
  await store.put('application', 'status', { ...active, state: 'dataVerified', office: null });
  const full = {
    ...store,
    put: (...[name, key, value]: Parameters<typeof store.put>) =>
      key === 'selfie' ? Promise.reject(new Error('QuotaExceededError')) : store.put(name, key, value),
  };
  const sent = Promise.withResolvers<string>();
  const call: Handset['call'] = ({ path }) => {
    sent.resolve(path);
    return new Promise(() => {});
  };
  const application = await openApplication({ store: full, call });
  void application.sendSelfie(new Blob(['a photo']));
  assert.match(await sent.promise, /selfie\/.+offset=0&size=7/);
});

test('a form that was sent again and refused is not sent once more by itself', async () => {
  const store = memoryStore();
  const form = { nik: '6472035203919901', name: 'SALAH', email: '', phone: '0812' };
  await store.put('application', 'draft', { id, ...form, sent: form, pending: true });
  const mismatch = { code: 'activation/data-mismatch', detail: '', status: 422 };
  const application = await openApplication({ store, call: async () => refuse(mismatch) });
  assert.equal((await application.submit()).ok, false);
  assert.ok(!application.draft.value?.pending);
  assert.equal(application.draft.value?.id, id, 'the same entries are the same application');
});
