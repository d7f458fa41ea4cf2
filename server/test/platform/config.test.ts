import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readConfig } from '../../src/platform/config.ts';

test('a demonstration is the default on this machine alone; under a public address it has to be said', () => {
  assert.equal(readConfig({}).demo, true);
  assert.equal(readConfig({ PUBLIC_ORIGIN: 'http://ikd.localhost:9000' }).demo, true);
  const PUBLIC_ORIGIN = 'https://ikd.example.go.id';
  assert.throws(() => readConfig({ PUBLIC_ORIGIN }), /DEMO=0 in earnest/);
  assert.equal(readConfig({ PUBLIC_ORIGIN, DEMO: '0' }).demo, false);
  const shown = readConfig({ PUBLIC_ORIGIN, DEMO: '1' });
  assert.equal(shown.demo, true);
  assert.equal(shown.counterPage, true);
});

test('a wrong setting is named, and its value is not repeated', () => {
  assert.throws(
    () => readConfig({ PORT: 'rahasia' }),
    (error: Error) => /PORT/.test(error.message) && !/rahasia/.test(error.message),
  );
});
