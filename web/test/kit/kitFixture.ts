import assert from 'node:assert/strict';
import type { PublicJwk } from '@jatidiri/core/kit/suite.ts';
import type { KitAbout } from '../../src/desk/kit/about.ts';
import { openKit } from '../../src/desk/kit/kit.ts';
import { drawSharedSecrets, drawSigningSecret } from '../../src/desk/kit/sealed/kitKeys.ts';
import { lockWithPassphrase } from '../../src/desk/kit/sealed/lock.ts';
import { drawPassphrase } from '../../src/desk/kit/sealed/passphrase.ts';
import { memoryKitStore } from './memoryKitStore.ts';

export const RINA = '0190f0a0-0000-7000-8000-000000000001';
export const BUDI = '0190f0a0-0000-7000-8000-000000000002';
export const MORNING = Date.parse('2026-11-24T00:00:00Z');

/** The server's side of the copies. */
export const backupPair = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, false, [
  'deriveBits',
]);
const { x, y } = await crypto.subtle.exportKey('jwk', backupPair.publicKey);
const backupJwk: PublicJwk = { kty: 'EC', crv: 'P-256', x: x!, y: y! };

export const about: KitAbout = {
  kit: '0190f0a0-0000-7000-8000-000000000009',
  session: { id: RINA, place: 'Balai Desa Contoh', from: '2026-11-24', to: '2026-11-26' },
  office: { id: BUDI, name: 'Disdukcapil Contoh' },
  officers: [
    { id: RINA, name: 'Rina', kitKey: 'r'.repeat(43), certificate: '' },
    { id: BUDI, name: 'Budi', kitKey: 'b'.repeat(43), certificate: '' },
  ],
  preparedAt: '2026-11-23T08:00:00.000Z',
  endsAt: '2026-11-26T16:00:00.000Z',
  clockOffset: 0,
  seenAt: '2026-11-23T08:00:00.000Z',
  backupKey: { kid: 'backup', jwk: backupJwk },
};

/** A kit for Rina on a clock that the test sets, locked. */
export async function preparedKit() {
  const store = memoryKitStore();
  const clock = { now: MORNING };
  const kit = await openKit(store, () => clock.now);
  const passphrase = drawPassphrase();
  const { secret: signing, jwk } = await drawSigningSecret();
  const secrets = { ...drawSharedSecrets(), signing };
  const founded = await kit.found(about, await lockWithPassphrase(RINA, passphrase, secrets), []);
  assert.ok(founded.ok);
  return { store, clock, kit, passphrase, secrets, jwk };
}

/** The same, opened. */
export async function openedKit() {
  const prepared = await preparedKit();
  await prepared.kit.enter(RINA, prepared.secrets);
  const open = prepared.kit.state.value;
  assert.equal(open.kind, 'open');
  return { ...prepared, open };
}
