import assert from 'node:assert/strict';
import { test } from 'node:test';
import { entryDigest, verifyKitEntry } from '@jatidiri/core/field/kitEntry.ts';
import { webSuite } from '@jatidiri/core/kit/webSuite.ts';
import { openJournal } from '../../src/desk/kit/entries/journal.ts';
import { drawSigningSecret } from '../../src/desk/kit/sealed/kitKeys.ts';
import { lockWithPassphrase } from '../../src/desk/kit/sealed/lock.ts';
import { drawPassphrase } from '../../src/desk/kit/sealed/passphrase.ts';
import { about, BUDI, openedKit, RINA } from './kitFixture.ts';

const suite = webSuite(crypto.subtle);

test('two officers take turns on one kit: own passphrase, own key, one chain', async () => {
  const opened = await openedKit();
  const { kit, open, store, passphrase, clock, jwk } = opened;
  const budi = { passphrase: drawPassphrase(), ...(await drawSigningSecret()) };
  const lock = await lockWithPassphrase(BUDI, budi.passphrase, { ...open.shared, signing: budi.secret });
  assert.ok((await kit.admit(about.officers[1]!, lock)).ok);

  const write = async (officer: string, words: string) => {
    kit.lock();
    assert.ok((await kit.unlock(officer, words)).ok);
    const state = kit.state.value;
    assert.ok(state.kind === 'open' && state.officer.id === officer);
    const journal = await openJournal({ store, kit: state, deviceTime: () => clock.now });
    const appended = await journal.append({
      act: {
        kind: 'decision',
        application: 'eyJ.of.the-telephone',
        photo: null,
        record: null,
        decision: { kind: 'refuse', reason: 'faceDiffers' },
        card: null,
      },
      shown: { kind: 'refused', nik: '6472025702990001', name: 'SITI CONTOH', reason: 'faceDiffers' },
    });
    assert.ok(appended.ok);
    return appended.value;
  };
  const written = [
    await write(RINA, passphrase),
    await write(BUDI, budi.passphrase),
    await write(RINA, passphrase),
  ];
  let prev: string | null = null;
  for (const [i, { signed, officer }] of written.entries()) {
    const [own, other] = officer === RINA ? [jwk, budi.jwk] : [budi.jwk, jwk];
    const entry = await verifyKitEntry(signed, own, suite);
    assert.deepEqual([entry?.n, entry?.officer, entry?.prev], [i + 1, officer, prev]);
    assert.equal(await verifyKitEntry(signed, other, suite), undefined, 'nobody signs for the other');
    prev = await entryDigest(suite, signed);
  }
  kit.lock();
  assert.equal((await kit.unlock(BUDI, passphrase)).ok, false);
  assert.equal((await kit.unlock(RINA, budi.passphrase)).ok, false);
});
