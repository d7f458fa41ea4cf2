import type { Bytes } from '@jatidiri/core/kit/bytes.ts';
import { ok, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import * as v from 'valibot';
import { askPasskeySecret, type PasskeySecretCode } from '../../../shared/passkeySecret.ts';
import { KitSecrets } from './kitKeys.ts';
import { PASSPHRASE_ROUNDS, stretchPassphrase } from './passphrase.ts';
import { bytesRecord, SealedRecord, sealJson, unsealJson } from './seal.ts';

const SECRET_PURPOSE = 'jatidiri kit lock';

/**
 * One officer's lock: the secrets of the kit, sealed under what that officer alone brings to it.
 *
 *   passkey ─PRF(salt)→ HKDF ─┐
 *                             ├→ AES-256-GCM → keys of the kit, this officer's kit key
 *   passphrase ─PBKDF2(salt)──┘
 */
export const Lock = v.variant('kind', [
  v.object({ kind: v.literal('passkey'), credential: v.string(), salt: bytesRecord, sealed: SealedRecord }),
  v.object({ kind: v.literal('passphrase'), rounds: v.number(), salt: bytesRecord, sealed: SealedRecord }),
]);
export type Lock = v.InferOutput<typeof Lock>;

export type UnlockCode = PasskeySecretCode | 'kit/wrong-passphrase' | 'kit/wrong-passkey';
type Unlocked = Promise<Result<KitSecrets, { code: UnlockCode }>>;

/** @param officer sealed along: a lock opens nothing under another name */
export async function lockWithPassphrase(
  officer: string,
  passphrase: string,
  secrets: KitSecrets,
): Promise<Lock> {
  const salt = drawSalt();
  const key = await stretchPassphrase(passphrase, salt, PASSPHRASE_ROUNDS);
  const sealed = await sealJson(key, officer, secrets);
  return { kind: 'passphrase', rounds: PASSPHRASE_ROUNDS, salt, sealed };
}

/** Refused for a passkey that has no secret to give, or that is another officer's. */
export async function lockWithPasskey(
  officer: string,
  secrets: KitSecrets,
): Promise<Result<Lock, { code: UnlockCode }>> {
  const salt = drawSalt();
  const asked = await askPasskeySecret(salt, { purpose: SECRET_PURPOSE });
  if (!asked.ok) return asked;
  const { credential, owner, key } = asked.value;
  if (owner !== officer) return refuse({ code: 'kit/wrong-passkey' });
  return ok({ kind: 'passkey', credential, salt, sealed: await sealJson(key, officer, secrets) });
}

/** Nothing counts tries: whoever has the disk would not be counted either, and an officer cannot be shut out. */
export async function openLock(officer: string, lock: Lock, passphrase: string): Unlocked {
  if (lock.kind === 'passphrase') {
    const key = await stretchPassphrase(passphrase, lock.salt, lock.rounds);
    return open(officer, lock, key, 'kit/wrong-passphrase');
  }
  const asked = await askPasskeySecret(lock.salt, { credential: lock.credential, purpose: SECRET_PURPOSE });
  return asked.ok ? open(officer, lock, asked.value.key, 'kit/wrong-passkey') : asked;
}

async function open(officer: string, { sealed }: Lock, key: CryptoKey, wrong: UnlockCode): Unlocked {
  try {
    return ok(v.parse(KitSecrets, await unsealJson(key, officer, sealed)));
  } catch {
    return refuse({ code: wrong });
  }
}

const drawSalt = (): Bytes => crypto.getRandomValues(new Uint8Array(32));
