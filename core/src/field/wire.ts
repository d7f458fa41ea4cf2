import * as v from 'valibot';
import { DECISION_REASONS } from '../activation/model.ts';
import { PublicJwkSchema } from '../kit/publicJwk.ts';
import { UUID } from '../kit/uuid.ts';
import { SEXES } from '../registry/model.ts';
import { ACTS, type ConflictCode, conflicts, OUTCOMES } from './conflicts.ts';
import { MAX_CARDS, MAX_ENTRIES_AT_ONCE, MAX_ENTRY_CHARACTERS, MAX_PHOTO_BYTES } from './model.ts';

const uuid = v.pipe(v.string(), v.regex(UUID));
const instant = v.pipe(v.string(), v.isoTimestamp());
const day = v.pipe(v.string(), v.isoDate());
const digest = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const text = (most: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(most));
const list = <Item extends v.GenericSchema>(item: Item) => v.pipe(v.array(item), v.readonly());
const few = <Item extends v.GenericSchema>(item: Item, most: number) =>
  v.pipe(v.array(item), v.maxLength(most), v.readonly());
/** As the query string has it. */
const numberText = (most: number) =>
  v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number), v.maxValue(most));
const conflictCode = v.picklist(Object.keys(conflicts) as ConflictCode[]);

export const KitParams = v.strictObject({ kit: uuid });
export const KitPhotoParams = v.strictObject({ kit: uuid, digest });
export const KitEntryParams = v.strictObject({ kit: uuid, digest });

/** Whom the kit expects, so that it can show their record without a network. */
export const Expected = v.variant('kind', [
  v.strictObject({ kind: v.literal('nobody') }),
  v.strictObject({
    kind: v.literal('kelurahan'),
    wilayah: v.pipe(v.string(), v.regex(/^\d{2}\.\d{2}\.\d{2}\.\d{4}$/)),
  }),
  /** Such as a campus has them. NIKs that nobody has are left out without a word. */
  v.strictObject({ kind: v.literal('list'), niks: few(v.pipe(v.string(), v.regex(/^\d{16}$/)), 5_000) }),
]);
export type Expected = v.InferOutput<typeof Expected>;

/** Prepares a kit with the key of the officer who is signed in. The same request again gets the same answer. */
export const KitRequest = v.strictObject({
  /** Made by the kit. */
  kit: uuid,
  session: uuid,
  /** What stands on the laptop's sticker, so that people know which one is meant. */
  label: text(60),
  key: PublicJwkSchema,
  /** How many provisional cards it may make. */
  cards: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_CARDS)),
  expected: Expected,
});
export type KitRequest = v.InferOutput<typeof KitRequest>;

/** A further officer of the same office, signed in on the same kit, with a key of their own. */
export const KitKeyRequest = v.strictObject({ key: PublicJwkSchema });
export type KitKeyRequest = v.InferOutput<typeof KitKeyRequest>;

const KitKey = v.object({
  /** RFC 7638 thumbprint: `kid` of the entries that it signs. */
  thumbprint: digest,
  officer: v.object({ id: uuid, name: v.string() }),
  /** The session certificate over the key, base64 DER. */
  certificate: v.string(),
});

/** Everything that a kit needs to work until it comes home, but for the residents. */
export const KitReply = v.object({
  kit: uuid,
  session: v.object({ id: uuid, place: v.string(), wilayah: v.string(), from: day, to: day }),
  office: v.object({ id: uuid, name: v.string() }),
  /** The key of whoever asked. */
  key: KitKey,
  /** Root certificates, PEM. */
  roots: list(v.string()),
  /** Places for the status of provisional cards, to be used in this order. */
  cards: v.object({ uri: v.string(), indices: list(count) }),
  /** To this key the backup file is encrypted (JWE, ECDH-ES with A256GCM). */
  backupKey: v.object({ kid: v.string(), jwk: PublicJwkSchema }),
  serverTime: instant,
});
export type KitReply = v.InferOutput<typeof KitReply>;

export const ResidentsQuery = v.strictObject({ after: v.optional(uuid) });

/** The least that serves an officer in front of the person. */
export const KitResident = v.object({
  nik: v.string(),
  name: v.string(),
  birthDate: day,
  sex: v.picklist(SEXES),
  /** Whether the KTP-el has been recorded: the precondition of an activation. */
  recorded: v.boolean(),
  /** Whether an identity is active somewhere already. */
  active: v.boolean(),
  /** Goes into the entry as `record`. */
  version: v.string(),
  /** The recorded photograph, small (image/webp, base64url); null when there is none. */
  photo: v.nullable(v.string()),
});
export type KitResident = v.InferOutput<typeof KitResident>;

/** A page; the next one comes with `?after=next`. */
export const ResidentsReply = v.object({
  residents: list(KitResident),
  next: v.nullable(uuid),
  total: count,
});
export type ResidentsReply = v.InferOutput<typeof ResidentsReply>;

/** A part of a photograph (`?offset=…&size=…`, body image/webp or image/jpeg as bytes), in order from 0. */
export const PhotoQuery = v.strictObject({
  offset: numberText(MAX_PHOTO_BYTES),
  size: v.pipe(numberText(MAX_PHOTO_BYTES), v.minValue(1)),
});
export const PhotoReply = v.object({ received: count, complete: v.boolean() });
export type PhotoReply = v.InferOutput<typeof PhotoReply>;

const EntryOutcomeShown = v.object({
  kind: v.picklist(OUTCOMES),
  code: v.nullable(v.union([conflictCode, v.literal('field/photo-missing')])),
});

/** Signed entries, in any order, as often as one likes. */
export const EntriesRequest = v.strictObject({
  entries: few(v.pipe(v.string(), v.maxLength(MAX_ENTRY_CHARACTERS)), MAX_ENTRIES_AT_ONCE),
});
export type EntriesRequest = v.InferOutput<typeof EntriesRequest>;

/** What became of each, in the order in which they were sent; null for what is no entry of this kit. */
export const EntriesReply = v.object({
  entries: list(v.nullable(v.object({ digest, n: count, outcome: EntryOutcomeShown }))),
});
export type EntriesReply = v.InferOutput<typeof EntriesReply>;

/** The kit's backup: a compact JWE around `{ entries: string[], photos: { [digest]: base64url } }`, in parts of any size. */
export const BackupRequest = v.strictObject({ jwe: v.pipe(v.string(), v.maxLength(1024 * 1024)) });
export type BackupRequest = v.InferOutput<typeof BackupRequest>;
export const BackupContent = v.object({
  entries: few(v.pipe(v.string(), v.maxLength(MAX_ENTRY_CHARACTERS)), MAX_ENTRIES_AT_ONCE),
  photos: v.record(digest, v.string()),
});
export type BackupContent = v.InferOutput<typeof BackupContent>;

export const KIT_STATES = ['prepared', 'eraseOrdered', 'erased', 'revoked'] as const;

export const KitShown = v.object({
  kit: uuid,
  label: v.string(),
  state: v.picklist(KIT_STATES),
  session: v.object({ id: uuid, place: v.string(), from: day, to: day, state: v.string() }),
  officers: list(v.object({ id: uuid, name: v.string() })),
  preparedAt: instant,
  seenAt: instant,
  /** How many residents' records it was given, and places for provisional cards. */
  carried: count,
  cards: count,
  /** Entries by what became of them. */
  entries: v.object({
    accepted: count,
    waitsForPhoto: count,
    conflict: count,
    voided: count,
    givenUp: count,
  }),
  gaps: list(v.object({ from: count, to: count })),
});
export type KitShown = v.InferOutput<typeof KitShown>;
export const KitList = v.object({ kits: list(KitShown) });
export type KitList = v.InferOutput<typeof KitList>;

/** What a kit asks at each contact, and tells: `?last=` is the number of the last entry that it wrote. */
export const KitStatusQuery = v.strictObject({ last: v.optional(numberText(1_000_000)) });
export const KitStatusReply = v.object({
  ...KitShown.entries,
  /** Photographs that entries name and that have not arrived. */
  photosMissing: list(digest),
  /** What the kit has to do now: erase itself once everything it has is accepted or an officer decides so. */
  command: v.nullable(v.literal('erase')),
  serverTime: instant,
});
export type KitStatusReply = v.InferOutput<typeof KitStatusReply>;

/** What a kit asks by its number alone, whoever opens it. */
export const KitOrderReply = v.object({ erase: v.boolean() });
export type KitOrderReply = v.InferOutput<typeof KitOrderReply>;

/** The thumbprint of the kit key that drew a badge. */
export const BadgeParams = v.strictObject({ digest });
export const BadgeStanding = v.object({ good: v.boolean() });
export type BadgeStanding = v.InferOutput<typeof BadgeStanding>;

/** `erase`: at the next contact; `erased`: the kit says that it has; `revoke`: it was lost, with when. */
export const KitMove = v.variant('kind', [
  v.strictObject({ kind: v.literal('erase') }),
  v.strictObject({ kind: v.literal('erased') }),
  v.strictObject({ kind: v.literal('revoke'), lostAt: instant }),
]);
export type KitMove = v.InferOutput<typeof KitMove>;

export const EntryListQuery = v.strictObject({
  kind: v.optional(v.picklist(OUTCOMES)),
  after: v.optional(numberText(1_000_000)),
});
/** One entry as the office sees it. The person's NIK and name are in it: asking is written down. */
export const EntryShown = v.object({
  digest,
  n: count,
  at: instant,
  officer: v.object({ id: uuid, name: v.string() }),
  outcome: EntryOutcomeShown,
  acts: list(v.picklist(ACTS)),
  decision: v.nullable(v.picklist(['confirmOnDesk', 'refuse'])),
  applicant: v.nullable(v.object({ nik: v.string(), name: v.string() })),
});
export type EntryShown = v.InferOutput<typeof EntryShown>;
export const EntryList = v.object({ entries: list(EntryShown), next: v.nullable(count) });
export type EntryList = v.InferOutput<typeof EntryList>;

export const EntryAct = v.variant('kind', [
  v.strictObject({ kind: v.literal('retry') }),
  v.strictObject({ kind: v.literal('release'), reason: v.pipe(text(500), v.minLength(10)) }),
  v.strictObject({ kind: v.literal('giveUp'), reason: v.pipe(text(500), v.minLength(10)) }),
]);
export type EntryAct = v.InferOutput<typeof EntryAct>;
export const EntryActReply = v.object({ outcome: EntryOutcomeShown });
export type EntryActReply = v.InferOutput<typeof EntryActReply>;

/** What a telephone asks by its device key at the next contact. */
export const HandoverReply = v.variant('state', [
  /** The identity is active: fetch the full credential in place of the provisional card. */
  v.object({ state: v.literal('accepted'), activation: uuid }),
  /** Not home yet, or an officer is still at it. */
  v.object({ state: v.literal('waiting') }),
  v.object({
    state: v.literal('refused'),
    /** The officer's reason, or why the office gave the entry up (`handoverTexts` says what to do). */
    because: v.union([
      v.picklist(DECISION_REASONS),
      conflictCode,
      v.picklist(['field/photo-missing', 'field/voided']),
    ]),
  }),
]);
export type HandoverReply = v.InferOutput<typeof HandoverReply>;
