import { ok, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import { countTry, noticeClock, type PinTries, waitBeforeTry } from '@jatidiri/core/pin/tries.ts';
import { type ReadonlySignal, signal } from '@preact/signals';
import * as v from 'valibot';
import { alone } from '../../shared/alone.ts';
import type { PasskeySecret } from '../../shared/passkeySecret.ts';
import type { WalletStore } from '../handset/walletStore.ts';
import { makePasskeyLock, openPasskeyLock, type PasskeyLock, PasskeyLockRecord } from './passkeyLock.ts';
import { makeLock, newContentKey, openLock, pinLockRecord } from './pinLock.ts';
import { Sealed, seal, unseal } from './seal.ts';

/** `waiting`: too many wrong PINs, `waitBeforeTry(tries)` tells how long. */
export type PinRefusal = { readonly code: 'pin/wrong' | 'pin/waiting' };
type PinResult = Promise<Result<null, PinRefusal>>;

/** A passkey of this handset, and what it derives its secret from. */
export interface Rescue extends Pick<PasskeySecret, 'credential' | 'key'> {
  readonly salt: PasskeyLock['salt'];
}

/** What is kept sealed: the card, or a provisional one in its place; the copies for verifiers, and what was shown to whom. */
const SEALED_NAMES = [
  'content',
  'provisional',
  'family',
  'kiaPasses',
  'copies',
  'cardFaces',
  'cardsWithdrawn',
  'presentations',
] as const;
export type SealedName = (typeof SEALED_NAMES)[number];

/** What lies behind the PIN. Unlocked means: the content key is in this page's memory, and nowhere else. */
export interface Vault {
  readonly hasPin: ReadonlySignal<boolean>;
  readonly unlocked: ReadonlySignal<boolean>;
  readonly tries: ReadonlySignal<PinTries | undefined>;
  /** Sets the first PIN and leaves the vault unlocked. */
  choosePin(pin: string): Promise<void>;
  unlock(pin: string): PinResult;
  changePin(old: string, next: string): PinResult;
  /** The passkey that opens without the PIN; undefined: there is none, and a forgotten PIN needs proof. */
  readonly rescue: ReadonlySignal<PasskeyLock | undefined>;
  addRescue(pin: string, rescue: Rescue): PinResult;
  /** A new PIN by the passkey's secret: what was sealed stays. False for another passkey's. */
  resetPin(secret: CryptoKey, next: string): Promise<boolean>;
  lock(): void;
  /** Locked again in between: nothing is kept, and the answer is false. */
  put(name: SealedName, value: unknown): Promise<boolean>;
  get(name: SealedName): Promise<unknown>;
  /** Needs no PIN: it reveals nothing. */
  drop(name: SealedName): Promise<void>;
  /** Forgets PIN and content. */
  destroy(): Promise<void>;
}

export async function openVault(store: WalletStore): Promise<Vault> {
  const hasPin = signal((await readLock()) !== undefined);
  const contentKey = signal<CryptoKey | undefined>(undefined);
  const unlocked = signal(false);
  const tries = signal(await readTries());
  const rescue = signal(await readRescue());

  async function readLock() {
    const kept = v.safeParse(pinLockRecord(), await store.get('vault', 'lock'));
    return kept.success ? kept.output : undefined;
  }
  async function readRescue() {
    const kept = v.safeParse(PasskeyLockRecord, await store.get('vault', 'rescue'));
    return kept.success ? kept.output : undefined;
  }
  async function readTries(): Promise<PinTries | undefined> {
    const kept = v.safeParse(TriesRecord, await store.get('vault', 'tries'));
    if (!kept.success) return undefined;
    const noticed = noticeClock(kept.output, new Date());
    if (noticed !== kept.output) await store.put('vault', 'tries', noticed);
    return noticed;
  }
  function open(key: CryptoKey | undefined): void {
    contentKey.value = key;
    unlocked.value = key !== undefined;
  }

  /** The one place where a PIN is tried: counted first, over all tabs one after another. */
  function tryPin(pin: string, extractable: boolean): Promise<Result<CryptoKey, PinRefusal>> {
    return alone('pin', async () => {
      const lock = await readLock();
      tries.value = await readTries();
      if (!lock || waitBeforeTry(tries.value, new Date()) > 0) return refuse({ code: 'pin/waiting' });
      const counted = countTry(tries.value, new Date());
      await store.put('vault', 'tries', counted);
      const key = await openLock(lock, pin, { extractable });
      tries.value = key ? undefined : counted;
      if (!key) return refuse({ code: 'pin/wrong' });
      await store.delete('vault', 'tries');
      return ok(key);
    });
  }

  return {
    hasPin,
    unlocked,
    tries,
    async choosePin(pin) {
      const key = await newContentKey();
      const lock = await makeLock(pin, key);
      await store.put('vault', 'lock', lock);
      for (const name of ['rescue', ...SEALED_NAMES]) await store.delete('vault', name);
      rescue.value = undefined;
      hasPin.value = true;
      open(await openLock(lock, pin, { extractable: false }));
    },
    async unlock(pin) {
      const tried = await tryPin(pin, false);
      if (!tried.ok) return tried;
      open(tried.value);
      return ok(null);
    },
    async changePin(old, next) {
      const tried = await tryPin(old, true);
      if (!tried.ok) return tried;
      await store.put('vault', 'lock', await makeLock(next, tried.value));
      return ok(null);
    },
    rescue,
    async addRescue(pin, { credential, salt, key }) {
      const tried = await tryPin(pin, true);
      if (!tried.ok) return tried;
      const made = await makePasskeyLock({ credential, salt }, key, tried.value);
      await store.put('vault', 'rescue', made);
      rescue.value = made;
      return ok(null);
    },
    async resetPin(secret, next) {
      const key = rescue.value && (await openPasskeyLock(rescue.value, secret));
      if (!key) return false;
      const lock = await makeLock(next, key);
      await store.put('vault', 'lock', lock);
      await store.delete('vault', 'tries');
      tries.value = undefined;
      open(await openLock(lock, next, { extractable: false }));
      return true;
    },
    lock: () => open(undefined),
    async put(name, value) {
      const key = contentKey.value;
      if (!key) return false;
      await store.put('vault', name, await seal(key, value));
      return true;
    },
    async get(name) {
      const kept = v.safeParse(Sealed, await store.get('vault', name));
      if (!kept.success || !contentKey.value) return undefined;
      // What does not open was damaged on the handset's disk; it can be fetched again.
      return unseal(contentKey.value, kept.output).catch(() => undefined);
    },
    drop: (name) => store.delete('vault', name),
    async destroy() {
      open(undefined);
      for (const key of ['lock', 'rescue', 'tries', ...SEALED_NAMES]) await store.delete('vault', key);
      hasPin.value = false;
      rescue.value = undefined;
      tries.value = undefined;
    },
  };
}

const TriesRecord = v.object({ wrong: v.number(), lastAt: v.date() });
