import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { gapsIn } from '@jatidiri/core/field/gaps.ts';
import { entryDigest, verifyKitEntry } from '@jatidiri/core/field/kitEntry.ts';
import { BackupContent } from '@jatidiri/core/field/wire.ts';
import { decryptJwe } from '@jatidiri/core/jose/jwe.ts';
import { fromUtf8, toBase64url } from '@jatidiri/core/kit/bytes.ts';
import { refuse } from '@jatidiri/core/kit/result.ts';
import { webSuite } from '@jatidiri/core/kit/webSuite.ts';
import * as v from 'valibot';
import { copiesIn, readBackup, writeBackup } from '../../src/desk/kit/entries/backup.ts';
import { countDay } from '../../src/desk/kit/entries/countDay.ts';
import { type NewEntry, openJournal } from '../../src/desk/kit/entries/journal.ts';
import type { KitStore } from '../../src/desk/kit/store/kitStore.ts';
import { about, backupPair, MORNING, openedKit } from './kitFixture.ts';

const suite = webSuite(crypto.subtle);
const NIK = '6472025702990001';
const NAME = 'SITI RAHMAWATI CONTOH';

async function accepted(card: number | null = null): Promise<NewEntry> {
  const image = new Uint8Array(randomBytes(400));
  const digest = toBase64url(await suite.sha256(image));
  return {
    act: {
      kind: 'decision',
      application: 'eyJ.of.the-telephone',
      photo: digest,
      record: null,
      decision: { kind: 'confirmOnDesk' },
      card,
    },
    shown: { kind: 'accepted', nik: NIK, name: NAME, card: null },
    photo: { digest, image },
  };
}
const voidOf = (n: number): NewEntry => {
  const act = { kind: 'void', n, reason: 'wrongPerson' } as const;
  return { act, shown: act };
};

async function openedJournal() {
  const opened = await openedKit();
  const { store, open, clock } = opened;
  const deps = { store, kit: open, deviceTime: () => clock.now };
  return { ...opened, deps, journal: await openJournal(deps) };
}

test('entries are numbered without gaps and chained, whatever is pressed at once', async () => {
  const { journal, jwk, deps } = await openedJournal();
  const pressed = await Promise.all(Array.from({ length: 12 }, async () => journal.append(await accepted())));
  assert.ok(pressed.every(({ ok }) => ok));
  const written = journal.entries.value;
  assert.deepEqual(
    gapsIn(
      written.map(({ n }) => ({ from: n, to: n })),
      12,
    ),
    [],
  );
  let prev: string | null = null;
  for (const { signed, n } of written) {
    const entry = await verifyKitEntry(signed, jwk, suite);
    assert.equal(entry?.n, n);
    assert.equal(entry?.prev, prev);
    prev = await entryDigest(suite, signed);
  }
  const again = await openJournal(deps);
  assert.deepEqual(again.entries.value, written);
});

test('a full disk loses nothing and takes no number', async () => {
  const { deps, journal } = await openedJournal();
  assert.ok((await journal.append(await accepted())).ok);
  const full: KitStore = { ...deps.store, write: async () => refuse({ code: 'storage/full' }) };
  const unlucky = await openJournal({ ...deps, store: full });
  assert.deepEqual(await unlucky.append(await accepted()), {
    ok: false,
    refusal: { code: 'storage/full' },
  });
  assert.equal(unlucky.entries.value.length, 1);
  const next = await (await openJournal(deps)).append(await accepted());
  assert.ok(next.ok && next.value.n === 2);
});

test('a second writer cannot take a number that is taken', async () => {
  const { deps, journal } = await openedJournal();
  const other = await openJournal(deps);
  assert.ok((await journal.append(await accepted())).ok);
  const late = await other.append(await accepted());
  assert.deepEqual(late, { ok: false, refusal: { code: 'storage/taken' } });
  const again = await other.append(await accepted());
  assert.ok(again.ok && again.value.n === 2);
});

test('no entry on another day, or by a clock that went back; voids count out what they take back', async () => {
  const { journal, clock } = await openedJournal();
  clock.now = MORNING + 3_600_000;
  assert.ok((await journal.append(await accepted())).ok);
  assert.ok((await journal.append(await accepted())).ok);
  clock.now = MORNING;
  assert.deepEqual(await journal.append(await accepted()), {
    ok: false,
    refusal: { code: 'kit/clock-back' },
  });
  clock.now = MORNING + 3_700_000;
  assert.ok((await journal.append(voidOf(1))).ok);
  assert.deepEqual(countDay(journal.entries.value, about.session.from as never), { accepted: 1, refused: 0 });
  clock.now = Date.parse('2026-11-27T00:00:00Z');
  assert.deepEqual(await journal.append(await accepted()), {
    ok: false,
    refusal: { code: 'kit/not-session-day' },
  });
});

test('nobody reads what was written but the open kit, and its backup but the server', async () => {
  const { store, journal, kit, clock } = await openedJournal();
  const entry = await accepted(7);
  const { photo } = entry;
  assert.ok((await journal.append(entry)).ok);
  for (const secret of [NIK, NAME, photo!.digest, photo!.image])
    assert.equal(store.bytes().indexOf(secret), -1);

  const backup = await readBackup(await writeBackup(store, about.kit));
  assert.equal(backup?.kit, about.kit);
  assert.equal(await readBackup(new Blob(['surat biasa'])), undefined);
  const opened = await decryptJwe(crypto.subtle, backupPair.privateKey, backup?.jwes[0] ?? '');
  const content = v.parse(BackupContent, JSON.parse(fromUtf8(opened!.plaintext)));
  assert.deepEqual(content.entries, [journal.entries.value[0]?.signed]);
  assert.equal(content.photos[photo!.digest], toBase64url(photo!.image));

  clock.now = Date.parse(about.endsAt);
  await kit.tick();
  assert.deepEqual([await store.count('entries'), await store.count('photos')], [0, 0]);
  assert.equal((await copiesIn(store)).length, 1, 'what was not sent outlives the keys');
});
