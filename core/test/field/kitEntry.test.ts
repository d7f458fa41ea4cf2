import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { DECISION_REASONS } from '@jatidiri/core/activation/model.ts';
import { gapsIn } from '@jatidiri/core/field/gaps.ts';
import { entryDigest, kitEntryKey, signKitEntry, verifyKitEntry } from '@jatidiri/core/field/kitEntry.ts';
import { type KitAct, type KitEntry, type KitId, VOID_REASONS } from '@jatidiri/core/field/model.ts';
import { signJws } from '@jatidiri/core/jose/jws.ts';
import { thumbprint } from '@jatidiri/core/jose/thumbprint.ts';
import { toBase64url } from '@jatidiri/core/kit/bytes.ts';
import fc from 'fast-check';
import { newSigner } from '../chain/issuerFixture.ts';
import { suite } from './fieldFixture.ts';

const [kitKey, stranger] = [await newSigner(), await newSigner()];
const kid = await thumbprint(suite, kitKey.publicJwk);
const anyDigest = fc.uint8Array({ minLength: 32, maxLength: 32 }).map(toBase64url);
const photo = toBase64url(new Uint8Array(32));

const anyAct = (n: number): fc.Arbitrary<KitAct> =>
  fc.oneof(
    fc.record({
      kind: fc.constant('decision' as const),
      application: fc.stringMatching(/^[A-Za-z0-9_.-]{0,900}$/),
      photo: anyDigest,
      record: fc.option(fc.uuid()),
      decision: fc.constant({ kind: 'confirmOnDesk' as const }),
      card: fc.option(fc.nat(131_071)),
    }),
    fc.record({
      kind: fc.constant('decision' as const),
      application: fc.stringMatching(/^[A-Za-z0-9_.-]{0,900}$/),
      photo: fc.option(anyDigest),
      record: fc.option(fc.uuid()),
      decision: fc.record({
        kind: fc.constant('refuse' as const),
        reason: fc.constantFrom(...DECISION_REASONS),
      }),
      card: fc.constant(null),
    }),
    ...(n > 1
      ? [
          fc.record({
            kind: fc.constant('void' as const),
            n: fc.integer({ min: 1, max: n - 1 }),
            reason: fc.constantFrom(...VOID_REASONS),
          }),
        ]
      : []),
  );

const anyEntry: fc.Arbitrary<KitEntry> = fc.integer({ min: 1, max: 1_000_000 }).chain((n) =>
  fc.record({
    kit: fc.uuid().map((id) => id as KitId),
    n: fc.constant(n),
    prev: n === 1 ? fc.constant(null) : anyDigest,
    session: fc.uuid(),
    officer: fc.uuid(),
    office: fc.uuid(),
    at: fc.integer({ min: 0, max: 4_000_000_000 }).map((seconds) => new Date(seconds * 1000)),
    act: anyAct(n),
  }),
);

test('any entry comes back as it was signed, and names its key', async () => {
  await fc.assert(
    fc.asyncProperty(anyEntry, async (entry) => {
      const compact = await signKitEntry(kitKey.sign, kid, entry);
      assert.equal(kitEntryKey(compact), kid);
      assert.deepEqual(await verifyKitEntry(compact, kitKey.publicJwk, suite), structuredClone(entry));
      assert.equal(await verifyKitEntry(compact, stranger.publicJwk, suite), undefined);
    }),
    { numRuns: 200 },
  );
});

const common = { kit: randomUUID(), n: 2, prev: photo, session: randomUUID(), officer: randomUUID() };
const payload = { ...common, office: randomUUID(), iat: 1_790_000_000 };
const decision = {
  kind: 'decision',
  application: 'a.b.c',
  photo,
  record: null,
  decision: 'confirmOnDesk',
  card: 3,
};
const MALFORMED: Record<string, object> = {
  'a void of itself': { act: { kind: 'void', n: 2, reason: 'wrongPerson' } },
  'a void without a reason': { act: { kind: 'void', n: 1 } },
  'a confirmation without a photograph': { act: { ...decision, photo: null } },
  'a refusal with a card': { act: { ...decision, decision: 'refuse', reason: 'faceDiffers' } },
  'a refusal without a reason': { act: { ...decision, decision: 'refuse', card: null } },
  'a decision that there is not': { act: { ...decision, decision: 'confirm' } },
  'a first entry with one before it': { n: 1, act: decision },
  'a later entry with none before it': { prev: undefined, act: decision },
  'a number that is none': { n: 0, act: decision },
  'a kit that is no UUID': { kit: 'kit', act: decision },
  'no act': {},
};
for (const [what, changes] of Object.entries(MALFORMED)) {
  test(`${what} is no entry`, async () => {
    const signed = await signJws(kitKey.sign, { typ: 'ikd-kit-entry+jwt', kid }, { ...payload, ...changes });
    assert.equal(await verifyKitEntry(signed, kitKey.publicJwk, suite), undefined);
  });
}

test('what is signed as an entry passes for nothing else, and nothing else for an entry', async () => {
  const good = { ...payload, act: decision };
  const entry = await signJws(kitKey.sign, { typ: 'ikd-kit-entry+jwt', kid }, good);
  assert.ok(await verifyKitEntry(entry, kitKey.publicJwk, suite));
  const attestation = await signJws(kitKey.sign, { typ: 'ikd-attestation+jwt', kid }, good);
  assert.equal(kitEntryKey(attestation), undefined);
  assert.equal(await verifyKitEntry(attestation, kitKey.publicJwk, suite), undefined);
});

test('the digest that chains is over the text as it was signed', async () => {
  assert.notEqual(await entryDigest(suite, 'a.b.c'), await entryDigest(suite, 'a.b.d'));
  assert.match(await entryDigest(suite, ''), /^47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU$/);
});

test('gaps and what is here together are every number once', () => {
  const anyRuns = fc.uniqueArray(fc.integer({ min: 1, max: 60 })).map((numbers) => {
    const runs: { from: number; to: number }[] = [];
    for (const n of numbers.sort((a, b) => a - b)) {
      const last = runs.at(-1);
      if (last?.to === n - 1) last.to = n;
      else runs.push({ from: n, to: n });
    }
    return runs;
  });
  const numbersIn = (runs: readonly { from: number; to: number }[]) =>
    runs.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, i) => from + i));
  fc.assert(
    fc.property(anyRuns, fc.nat(70), (runs, last) => {
      const highest = Math.max(0, last, ...runs.map(({ to }) => to));
      const all = [...numbersIn(runs), ...numbersIn(gapsIn(runs, last))].sort((a, b) => a - b);
      assert.deepEqual(
        all,
        Array.from({ length: highest }, (_, i) => i + 1),
      );
    }),
  );
  assert.deepEqual(
    gapsIn(
      [
        { from: 2, to: 3 },
        { from: 5, to: 5 },
      ],
      7,
    ),
    [
      { from: 1, to: 1 },
      { from: 4, to: 4 },
      { from: 6, to: 7 },
    ],
  );
});
