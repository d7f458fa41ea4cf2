import assert from 'node:assert/strict';
import { assertOutcomes, checkKit, wordsOf } from './checks.ts';
import {
  arrive,
  copyOf,
  type Decision,
  type Village as Model,
  photoArrives,
  wouldKeepPhoto,
} from './model.ts';
import type { Village, VillageKit } from './openVillage.ts';

/** Some of what a kit wrote, in any order, with some that was sent before. */
function someOf({ below, pick }: Village, { decisions }: VillageKit): Decision[] {
  return Array.from({ length: Math.min(decisions.length, 1 + below(4)) }, () => pick(decisions));
}

function post({ operator }: Village, { kit, signed }: VillageKit, batch: readonly Decision[]) {
  const entries = batch.map(({ digest }) => signed.get(digest)!);
  return kit.sendEntries(entries, operator);
}

const outcomesIn = ({ entries }: Model, batch: readonly Decision[]) =>
  batch.map(({ digest }) => entries.get(digest)!.outcome);

export async function send(village: Village, own: VillageKit, batch: readonly Decision[]): Promise<void> {
  const answer = await post(village, own, batch);
  const expected = batch.map((decision) => arrive(village.model, decision));
  assertOutcomes(village, answer, batch, expected);
}

export async function upload(village: Village): Promise<void> {
  const own = village.pick(village.kits);
  await send(village, own, someOf(village, own));
}

/** The same batch twice at once: whichever comes first, each entry is decided in the order of the batch. */
export async function uploadTwice(village: Village): Promise<void> {
  const own = village.pick(village.kits);
  const batch = someOf(village, own);
  const answers = await Promise.all([post(village, own, batch), post(village, own, batch)]);
  await takenOnceOrTwice(village, batch, answers);
}

/**
 * A batch was sent twice, together or after a cut. An entry that waits for its photograph is looked at again the second
 * time, and a later one of the batch may have decided its application by then: the rows say whether it has.
 */
async function takenOnceOrTwice(
  village: Village,
  batch: readonly Decision[],
  answers: readonly Awaited<ReturnType<typeof post>>[],
): Promise<void> {
  const once = copyOf(village.model);
  const first = batch.map((decision) => arrive(once, decision));
  const twice = copyOf(once);
  const second = batch.map((decision) => arrive(twice, decision));
  for (const answer of answers)
    assertOutcomes(village, answer, batch, first, outcomesIn(once, batch), second);
  await followServer(
    village,
    [once, twice],
    batch.map(({ digest }) => digest),
  );
}

/** Where more than one order was possible, the rows say which it was. With none of them the next check fails. */
async function followServer(
  village: Village,
  possible: readonly Model[],
  digests: readonly string[],
): Promise<void> {
  const { rows } = await village.world.database.pool.query(
    'select digest, outcome as kind, code from field_entry where digest = any($1)',
    [digests],
  );
  const isAs = ({ entries }: Model) =>
    rows.every((row) => wordsOf(row) === wordsOf(entries.get(row.digest)!.outcome));
  village.model = possible.find(isAs) ?? possible.at(-1)!;
}

/** Two kits at the very same moment: the outcome is that of one order or the other. */
export async function race(village: Village, [one, first]: Sent, [other, second]: Sent): Promise<void> {
  const { model } = village;
  const answers = await Promise.all([post(village, one, [first]), post(village, other, [second])]);
  const said = answers.map(({ body }) => wordsOf(body.entries[0].outcome)).join();
  const [forwards, backwards] = [copyOf(model), copyOf(model)];
  const inOrder = [arrive(forwards, first), arrive(forwards, second)].map(wordsOf).join();
  const reversed = [arrive(backwards, second), arrive(backwards, first)].reverse().map(wordsOf).join();
  assert.ok(said === inOrder || said === reversed, `${said}, not ${inOrder} or ${reversed}`);
  village.model = said === inOrder ? forwards : backwards;
}
type Sent = readonly [VillageKit, Decision];

/** An entry and its photograph at the very same moment: whichever comes first, it is decided with its photograph. */
export async function raceWithPhoto(village: Village, own: VillageKit, decision: Decision): Promise<void> {
  const { act, kit } = decision;
  if (act.kind !== 'confirm') return;
  // Coming first, a photograph that only settled entries name would not be kept: there either order is right.
  if (!wouldKeepPhoto(village.model, kit, act.photo)) return;
  const [answer] = await Promise.all([
    post(village, own, [decision]),
    sendWhole(village, own.kit, act.photo),
  ]);
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  // Others may wait for the same photograph: it is decided before them, after them, or in its turn.
  const { model } = village;
  const [inTurn, before, after] = [copyOf(model), copyOf(model), copyOf(model)];
  arrive(inTurn, decision);
  photoArrives(inTurn, kit, act.photo);
  before.photos.add(`${kit} ${act.photo}`);
  arrive(before, decision);
  photoArrives(before, kit, act.photo);
  photoArrives(after, kit, act.photo);
  arrive(after, decision);
  await followServer(village, [inTurn, before, after], inTurn.ofKit.get(kit)!);
  await checkKit(village, own);
}

const CUT_ALL =
  'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()';

/** Every connection to the database is cut in the middle; the kit does not know what arrived, and sends it once more. */
export async function crash(village: Village): Promise<void> {
  const { model, kits, pick, chance } = village;
  const own = pick(kits);
  const fresh = own.decisions.filter(({ digest }) => !model.entries.has(digest));
  if (fresh.length === 0 || chance() < 0.5) return crashWithPhoto(village, own);
  const batch = Array.from({ length: 3 }, () => pick(fresh));
  await cutOff(village, () => post(village, own, batch));
  const again = await untilServed(() => post(village, own, batch));
  await takenOnceOrTwice(village, batch, [again]);
}

async function crashWithPhoto(village: Village, { kit }: VillageKit): Promise<void> {
  const { model, operator, pick } = village;
  const photos = [...kit.photos.keys()];
  if (photos.length === 0) return;
  const photo = pick(photos);
  const sent = () => kit.sendPhoto(photo, { by: operator });
  await cutOff(village, sent);
  const again = await untilServed(sent);
  assert.equal(again.body.complete, true, JSON.stringify(again.body));
  photoArrives(model, kit.request.kit, photo);
}

/** Connections go at any moment, or a transaction fails with its commit. */
async function cutOff(village: Village, send: () => Promise<{ status: number }>): Promise<void> {
  const { killer, below, chance, count } = village;
  const atCommit = chance() < 0.5;
  if (atCommit) await killer.query('update failing_commits set rate = 0.5');
  const underWay = send();
  if (!atCommit) {
    for (let turns = below(60); turns > 0; turns--) await new Promise(setImmediate);
    await killer.query(CUT_ALL);
  }
  const { status } = await underWay;
  if (atCommit) await killer.query('update failing_commits set rate = 0');
  assert.ok(status === 200 || status === 503, `${status}`);
  count(status === 503 ? 'cut off' : 'cut too late');
}

/** The pool may hand out connections of which nobody has noticed yet that they are gone. */
async function untilServed<T extends { status: number }>(ask: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    const answer = await ask();
    if (answer.status !== 503 || tries > 20) return answer;
  }
}

/** A photograph, often in parts, sometimes left in the middle. */
export async function sendPhoto(village: Village): Promise<void> {
  const { operator, kits, pick, chance, below, model } = village;
  const { kit } = pick(kits);
  if (kit.photos.size === 0) return;
  const photo = pick([...kit.photos.keys()]);
  const { length } = kit.photos.get(photo)!;
  if (chance() < 0.4) await kit.sendPhoto(photo, { to: 1 + below(length - 1), by: operator });
  if (chance() < 0.2) return;
  await sendWhole(village, kit, photo);
  photoArrives(model, kit.request.kit, photo);
}

export async function sendWhole({ operator }: Village, kit: VillageKit['kit'], photo: string): Promise<void> {
  const { body } = await kit.sendPhoto(photo, { by: operator });
  assert.equal(body.complete, true, JSON.stringify(body));
}

/** Everything that a kit has comes home, and the next kit takes its place. */
export async function bringHome(village: Village, own: VillageKit): Promise<void> {
  const { operator, kits, model } = village;
  const { kit, decisions } = own;
  for (let at = 0; at < decisions.length; at += 20) await send(village, own, decisions.slice(at, at + 20));
  for (const photo of kit.photos.keys()) {
    await sendWhole(village, kit, photo);
    photoArrives(model, kit.request.kit, photo);
  }
  const { body } = await operator.call('GET', kit.path(`?last=${kit.written.length}`));
  assert.deepEqual([body.gaps, body.photosMissing], [[], []]);
  await checkKit(village, own);
  kits[kits.indexOf(own)] = await village.newKit();
}
