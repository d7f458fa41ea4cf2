import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { KeyedCopy } from '@jatidiri/core/holder/acceptCredential.ts';
import { heldCredentials, unusedCopies } from '@jatidiri/core/holder/copies.ts';
import { thumbprint } from '@jatidiri/core/jose/thumbprint.ts';
import { utf8 } from '@jatidiri/core/kit/bytes.ts';
import { webSuite } from '@jatidiri/core/kit/webSuite.ts';
import { type CopyStore, openCopyStore } from '../../src/wallet/copies/copyStore.ts';
import { keepPresentation, readPresentations } from '../../src/wallet/present/presentations.ts';
import { openVault } from '../../src/wallet/vault/vault.ts';
import { memoryStore } from './memoryStore.ts';

const NOW = new Date('2026-11-25T01:00:00Z');
const LATER = new Date('2027-01-01T00:00:00Z');
const suite = webSuite(crypto.subtle);

async function opened() {
  const store = memoryStore();
  const vault = await openVault(store);
  await vault.choosePin('482913');
  return { store, vault, copies: openCopyStore(store, vault, () => NOW) };
}

async function batch(copies: CopyStore, count: number, more: object = {}): Promise<KeyedCopy[]> {
  return Promise.all(
    Array.from({ length: count }, async () => {
      const key = await copies.newKey();
      const copy = {
        keyId: await thumbprint(suite, key.publicJwk),
        format: 'dc+sd-jwt' as const,
        type: 'urn:jatidiri:ikd:1',
        issuer: 'https://ikd.example',
        configurationId: 'ikd-sd-jwt',
        credential: 'rahasia~',
        authorityKeyIds: [],
        expiresAt: LATER,
        uses: 0,
        ...more,
      };
      return { copy, key };
    }),
  );
}

test('what was withdrawn goes, with its key, and nothing else', async () => {
  const { store, copies } = await opened();
  const [gone, kept] = await batch(copies, 2);
  await copies.keep([gone!, kept!]);
  await copies.drop(new Set([gone!.copy.keyId]));
  assert.deepEqual(
    (await copies.copies()).map(({ keyId }) => keyId),
    [kept!.copy.keyId],
  );
  assert.deepEqual(Object.keys((await store.get('handset', 'copyKeys')) as object), [kept!.copy.keyId]);
  await assert.rejects(copies.signerOf(gone!.copy.keyId), /gone/);
});

test('keeps copies sealed and their keys unexportable, through a lock and a reload', async () => {
  const { store, vault, copies } = await opened();
  const [first] = await batch(copies, 1);
  await copies.keep([first!]);
  assert.doesNotMatch(JSON.stringify(await store.get('vault', 'copies')), /rahasia/);

  vault.lock();
  assert.deepEqual(await copies.copies(), []);
  await vault.unlock('482913');
  const again = openCopyStore(store, vault, () => NOW);
  assert.deepEqual(await again.copies(), [first!.copy]);

  const sign = await again.signerOf(first!.copy.keyId);
  const signature = await sign(utf8('x'));
  assert.equal(await suite.verifyEs256(first!.key.publicJwk, utf8('x'), signature), true);
  const keys = (await store.get('handset', 'copyKeys')) as Record<string, CryptoKey>;
  await assert.rejects(crypto.subtle.exportKey('jwk', keys[first!.copy.keyId]!));
});

test('a new batch takes the place of used and expired copies, keys included; other cards stay', async () => {
  const { store, copies } = await opened();
  const [used, unused] = await batch(copies, 2);
  const [expired] = await batch(copies, 1, { expiresAt: NOW });
  const [other] = await batch(copies, 1, { configurationId: 'ikd-mdoc', uses: 1 });
  await copies.keep([used!, unused!, expired!, other!]);
  await copies.countUse([used!.copy.keyId]);
  const fresh = await batch(copies, 2);
  await copies.keep(fresh);

  const kept = (await copies.copies()).map(({ keyId }) => keyId);
  const expected = [unused!, other!, ...fresh].map(({ copy }) => copy.keyId);
  assert.deepEqual(kept.toSorted(), expected.toSorted());
  assert.deepEqual(
    Object.keys((await store.get('handset', 'copyKeys')) as object).toSorted(),
    kept.toSorted(),
  );
  const [sdJwt] = heldCredentials(await copies.copies(), NOW);
  assert.equal(unusedCopies(sdJwt!), 3);
  await assert.rejects(copies.signerOf(used!.copy.keyId));
});

test('a card that was issued anew takes the place of every earlier copy; another that ran out stays to be seen', async () => {
  const { copies } = await opened();
  const [unused] = await batch(copies, 1);
  const [over] = await batch(copies, 1, { configurationId: 'str', expiresAt: NOW });
  await copies.keep([unused!, over!]);
  const [anew] = await batch(copies, 1);
  await copies.replace([anew!]);
  assert.deepEqual(
    (await copies.copies()).map(({ keyId }) => keyId),
    [over!.copy.keyId, anew!.copy.keyId],
  );
});

test('nothing is kept once the vault is locked, and forgetting the PIN forgets the copies', async () => {
  const { store, vault, copies } = await opened();
  const received = await batch(copies, 1);
  vault.lock();
  await assert.rejects(copies.keep(received));
  await vault.destroy();
  assert.equal(await store.get('vault', 'copies'), undefined);
});

test('what was shown to whom is kept, the newest first', async () => {
  const { vault } = await opened();
  const shown = {
    at: NOW.toISOString(),
    host: 'clinic.example',
    elsewhere: true,
    claims: ['name'],
    outcome: 'sent' as const,
  };
  await keepPresentation(vault, { ...shown, verifier: 'Klinik' });
  await keepPresentation(vault, { ...shown, verifier: 'Bank', purpose: 'Buka rekening' });
  const names = (await readPresentations(vault)).map(({ verifier }) => verifier);
  assert.deepEqual(names, ['Bank', 'Klinik']);
  vault.lock();
  assert.deepEqual(await readPresentations(vault), []);
});
