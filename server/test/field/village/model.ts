/**
 * What must become of everything that telephones, kits and officers do, said as simply as it can be: maps, and rules
 * that look at them. It knows nothing of the server's rows, transactions or order of locks.
 */
interface Applied {
  readonly application: string;
  readonly person: string;
  readonly handset: string;
  readonly card: number | null;
}

/** What a kit wrote. */
export interface Decision {
  readonly kit: string;
  readonly n: number;
  readonly digest: string;
  readonly isFork: boolean;
  readonly officerWasActive: boolean;
  readonly act:
    | (Applied & { readonly kind: 'confirm'; readonly photo: string })
    | (Applied & { readonly kind: 'refuse' })
    | { readonly kind: 'void'; readonly n: number };
}

/** As the server words it: an outcome, with the code of a conflict or of what was given up. */
export interface Outcome {
  readonly kind: 'accepted' | 'waitsForPhoto' | 'conflict' | 'voided' | 'givenUp';
  readonly code: string | null;
}

export interface Entry extends Decision {
  readonly outcome: Outcome;
  /** The identity that came of it, by its number. */
  readonly made: number | null;
}

export interface Village {
  /** Which telephone holds a person's identity, and the how manieth identity of the village it is. */
  readonly active: Map<string, { readonly handset: string; readonly id: number }>;
  readonly entries: Map<string, Entry>;
  readonly ofKit: Map<string, readonly string[]>;
  readonly ofApplication: Map<string, readonly string[]>;
  /** Complete photographs that wait at the server, as `kit digest`. */
  readonly photos: Set<string>;
  readonly revoked: Set<string>;
  activations: number;
}

export const emptyVillage = (): Village => ({
  active: new Map(),
  entries: new Map(),
  ofKit: new Map(),
  ofApplication: new Map(),
  photos: new Set(),
  revoked: new Set(),
  activations: 0,
});

export const copyOf = (village: Village): Village => ({
  active: new Map(village.active),
  entries: new Map(village.entries),
  ofKit: new Map(village.ofKit),
  ofApplication: new Map(village.ofApplication),
  photos: new Set(village.photos),
  revoked: new Set(village.revoked),
  activations: village.activations,
});

const ACCEPTED: Outcome = { kind: 'accepted', code: null };
const conflict = (code: string): Outcome => ({ kind: 'conflict', code });
export const isOpen = ({ kind }: Outcome): boolean => kind === 'conflict' || kind === 'waitsForPhoto';

const entriesOf = (village: Village, index: ReadonlyMap<string, readonly string[]>, of: string): Entry[] =>
  (index.get(of) ?? []).map((digest) => village.entries.get(digest)!);

export const holderOn = (village: Village, handset: string): string | undefined =>
  [...village.active].find(([, on]) => on.handset === handset)?.[0];

/** An entry arrives, for the first time or again. */
export function arrive(village: Village, decision: Decision): Outcome {
  const known = village.entries.get(decision.digest);
  return known && known.outcome.kind !== 'waitsForPhoto' ? known.outcome : settle(village, decision);
}

/** Its outcome as of now, and what follows from it. */
export function settle(village: Village, decision: Decision): Outcome {
  const known = village.entries.get(decision.digest);
  const outcome = outcomeOf(village, decision);
  const { act } = decision;
  let made: number | null = null;
  if (outcome === ACCEPTED && act.kind === 'confirm') made = activate(village, act.person, act.handset);
  const entry = { ...decision, outcome, made };
  if (!known) remember(village, entry);
  village.entries.set(decision.digest, entry);
  if (outcome === ACCEPTED && act.kind === 'void') takeBack(village, decision.kit, act.n);
  if (!known || known.outcome.kind !== outcome.kind) tidyPhoto(village, entry);
  return outcome;
}

function remember({ ofKit, ofApplication }: Village, { digest, kit, act }: Entry): void {
  ofKit.set(kit, [...(ofKit.get(kit) ?? []), digest]);
  if (act.kind === 'void') return;
  ofApplication.set(act.application, [...(ofApplication.get(act.application) ?? []), digest]);
}

function activate(village: Village, person: string, handset: string): number {
  village.active.set(person, { handset, id: ++village.activations });
  return village.activations;
}

function outcomeOf(village: Village, { kit, n, act, isFork, digest, officerWasActive }: Decision): Outcome {
  const isVoided = entriesOf(village, village.ofKit, kit).some(
    (other) => other.act.kind === 'void' && other.act.n === n && other.outcome.kind === 'accepted',
  );
  if (isVoided && !isFork) return { kind: 'voided', code: null };
  if (village.revoked.has(kit)) return conflict('field/kit-revoked');
  if (isFork) return conflict('field/number-forked');
  if (!officerWasActive) return conflict('field/officer-suspended');
  if (act.kind === 'void') return ACCEPTED;
  const isDecided = entriesOf(village, village.ofApplication, act.application).some(
    (other) => other.digest !== digest && other.outcome.kind === 'accepted',
  );
  if (isDecided) return conflict('field/application-decided');
  if (act.kind === 'refuse') return ACCEPTED;
  if (!village.photos.has(`${kit} ${act.photo}`)) return { kind: 'waitsForPhoto', code: null };
  const on = village.active.get(act.person);
  if (on) return conflict(on.handset === act.handset ? 'field/application-decided' : 'field/already-active');
  return holderOn(village, act.handset) ? conflict('field/handset-busy') : ACCEPTED;
}

function takeBack(village: Village, kit: string, n: number): void {
  const target = entriesOf(village, village.ofKit, kit).find((entry) => entry.n === n && !entry.isFork);
  if (!target || target.act.kind === 'void') return;
  if (target.outcome.kind === 'voided' || target.outcome.kind === 'givenUp') return;
  if (target.made !== null && village.active.get(target.act.person)?.id === target.made)
    village.active.delete(target.act.person);
  const voided = { ...target, outcome: { kind: 'voided', code: null } as const };
  village.entries.set(target.digest, voided);
  tidyPhoto(village, voided);
}

/** A photograph stays as long as an entry that is not settled needs it. */
function tidyPhoto(village: Village, { kit, act }: Entry): void {
  if (act.kind !== 'confirm') return;
  if (!namesOf(village, kit, act.photo).some(({ outcome }) => isOpen(outcome)))
    village.photos.delete(`${kit} ${act.photo}`);
}

const namesOf = (village: Village, kit: string, photo: string): Entry[] =>
  entriesOf(village, village.ofKit, kit).filter(({ act }) => act.kind === 'confirm' && act.photo === photo);

/** One that only settled entries name is not kept: nobody needs it. */
export function wouldKeepPhoto(village: Village, kit: string, photo: string): boolean {
  const named = namesOf(village, kit, photo);
  return named.length === 0 || named.some(({ outcome }) => isOpen(outcome));
}

/** A whole photograph has arrived. */
export function photoArrives(village: Village, kit: string, photo: string): void {
  if (!wouldKeepPhoto(village, kit, photo)) return;
  const named = namesOf(village, kit, photo);
  village.photos.add(`${kit} ${photo}`);
  for (const { digest } of named.sort((one, other) => one.n - other.n)) {
    const entry = village.entries.get(digest)!;
    if (entry.outcome.kind === 'waitsForPhoto') settle(village, entry);
  }
}

/** The identity leaves the telephone. */
export function release(village: Village, handset: string): void {
  const person = holderOn(village, handset);
  if (person) village.active.delete(person);
}

/** An officer at a desk with a network makes an identity active; false where somebody or something is in the way. */
export function activateAtDesk(village: Village, person: string, handset: string): boolean {
  if (village.active.has(person) || holderOn(village, handset)) return false;
  activate(village, person, handset);
  return true;
}

export function giveUp(village: Village, digest: string): void {
  const entry = village.entries.get(digest)!;
  const code = entry.outcome.kind === 'conflict' ? entry.outcome.code : 'field/photo-missing';
  const given = { ...entry, outcome: { kind: 'givenUp', code } as const };
  village.entries.set(digest, given);
  tidyPhoto(village, given);
}

/** What the provisional card of an entry has to say in the status list: 0 valid, 1 withdrawn, 2 on hold. */
export function cardStatusOf(village: Village, entry: Entry): 0 | 1 | 2 {
  const { outcome, made, act, kit } = entry;
  if (outcome.kind === 'accepted')
    return act.kind === 'confirm' && village.active.get(act.person)?.id === made ? 0 : 1;
  if (outcome.kind === 'voided' || outcome.kind === 'givenUp' || village.revoked.has(kit)) return 1;
  return outcome.kind === 'conflict' ? 2 : 0;
}
