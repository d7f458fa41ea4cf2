import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { sealer } from '../../src/platform/keys/sealer.ts';

function keyStore() {
  const secrets = new Map<string, Buffer>();
  const secret = (name: string, generation = 1) => {
    const key = `${name} ${generation}`;
    if (!secrets.has(key)) secrets.set(key, randomBytes(32));
    return secrets.get(key)!;
  };
  let newest = 1;
  return { secret, newest: () => newest, renew: () => ++newest };
}

describe('a sealer', () => {
  const keys = keyStore();
  const sealed = sealer(keys, 'photographs');

  it('opens what it sealed, whatever it was, and never seals twice alike', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3000 }), fc.string(), (plain, context) => {
        const one = sealed.seal(plain, context);
        assert.deepEqual(sealer(keys, 'photographs').open(one, context), Buffer.from(plain));
        assert.notDeepEqual(one, sealed.seal(plain, context));
      }),
    );
  });

  it('opens nothing that was altered, moved to another place, cut, or sealed by another key', () => {
    const plain = randomBytes(200);
    const one = sealed.seal(plain, 'here');
    fc.assert(
      fc.property(fc.nat(one.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const altered = Buffer.from(one);
        altered[at]! ^= change;
        assert.throws(() => sealed.open(altered, 'here'));
      }),
    );
    assert.throws(() => sealed.open(one, 'there'));
    assert.throws(() => sealed.open(one.subarray(0, -1), 'here'));
    assert.throws(() => sealer(keys, 'biometrics').open(one, 'here'));
    assert.throws(() => sealer(keyStore(), 'photographs').open(one, 'here'));
  });

  it('seals with the newest key, opens what older ones sealed, and wraps it anew without opening it', () => {
    const store = keyStore();
    const seals = sealer(store, 'photographs');
    const plain = randomBytes(200);
    const before = seals.seal(plain, 'here');
    store.renew();
    const now = seals.seal(plain, 'here');
    const rewrapped = seals.rewrap(before, 'here');
    assert.deepEqual([before[0], now[0], rewrapped[0]], [1, 2, 2]);
    for (const one of [before, now, rewrapped]) assert.deepEqual(seals.open(one, 'here'), plain);
    assert.deepEqual(
      rewrapped.subarray(-plain.length),
      before.subarray(-plain.length),
      'the object is as it was',
    );
    assert.throws(() => seals.rewrap(before, 'there'));
    const without = sealer({ secret: store.secret, newest: () => 1 }, 'photographs');
    assert.throws(() => without.open(now, 'here'), /not known/);
  });
});
