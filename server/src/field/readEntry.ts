import { verifyFieldApplication } from '@jatidiri/core/field/fieldApplication.ts';
import { entryDigest, kitEntryKey, verifyKitEntry } from '@jatidiri/core/field/kitEntry.ts';
import type { FieldApplication, KitEntry } from '@jatidiri/core/field/model.ts';
import type { FieldDeps } from './deps.ts';
import { findKitKey } from './kitKeyStore.ts';
import type { Kit } from './kitStore.ts';

/** An entry that a key of this kit has signed. */
export interface ReadEntry {
  readonly entry: KitEntry;
  readonly signed: string;
  readonly digest: string;
  /** What it decides about; null for a void, and where the telephone's signature does not hold. */
  readonly application: FieldApplication | null;
}

/** Undefined for whatever is no entry of this kit by the officer whose key signed it. */
export async function readEntry(
  { database, suite }: Pick<FieldDeps, 'database' | 'suite'>,
  kit: Kit,
  signed: string,
): Promise<ReadEntry | undefined> {
  const thumbprint = kitEntryKey(signed);
  const key = thumbprint ? await findKitKey(database.read, thumbprint) : undefined;
  if (key?.kit !== kit.id) return undefined;
  const entry = await verifyKitEntry(signed, key.jwk, suite);
  const fits =
    entry?.kit === kit.id &&
    entry.officer === key.officer &&
    entry.session === kit.session &&
    entry.office === kit.office;
  if (!entry || !fits) return undefined;
  const application =
    entry.act.kind === 'decision' ? await verifyFieldApplication(entry.act.application, suite) : undefined;
  return {
    entry,
    signed,
    digest: await entryDigest(suite, signed),
    application: application?.ok ? application.value : null,
  };
}
