import assert from 'node:assert/strict';
import { assertOutcomes, checkKit, wordsOf } from './checks.ts';
import { arrive, copyOf, type Decision, photoArrives } from './model.ts';
import type { Village, VillageKit } from './openVillage.ts';

/** Some of what a kit wrote, in any order, with some that was sent before. */
function someOf({ below, pick }: Village, { decisions }: VillageKit): Decision[] {
  return Array.from({ length: Math.min(decisions.length, 1 + below(4)) }, () => pick(decisions));
}

function post({ operator }: Village, { kit, signed }: VillageKit, batch: readonly Decision[]) {
  const entries = batch.map(({ digest }) => signed.get(digest)!);
  return kit.sendEntries(entries, operator);
}

const outcomesNow = ({ model }: Village, batch: readonly Decision[]) =>
  batch.map(({ digest }) => model.entries.get(digest)!.outcome);

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
  const expected = batch.map((decision) => arrive(village.model, decision));
  for (const answer of answers) assertOutcomes(village, answer, batch, expected, outcomesNow(village, batch));
}

/** Two kits at the very same moment: the outcome is that of one order or the other. */
export async function race(village: Village): Promise<void> {
  const { model, kits, pick } = village;
  const [one, other] = [pick(kits), pick(kits)];
  if (one === other || one.decisions.length === 0 || other.decisions.length === 0) return;
  const [first, second] = [pick(one.decisions), pick(other.decisions)];
  const answers = await Promise.all([post(village, one, [first]), post(village, other, [second])]);
  const said = answers.map(({ body }) => wordsOf(body.entries[0].outcome)).join();
  const [forwards, backwards] = [copyOf(model), copyOf(model)];
  const inOrder = [arrive(forwards, first), arrive(forwards, second)].map(wordsOf).join();
  const reversed = [arrive(backwards, second), arrive(backwards, first)].reverse().map(wordsOf).join();
  assert.ok(said === inOrder || said === reversed, `${said}, not ${inOrder} or ${reversed}`);
  village.model = said === inOrder ? forwards : backwards;
}

const CUT_ALL =
  'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()';

/** Every connection to the database is cut in the middle; the kit does not know what arrived, and sends it once more. */
export async function crash(village: Village): Promise<void> {
  const { model, killer, kits, pick, below } = village;
  const own = pick(kits);
  const batch = someOf(village, own);
  const underWay = post(village, own, batch);
  for (let turns = below(60); turns > 0; turns--) await new Promise(setImmediate);
  await killer.query(CUT_ALL);
  const cut = await underWay;
  assert.ok(cut.status === 200 || cut.status === 503, `${cut.status}`);
  village.count(cut.status === 503 ? 'cut off' : 'cut too late');
  const expected = batch.map((decision) => arrive(model, decision));
  let again = await post(village, own, batch);
  // The pool may hand out connections of which nobody has noticed yet that they are gone.
  for (let tries = 0; again.status === 503 && tries < 20; tries++) again = await post(village, own, batch);
  assertOutcomes(village, again, batch, expected, outcomesNow(village, batch));
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

async function sendWhole({ operator }: Village, kit: VillageKit['kit'], photo: string): Promise<void> {
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
