import type { IsoDate } from '../kit/date.ts';
import { Personal } from '../kit/personal.ts';
import { ok, type Result, refuse } from '../kit/result.ts';
import { ENTRY_KINDS } from '../registry/entryKinds.ts';
import type { Nik, NoKk, Resident, ResidentChange, ResidentId, Sex } from '../registry/model.ts';
import { nikWarnings } from '../registry/nik.ts';
import { changeOf } from '../registry/rules.ts';
import type { WilayahCode } from '../wilayah/model.ts';
import type { Added, EventPlan, EventWarning, EvidenceKind, GuardiansSet, RoleInEvent } from './model.ts';
import type { FamilyRefusal } from './refusals.ts';

/** Where new numbers come from: the registry's series, or stand-ins while an event is only looked at. */
export interface Numbers {
  readonly nik: (domicile: WilayahCode, birthDate: IsoDate, sex: Sex) => Nik;
  readonly noKk: (domicile: WilayahCode) => NoKk;
}

/** What a plan is made from: the records concerned, as they stand. */
export interface Facts {
  readonly today: IsoDate;
  readonly person: (nik: Nik) => Resident | undefined;
  /** Who lives here and stands on a card. */
  readonly family: (noKk: NoKk) => readonly Resident[];
  /** The guardians that are written down; an empty list leaves it to the family card. */
  readonly guardians: (child: ResidentId) => GuardiansSet['guardians'];
  /** The children for whom somebody is written down, each with all of its guardians. */
  readonly wards: (guardian: ResidentId) => readonly Ward[];
  readonly isDomicile: (code: WilayahCode) => boolean;
  readonly numbers: Numbers;
}

export interface Ward {
  readonly child: ResidentId;
  readonly guardians: GuardiansSet['guardians'];
}

interface Step {
  readonly role: RoleInEvent;
  readonly entry: string;
  readonly before: Resident;
  readonly after: Resident;
}

/** A plan being made. The first refusal stays, and what is tried after it changes nothing any more. */
export interface Draft {
  readonly facts: Facts;
  readonly on: IsoDate;
  readonly evidence: EvidenceKind;
  readonly steps: Map<ResidentId, Step>;
  readonly added: Added[];
  readonly named: Map<ResidentId, RoleInEvent>;
  readonly guardians: GuardiansSet[];
  readonly warnings: Set<EventWarning>;
  refusal?: FamilyRefusal;
}

/** When something happened, and on which kind of paper that rests. */
export interface Grounds {
  readonly on: IsoDate;
  readonly evidence: EvidenceKind;
}

export function newDraft(facts: Facts, { on, evidence }: Grounds): Draft {
  return {
    facts,
    on,
    evidence,
    steps: new Map(),
    added: [],
    named: new Map(),
    guardians: [],
    warnings: new Set(),
    ...(on > facts.today && { refusal: { code: 'registry/date-in-future', field: 'on' } }),
  };
}

export function object(draft: Draft, refusal: FamilyRefusal) {
  draft.refusal ??= refusal;
}

/** The person of this NIK as the plan leaves them so far. */
export function personOf(draft: Draft, nik: Nik, field: string): Resident | undefined {
  const person = draft.facts.person(nik);
  if (!person) object(draft, { code: 'family/person-unknown', field });
  return person && nowOf(draft, person);
}

export function nowOf(draft: Draft, person: Resident): Resident {
  return draft.steps.get(person.id)?.after ?? person;
}

/** One more change of somebody's record. All of one event become one version under the kind of the first. */
export function change(draft: Draft, person: Resident, role: RoleInEvent, what: ResidentChange) {
  const before = draft.steps.get(person.id)?.before ?? person;
  const next = changeOf(nowOf(draft, person), what, draft.facts.today);
  if (!next.ok) return object(draft, next.refusal);
  const known = draft.steps.get(person.id);
  const entry = known?.entry ?? ENTRY_KINDS[what.kind];
  draft.steps.set(person.id, { role: known?.role ?? role, entry, before, after: next.value });
}

/** Who still stands on a card and lives, as the plan leaves it so far. */
export function membersOf(draft: Draft, noKk: NoKk): Resident[] {
  const digits = noKk.reveal();
  const changed = [...draft.steps.values()].map(({ after }) => after);
  const all = new Map([...draft.facts.family(noKk), ...changed].map((one) => [one.id, nowOf(draft, one)]));
  return [...all.values()].filter((one) => one.noKk.reveal() === digits && one.life.kind === 'present');
}

/** Whether a part of a record says the same, also where it is wrapped or has parts of its own. */
export const sameValue = (one: unknown, other: unknown): boolean => plain(one) === plain(other);

const plain = (value: unknown): unknown =>
  value instanceof Personal
    ? value.reveal()
    : value === null
      ? null
      : typeof value === 'object'
        ? JSON.stringify(value)
        : value;

/** A NIK never changes, and may disagree with a birth date that does. */
function warnOfNik(draft: Draft) {
  for (const { before, after } of draft.steps.values())
    if (!sameValue(before.birthDate, after.birthDate) && nikWarnings(after).includes('birthDate'))
      draft.warnings.add('nikDisagrees');
}

export function finish(draft: Draft): Result<EventPlan, FamilyRefusal> {
  warnOfNik(draft);
  if (draft.refusal) return refuse(draft.refusal);
  return ok({
    changed: [...draft.steps.values()],
    added: draft.added,
    named: [...draft.named]
      .filter(([resident]) => !draft.steps.has(resident))
      .map(([resident, role]) => ({ resident, role })),
    guardians: draft.guardians,
    warnings: [...draft.warnings],
  });
}
