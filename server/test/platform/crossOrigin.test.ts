import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { createTestWorld, type TestWorld } from '../testWorld.ts';

const ID = '0190a5c0-0000-7000-8000-000000000000';
const ELSEWHERE = 'https://halaman.lain.invalid';

/** What a page of somebody else makes a visitor's browser do with our API: every endpoint that there is, also those to come. */
describe('a page of another origin', () => {
  let world: TestWorld;
  before(async () => {
    world = await createTestWorld();
  });
  after(async () => {
    await world.close();
    assert.deepEqual(world.faults, []);
  });

  const ours = () => world.app.endpoints.filter(({ path }) => path.startsWith('/api/'));
  const addressOf = (path: string) => path.replaceAll(/\{\w+\}/g, ID);

  test('reads no answer but what is the same for everybody', async () => {
    const open: string[] = [];
    for (const { method, path, caller } of ours()) {
      const answer = await world.app.inject({
        method,
        url: addressOf(path),
        headers: { origin: ELSEWHERE },
        ...(method === 'GET' ? {} : { payload: {} }),
      });
      assert.equal(answer.headers['x-content-type-options'], 'nosniff', path);
      assert.equal(answer.headers['access-control-allow-credentials'], undefined, path);
      if (answer.headers['access-control-allow-origin']) open.push(`${caller} ${method} ${path}`);
      else if (method !== 'GET') assert.equal(answer.headers['cache-control'], 'no-store', path);
    }
    assert.ok(open.length > 0);
    for (const one of open) assert.match(one, /^anyone GET /);
  });

  test('changes nothing by a form, which a browser sends without asking', async () => {
    for (const { method, path } of ours().filter((one) => one.method === 'POST')) {
      const url = addressOf(path);
      const headers = { origin: ELSEWHERE, 'content-type': 'application/x-www-form-urlencoded' };
      const form = await world.app.inject({ method, url, headers, payload: 'nik=1&decision=approve' });
      assert.ok(form.statusCode >= 400 && form.statusCode < 500, `${path}: ${form.statusCode}`);
      const text = { ...headers, 'content-type': 'text/plain' };
      const plain = await world.app.inject({ method, url, headers: text, payload: '{"nik":"1"}' });
      assert.ok(plain.statusCode >= 400 && plain.statusCode < 500, `${path}: ${plain.statusCode}`);
    }
  });

  test('is not told by a preflight that it may', async () => {
    for (const { method, path } of ours()) {
      const headers = { origin: ELSEWHERE, 'access-control-request-method': method };
      const answer = await world.app.inject({ method: 'OPTIONS', url: addressOf(path), headers });
      assert.equal(answer.headers['access-control-allow-methods'], undefined, path);
    }
  });
});
