import * as v from 'valibot';
import { type IsoDate, parseIsoDate } from '../kit/date.ts';
import { Personal } from '../kit/personal.ts';
import { PLAIN_LINE } from '../kit/plainLine.ts';
import { UUID } from '../kit/uuid.ts';
import { FAMILY_RELATIONS, MARITAL_STATUSES, SEXES } from '../registry/model.ts';
import { NikText } from '../registry/nikText.ts';
import { parseWilayahCode, type WilayahCode } from '../wilayah/model.ts';
import { CONSEQUENCES, COUNTED } from './consequences.ts';
import {
  COURT_GROUNDS,
  EVENT_WARNINGS,
  EVIDENCE_KINDS,
  GUARDIAN_GROUNDS,
  LIFE_EVENT_KINDS,
  ROLES_IN_EVENT,
} from './model.ts';

const uuid = v.pipe(v.string(), v.regex(UUID));
const day = v.pipe(
  v.string(),
  v.check((text) => parseIsoDate(text) !== undefined),
  v.transform((text) => text as IsoDate),
);
const text = (most: number) =>
  v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(most), v.regex(PLAIN_LINE));
const personal = <Kind extends string>(most: number) =>
  v.pipe(
    text(most),
    v.transform((value) => new Personal<string, Kind>(value)),
  );
/** Cards print names in capitals. */
const name = v.pipe(
  text(200),
  v.transform((value) => new Personal<string, 'name'>(value.toUpperCase())),
);
const few = v.pipe(v.array(NikText), v.maxLength(30), v.readonly());
const domicile = v.pipe(
  v.string(),
  v.check((code) => parseWilayahCode(code) !== undefined),
  v.transform((code) => code as WilayahCode),
);

const NewAddress = v.strictObject({ domicile, address: v.nullable(personal<'address'>(400)) });
const CardChoice = v.variant('kind', [
  v.strictObject({ kind: v.literal('new'), at: NewAddress }),
  v.strictObject({ kind: v.literal('join'), host: NikText }),
]);
const Remaining = v.nullable(
  v.variant('kind', [
    v.strictObject({ kind: v.literal('head'), next: NikText }),
    v.strictObject({ kind: v.literal('join'), host: NikText }),
  ]),
);
const Birth = v.strictObject({
  kind: v.literal('birth'),
  child: v.strictObject({ name, sex: v.picklist(SEXES), birthPlace: personal<'birthPlace'>(100) }),
  mother: v.nullable(NikText),
  father: v.nullable(NikText),
  carer: v.nullable(NikText),
});
const Newcomer = v.strictObject({
  nik: NikText,
  name,
  sex: v.picklist(SEXES),
  birthPlace: personal<'birthPlace'>(100),
  birthDate: v.pipe(
    day,
    v.transform((value) => new Personal<IsoDate, 'birthDate'>(value)),
  ),
  maritalStatus: v.picklist(MARITAL_STATUSES),
  religion: personal<'religion'>(100),
  occupation: text(100),
});

/** One event as the desk enters it; people by NIK. */
const Event = v.variant('kind', [
  Birth,
  v.strictObject({ kind: v.literal('death'), person: NikText, remaining: Remaining }),
  v.strictObject({
    kind: v.literal('marriage'),
    one: NikText,
    other: NikText,
    at: v.nullable(NewAddress),
    children: few,
    remaining: Remaining,
  }),
  v.strictObject({
    kind: v.literal('divorce'),
    stays: NikText,
    leaves: NikText,
    children: few,
    to: CardChoice,
  }),
  v.strictObject({ kind: v.literal('move'), members: few, to: CardChoice, remaining: Remaining }),
  v.strictObject({ kind: v.literal('moveOut'), members: few, remaining: Remaining }),
  v.strictObject({ kind: v.literal('moveIn'), person: Newcomer, to: CardChoice }),
  v.strictObject({ kind: v.literal('nameChange'), person: NikText, name }),
  v.strictObject({
    kind: v.literal('birthDateChange'),
    person: NikText,
    birthDate: Newcomer.entries.birthDate,
  }),
  v.strictObject({ kind: v.literal('recognition'), child: NikText, father: NikText }),
  v.strictObject({
    kind: v.literal('guardianship'),
    child: NikText,
    guardians: v.pipe(v.array(NikText), v.minLength(1), v.maxLength(2), v.readonly()),
    ground: v.picklist(COURT_GROUNDS),
  }),
  v.strictObject({ kind: v.literal('merge'), kept: NikText, retired: NikText, remaining: Remaining }),
]);

const Evidence = v.strictObject({ kind: v.picklist(EVIDENCE_KINDS), number: text(80) });

export const EventRequest = v.strictObject({
  /** Made by the desk: the same event sent twice is one. */
  id: uuid,
  on: day,
  evidence: Evidence,
  event: Event,
});
export type EventRequest = v.InferOutput<typeof EventRequest>;
/** What the desk sends. */
export type EventEntered = v.InferInput<typeof EventRequest>;

export const EventParams = v.strictObject({ id: uuid });
export const CorrectionRequest = v.strictObject({ id: uuid, evidence: Evidence });
export type CorrectionRequest = v.InferOutput<typeof CorrectionRequest>;

/** The parts of a record that an event may change, in the order in which they are shown. */
export const SHOWN_PARTS = [
  'name',
  'birthDate',
  'noKk',
  'relation',
  'maritalStatus',
  'address',
  'domicile',
  'life',
  'kia',
  'wajibKtp',
] as const;

/** Somebody concerned, with what changes; null where there was nothing, or where a number is given on confirming. */
const ChangedPerson = v.object({
  name: v.string(),
  /** Null: it is given on confirming. */
  nik: v.nullable(v.string()),
  role: v.picklist(ROLES_IN_EVENT),
  isNew: v.boolean(),
  parts: v.array(
    v.object({
      part: v.picklist(SHOWN_PARTS),
      before: v.nullable(v.string()),
      after: v.nullable(v.string()),
    }),
  ),
  /** What follows by itself, or has to be done. */
  follows: v.array(v.picklist(CONSEQUENCES)),
});

export const EventReply = v.object({
  people: v.array(ChangedPerson),
  guardians: v.array(v.object({ child: v.string(), guardians: v.array(v.string()) })),
  /** By how much the counts of each kelurahan/desa change. */
  counts: v.array(
    v.object({
      place: v.string(),
      changes: v.array(v.object({ count: v.picklist(COUNTED), by: v.number() })),
    }),
  ),
  warnings: v.array(v.picklist(EVENT_WARNINGS)),
});
export type EventReply = v.InferOutput<typeof EventReply>;

export const LookupRequest = v.strictObject({ nik: NikText });

const Member = v.object({
  nik: v.string(),
  name: v.string(),
  relation: v.picklist(FAMILY_RELATIONS),
  sex: v.picklist(SEXES),
  birthDate: v.string(),
  maritalStatus: v.picklist(MARITAL_STATUSES),
  life: v.picklist(['present', 'deceased', 'movedOut', 'annulled']),
  /** Until when the KIA is valid; null for who has none that is. */
  kiaUntil: v.nullable(v.string()),
});

export const FamilyReply = v.object({
  person: Member,
  noKk: v.string(),
  address: v.string(),
  domicile: v.string(),
  domicileName: v.string(),
  members: v.array(Member),
  /** Who answers for the person, where it is a child. */
  guardians: v.array(v.object({ name: v.string(), ground: v.picklist(GUARDIAN_GROUNDS) })),
  /** The newest first. */
  events: v.array(
    v.object({
      id: uuid,
      kind: v.picklist([...LIFE_EVENT_KINDS, 'correction']),
      on: v.string(),
      recordedAt: v.string(),
      officerName: v.string(),
      officeName: v.string(),
      evidence: v.object({ kind: v.picklist(EVIDENCE_KINDS), number: v.string() }),
      corrected: v.boolean(),
      /** Names: the child of a birth, both who marry. */
      whose: v.array(v.string()),
    }),
  ),
});
export type FamilyReply = v.InferOutput<typeof FamilyReply>;
