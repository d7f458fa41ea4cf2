import type { FieldRefusalCode } from '@jatidiri/core/field/refusals.ts';
import { BackupContent, type EntriesReply } from '@jatidiri/core/field/wire.ts';
import { decryptJwe } from '@jatidiri/core/jose/jwe.ts';
import { fromUtf8 } from '@jatidiri/core/kit/bytes.ts';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { Officer } from '@jatidiri/core/office/model.ts';
import * as v from 'valibot';
import { officerActor } from '../office/index.ts';
import type { FieldDeps } from './deps.ts';
import type { Kit } from './kitStore.ts';
import { type TakeDeps, takeEntries } from './takeEntries.ts';
import { takePhoto } from './takePhoto.ts';

type BackupDeps = TakeDeps & Pick<FieldDeps, 'backupKey'>;

/** A part of a kit's backup file, through the same door as what the kit itself sends: its entries, then its photographs. */
export async function takeBackup(
  deps: BackupDeps,
  officer: Officer,
  kit: Kit,
  jwe: string,
): Promise<Result<EntriesReply, Refusal<FieldRefusalCode>>> {
  const content = await open(deps, jwe);
  if (!content) return refuse({ code: 'field/backup-unreadable' });
  const actor = officerActor(officer);
  await takeEntries(deps, officer, kit, content.entries);
  for (const [digest, image] of Object.entries(content.photos)) {
    const bytes = Buffer.from(image, 'base64url');
    const taken = await takePhoto(deps, kit, { digest, offset: 0, size: bytes.length, bytes }, actor);
    if (!taken.ok) return taken;
  }
  return ok(await takeEntries(deps, officer, kit, content.entries));
}

async function open({ backupKey }: BackupDeps, jwe: string): Promise<BackupContent | undefined> {
  const { privateKey } = await backupKey();
  const opened = await decryptJwe(crypto.subtle, privateKey as CryptoKey, jwe);
  if (!opened) return undefined;
  try {
    const parsed = v.safeParse(BackupContent, JSON.parse(fromUtf8(opened.plaintext)));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}
