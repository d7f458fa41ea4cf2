import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { KitAct, KitEntry } from '@jatidiri/core/field/model.ts';
import { applicationBy, refusal } from '../fieldPeople.ts';
import { digestOf } from '../testKit.ts';
import { wordsOf } from './checks.ts';
import {
  activateAtDesk,
  type Decision,
  giveUp,
  holderOn,
  isOpen,
  photoArrives,
  release,
  settle,
} from './model.ts';
import { FULL_KIT, type HandedOver, type Village, type VillageKit } from './openVillage.ts';
import {
  bringHome,
  crash,
  race,
  raceWithPhoto,
  send,
  sendPhoto,
  sendWhole,
  upload,
  uploadTwice,
} from './uploads.ts';

type Step = (village: Village) => Promise<void>;

const KEPT_APPLICATIONS = 80;

/** A telephone shows its application. */
const handOver: Step = async ({ people, phones, pick, handedOver, world }) => {
  const [person, phone] = [pick(people), pick(phones)];
  const id = randomUUID();
  handedOver.push({
    id,
    compact: await applicationBy(phone.handset, person, world.clock.now, id),
    person,
    phone,
  });
  if (handedOver.length > KEPT_APPLICATIONS) handedOver.shift();
};

/** An officer decides, as often as not over an application that was decided before. */
const write: Step = async (village) => {
  const { kits, handedOver, pick, chance } = village;
  const own = pick(kits);
  if (own.decisions.length >= FULL_KIT) return bringHome(village, own);
  if (handedOver.length === 0) return handOver(village);
  const application = pick(handedOver);
  if (chance() < 0.12) {
    const said = { ...appliedIn(application), kind: 'refuse', card: null } as const;
    await keep(village, own, refusal(application.compact, 'faceDiffers'), said);
    return;
  }
  const { act, said } = confirmationOf(village, own, application, own.kit.nextCard());
  await keep(village, own, act, said);
};

const takeBack: Step = async (village) => {
  const own = village.pick(village.kits);
  const { length } = own.decisions;
  if (length === 0 || length >= FULL_KIT) return;
  const n = 1 + village.below(length);
  await keep(village, own, { kind: 'void', n, reason: 'decidedByMistake' }, { kind: 'void', n });
};

/** A kit that was copied writes under a number that the server has already. */
const fork: Step = async (village) => {
  const { kits, handedOver, pick, model } = village;
  const own = pick(kits);
  const known = own.decisions.filter(({ digest }) => model.entries.has(digest));
  if (known.length === 0 || handedOver.length === 0) return;
  const { n } = pick(known);
  const { act, said } = confirmationOf(village, own, pick(handedOver), null);
  const prev = n === 1 ? null : digestOf(own.kit.written[n - 2]!);
  const decision = await sign(village, own, act, said, { n, prev });
  own.kit.written.pop();
  await send(village, own, [{ ...decision, n, isFork: true }]);
};

/** Two kits decide over one person, one telephone or one application, and come home at the same moment. */
const meet: Step = async (village) => {
  const { kits, handedOver, pick, model } = village;
  const [one, other] = [pick(kits), pick(kits)];
  const isFull = [one, other].some(({ decisions }) => decisions.length >= FULL_KIT);
  if (one === other || isFull || handedOver.length === 0) return;
  const first = pick(handedOver);
  const rivals = handedOver.filter(({ person, phone }) => person === first.person || phone === first.phone);
  const sent = [];
  for (const [own, application] of [
    [one, first],
    [other, pick(rivals)],
  ] as const) {
    const { act, said } = confirmationOf(village, own, application, own.kit.nextCard());
    const decision = await keep(village, own, act, said);
    await sendWhole(village, own.kit, said.photo);
    photoArrives(model, own.kit.request.kit, said.photo);
    sent.push([own, decision] as const);
  }
  await race(village, sent[0]!, sent[1]!);
};

/** An entry and its photograph come home over two lines. */
const twoLines: Step = async (village) => {
  const own = village.pick(village.kits);
  const fresh = own.decisions.filter(({ digest }) => !village.model.entries.has(digest));
  if (fresh.length > 0) await raceWithPhoto(village, own, village.pick(fresh));
};

const appliedIn = ({ id, person, phone }: HandedOver) => ({
  application: id,
  person: person.nik,
  handset: phone.name,
});

function confirmationOf(
  { pick, pictures }: Village,
  { kit }: VillageKit,
  application: HandedOver,
  card: number | null,
) {
  const photo = kit.keepPhoto(pick(pictures));
  const decision = { kind: 'confirmOnDesk' } as const;
  const { compact } = application;
  const act: KitAct = { kind: 'decision', application: compact, photo, record: null, decision, card };
  return { act, said: { ...appliedIn(application), kind: 'confirm', photo, card } as const };
}

async function keep(
  village: Village,
  own: VillageKit,
  act: KitAct,
  said: Decision['act'],
): Promise<Decision> {
  const decision = await sign(village, own, act, said);
  own.decisions.push(decision);
  return decision;
}

async function sign(
  { newcomer, newcomerIsActive }: Village,
  { kit, signer, signed }: VillageKit,
  act: KitAct,
  said: Decision['act'],
  changes: Partial<KitEntry> = {},
): Promise<Decision> {
  const entry = await kit.write(act, changes);
  const digest = digestOf(entry);
  signed.set(digest, entry);
  const officerWasActive = signer !== newcomer || newcomerIsActive;
  const n = kit.written.length;
  return { kit: kit.request.kit, n, digest, isFork: false, officerWasActive, act: said };
}

/** With a network: an application, and more often than not an officer's desk. */
const atDesk: Step = async ({ people, phones, pick, chance, operator, model }) => {
  const [{ nik, name }, { handset, name: phone }] = [pick(people), pick(phones)];
  handset.state.id = randomUUID();
  const applied = await handset.apply({ nik, name });
  if (chance() < 0.5) return;
  if (applied.status !== 201) {
    assert.equal(activateAtDesk(model, nik, phone), false, applied.body.code);
    return;
  }
  await handset.sendSelfie();
  const decided = await operator.decide(await handset.qr(), { kind: 'confirmOnDesk' });
  assert.equal(decided.status === 200, activateAtDesk(model, nik, phone), JSON.stringify(decided.body));
};

const leaveHandset: Step = async ({ phones, pick, model }) => {
  const { handset, name } = pick(phones);
  const left = await handset.release();
  if (holderOn(model, name)) assert.equal(left.status, 200);
  release(model, name);
};

const ask: Step = async ({ phones, pick, model }) => {
  const { handset, name } = pick(phones);
  const { body } = await handset.call('GET', '/api/field/handover');
  if (holderOn(model, name)) assert.equal(body.state, 'accepted');
};

const actOnConflict: Step = async ({ kits, pick, chance, model, operator }) => {
  const { kit } = pick(kits);
  const known = model.ofKit.get(kit.request.kit) ?? [];
  const open = known.filter((digest) => isOpen(model.entries.get(digest)!.outcome));
  if (open.length === 0) return;
  const entry = model.entries.get(pick(open))!;
  const mayRetry = ['field/already-active', 'field/handset-busy'].includes(entry.outcome.code ?? '');
  const act =
    mayRetry && chance() < 0.8
      ? { kind: 'retry' }
      : { kind: 'giveUp', reason: 'Diputuskan dalam percobaan.' };
  const answer = await operator.call('POST', kit.path(`/entries/${entry.digest}/acts`), act);
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  if (act.kind === 'retry') settle(model, entry);
  else giveUp(model, entry.digest);
  assert.equal(wordsOf(answer.body.outcome), wordsOf(model.entries.get(entry.digest)!.outcome));
};

const suspendOrReinstate: Step = async (village) => {
  const { world, head, newcomer } = village;
  // Signed times are whole seconds: nothing is signed in the second of a suspension.
  world.later(1_000);
  village.newcomerIsActive = !village.newcomerIsActive;
  const url = `/api/office/officers/${newcomer.officer.id}/suspension`;
  const answer = await head.call('PUT', url, { suspended: !village.newcomerIsActive });
  assert.ok(answer.status < 300, JSON.stringify(answer.body));
  world.later(1_000);
};

const loseKit: Step = async ({ kits, pick, world, operator, model }) => {
  const { kit } = pick(kits);
  await kit.move({ kind: 'revoke', lostAt: world.clock.now.toISOString() }, operator);
  model.revoked.add(kit.request.kit);
};

/** How often each of a hundred or so. */
const STEPS: readonly { readonly weight: number; readonly step: Step }[] = [
  { weight: 22, step: handOver },
  { weight: 24, step: write },
  { weight: 4, step: takeBack },
  { weight: 1, step: fork },
  { weight: 18, step: upload },
  { weight: 4, step: uploadTwice },
  { weight: 4, step: meet },
  { weight: 3, step: twoLines },
  { weight: 3, step: crash },
  { weight: 24, step: sendPhoto },
  { weight: 4, step: atDesk },
  { weight: 6, step: leaveHandset },
  { weight: 4, step: ask },
  { weight: 4, step: actOnConflict },
  { weight: 0.3, step: suspendOrReinstate },
  { weight: 0.1, step: loseKit },
];
const ALL = STEPS.flatMap(({ weight, step }) => Array.from({ length: weight * 10 }, () => step));

/** One random step; now and then a second goes by. */
export async function takeStep(village: Village): Promise<void> {
  if (village.chance() < 0.3) village.world.later(1_000);
  const step = village.pick(ALL);
  village.count(step.name);
  await step(village);
}
