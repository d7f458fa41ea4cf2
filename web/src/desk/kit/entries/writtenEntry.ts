import { DECISION_REASONS } from '@jatidiri/core/activation/model.ts';
import { VOID_REASONS } from '@jatidiri/core/field/model.ts';
import * as v from 'valibot';
import { type Sealed, SealedRecord, sealJson, unsealJson } from '../sealed/seal.ts';

/** An entry as this kit keeps it, sealed: the signed one, and what its officers read in the list. */
export const WrittenEntry = v.object({
  n: v.number(),
  /** ISO instant. */
  at: v.string(),
  officer: v.string(),
  /** The signed entry: a compact JWS. */
  signed: v.string(),
  act: v.variant('kind', [
    v.object({
      kind: v.literal('accepted'),
      nik: v.string(),
      name: v.string(),
      card: v.nullable(v.string()),
    }),
    v.object({
      kind: v.literal('refused'),
      nik: v.string(),
      name: v.string(),
      reason: v.picklist(DECISION_REASONS),
    }),
    v.object({ kind: v.literal('void'), n: v.number(), reason: v.picklist(VOID_REASONS) }),
  ]),
  /** SHA-256 (base64url) of the photograph that lies beside it. */
  photo: v.nullable(v.string()),
  /** The place of its provisional card in the kit's status list. */
  statusIndex: v.nullable(v.number()),
});
export type WrittenEntry = v.InferOutput<typeof WrittenEntry>;
/** A decision about somebody: everything but a void. */
export type DecidedEntry = WrittenEntry & {
  readonly act: Exclude<WrittenEntry['act'], { kind: 'void' }>;
};

const entryPlace = (n: number): string => `entries/${n}`;
export const photoPlace = (n: number): string => `photos/${n}`;

export const sealEntry = (key: CryptoKey, entry: WrittenEntry): Promise<Sealed> =>
  sealJson(key, entryPlace(entry.n), entry);

/** Throws for what was not sealed here under this number. */
export async function unsealEntry(key: CryptoKey, n: IDBValidKey, kept: unknown): Promise<WrittenEntry> {
  const sealed = v.parse(SealedRecord, kept);
  return v.parse(WrittenEntry, await unsealJson(key, entryPlace(Number(n)), sealed));
}

export const isDecided = (entry: WrittenEntry): entry is DecidedEntry => entry.act.kind !== 'void';
