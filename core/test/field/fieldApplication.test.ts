import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { inspect } from 'node:util';
import type { ActivationId } from '@jatidiri/core/activation/model.ts';
import {
  drawFieldApplication,
  fieldApplicationIn,
  verifyFieldApplication,
} from '@jatidiri/core/field/fieldApplication.ts';
import { signJws } from '@jatidiri/core/jose/jws.ts';
import { thumbprint } from '@jatidiri/core/jose/thumbprint.ts';
import { Personal } from '@jatidiri/core/kit/personal.ts';
import fc from 'fast-check';
import { NOW, newSigner } from '../chain/issuerFixture.ts';
import { applicationOf, suite } from './fieldFixture.ts';

const [handset, stranger] = [await newSigner(), await newSigner()];
const drawn = async (changes: Partial<ReturnType<typeof applicationOf>> = {}) =>
  drawFieldApplication(handset.sign, { ...applicationOf(handset, NOW), ...changes });
const codeOf = async (compact: string) => {
  const read = await verifyFieldApplication(compact, suite);
  return read.ok ? 'ok' : read.refusal.code;
};

test('a field application goes round with everything that the form takes, and prints none of it', async (t) => {
  const online = randomUUID() as ActivationId;
  const email = new Personal<string, 'email'>('siti.contoh@jatidiri.invalid');
  const asked = { ...applicationOf(handset, NOW), online, email };
  const text = await drawn(asked);
  t.diagnostic(`${text.length} characters with telephone and e-mail`);
  const compact = fieldApplicationIn(text);
  assert.ok(compact.ok);
  const read = await verifyFieldApplication(compact.value, suite);
  assert.ok(read.ok);
  const { device, nik, name, email: mail, phone, ...rest } = read.value;
  assert.deepEqual(rest, { id: asked.id, online, at: NOW });
  assert.equal(device.thumbprint, await thumbprint(suite, handset.publicJwk));
  assert.deepEqual(
    [nik, name, mail, phone].map((part) => part?.reveal()),
    ['6472025702990001', 'SITI RAHMAWATI CONTOH', 'siti.contoh@jatidiri.invalid', '+6281234567890'],
  );
  assert.doesNotMatch(inspect(read.value, { depth: 5 }), /SITI|6472025702990001|siti/);
});

test('telephone and e-mail may be missing', async () => {
  const text = await drawn({ phone: null, email: null });
  const read = await verifyFieldApplication(text.slice('IKDAPP:'.length), suite);
  assert.ok(read.ok && read.value.phone === null && read.value.email === null);
});

test('whatever one character of it is changed to, it is no field application any more', async () => {
  const compact = (await drawn()).slice('IKDAPP:'.length);
  await fc.assert(
    fc.asyncProperty(fc.nat(compact.length - 1), fc.constantFrom(...'ABCXYZabcxyz0189-_'), async (at, to) => {
      fc.pre(compact[at] !== to);
      assert.notEqual(await codeOf(compact.slice(0, at) + to + compact.slice(at + 1)), 'ok');
    }),
    { numRuns: 300 },
  );
});

test('a key in the header that did not sign, another type, a NIK that cannot be: each has its refusal', async () => {
  const payload = { jti: randomUUID(), iat: 1_790_000_000, nik: '6472025702990001', name: 'SITI' };
  const header = { typ: 'ikd-field-application+jwt', jwk: handset.publicJwk as never };
  const signed = (more: object, head = header) => signJws(handset.sign, head, { ...payload, ...more });
  assert.equal(await codeOf(await signJws(stranger.sign, header, payload)), 'field/application-forged');
  assert.equal(await codeOf(await signed({})), 'ok');
  const unreadable = [
    await signed({}, { ...header, typ: 'ikd-registration+jwt' }),
    await signed({ nik: '6472025702990000' }),
    await signed({ name: '123' }),
    await signed({ phone: '021 555' }),
    await signed({ email: 'nobody' }),
    await signed({ jti: 'one' }),
    await signed({ aid: 1 }),
    await signed({ iat: -1 }),
    `${'x'.repeat(3_000)}.e30.e30`,
  ];
  for (const compact of unreadable) assert.equal(await codeOf(compact), 'field/application-unreadable');
  const other = fieldApplicationIn('IKDREG:abc');
  assert.ok(!other.ok && other.refusal.code === 'field/qr-other-system');
});
