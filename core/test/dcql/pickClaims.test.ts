import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ClaimsPath } from '@jatidiri/core/dcql/model.ts';
import { pickClaims } from '@jatidiri/core/dcql/pickClaims.ts';
import { arthur } from './queries.ts';

const picked = (...paths: ClaimsPath[]) => pickClaims(arthur.claims, paths);

test('only what was asked for is kept, in its place', () => {
  assert.deepEqual(picked(), {});
  assert.deepEqual(picked(['name'], ['age']), { name: 'Arthur Dent', age: 42 });
  assert.deepEqual(picked(['address', 'locality']), { address: { locality: 'Milliways' } });
  assert.deepEqual(picked(['address', 'locality'], ['address']), { address: arthur.claims.address });
  assert.deepEqual(picked(['degrees', null, 'type']), {
    degrees: [{ type: 'Bachelor of Science' }, { type: 'Master of Science' }],
  });
  assert.deepEqual(picked(['nationalities', 1]), { nationalities: ['Betelgeusian'] });
  assert.deepEqual(picked(['unknown'], ['name', 'first']), { name: 'Arthur Dent' });
});
