import { ok, type Result } from '@jatidiri/core/kit/result.ts';
import { type ReadonlySignal, signal } from '@preact/signals';
import * as v from 'valibot';
import { isOver, KitAbout, type KitOfficer, notice, wentBack } from './about.ts';
import { importKitKeys, type KitKeys, type KitSecrets, type SharedSecrets } from './sealed/kitKeys.ts';
import { Lock, openLock, type UnlockCode } from './sealed/lock.ts';
import type { Change, KitStore, WriteCode } from './store/kitStore.ts';

export type KitState =
  /** This device is no kit. */
  | { readonly kind: 'absent' }
  | { readonly kind: 'locked'; readonly about: KitAbout }
  | {
      readonly kind: 'open';
      readonly about: KitAbout;
      readonly officer: KitOfficer;
      readonly keys: KitKeys;
      /** For the lock of a further officer. */
      readonly shared: SharedSecrets;
    }
  /** Its session has ended, or the office ordered it away: the locks are gone, and what was not sent can be read by the server alone. */
  | { readonly kind: 'over'; readonly about: KitAbout };
export type OpenKit = Extract<KitState, { kind: 'open' }>;

type Written = Promise<Result<null, { code: WriteCode }>>;

/** One browser prepared for one session. Open means: its keys are in this page's memory, and nowhere else. */
export interface Kit {
  readonly state: ReadonlySignal<KitState>;
  readonly store: KitStore;
  /** The device's clock is behind what this kit has seen before. */
  readonly clockWentBack: ReadonlySignal<boolean>;
  /** Makes this browser a kit, locked; `more` is written along. */
  found(about: KitAbout, lock: Lock, more: readonly Change[]): Written;
  /** A further officer, with a lock of their own. */
  admit(officer: KitOfficer, lock: Lock): Written;
  /** What opens the kit for this officer. */
  lockOf(officer: string): Promise<Lock['kind'] | undefined>;
  unlock(officer: string, passphrase?: string): Promise<Result<null, { code: UnlockCode }>>;
  /** Opens with secrets that are at hand: while the kit is being prepared. */
  enter(officer: string, secrets: KitSecrets): Promise<void>;
  lock(): void;
  /** Looks at the clock: at every opening and every half minute. */
  tick(): Promise<void>;
  /** By order of the office: as at the end of the session. */
  dismiss(): Promise<void>;
  erase(): Promise<void>;
}

const GONE_WITH_THE_SESSION = ['locks', 'settings', 'residents', 'entries', 'photos'] as const;

export async function openKit(store: KitStore, deviceTime = () => Date.now()): Promise<Kit> {
  const state = signal<KitState>({ kind: 'absent' });
  const clockWentBack = signal(false);

  async function tick(): Promise<void> {
    const kept = v.safeParse(KitAbout, await store.get('about', 'kit'));
    if (!kept.success) {
      state.value = { kind: 'absent' };
      return;
    }
    const about = notice(kept.output, deviceTime());
    clockWentBack.value = wentBack(about, deviceTime());
    if (isOver(about)) return bury(about);
    if (about !== kept.output) await store.write([keepAbout(about)]);
    const { kind } = state.value;
    if (kind === 'absent' || kind === 'over') state.value = { kind: 'locked', about };
  }

  /** The end of the session, or of the office's trust, is the end of every key here. What was written stays as copies, for the server's eyes. */
  async function bury(about: KitAbout): Promise<void> {
    if ((await store.count('locks')) > 0) {
      const cleared = GONE_WITH_THE_SESSION.map((name) => ({ kind: 'clear', store: name }) as const);
      await store.write([...cleared, keepAbout(about)]);
      await store.sweep();
    }
    state.value = { kind: 'over', about };
  }

  async function readLock(officer: string): Promise<Lock | undefined> {
    const kept = v.safeParse(Lock, await store.get('locks', officer));
    return kept.success ? kept.output : undefined;
  }

  async function enter(id: string, secrets: KitSecrets): Promise<void> {
    const { value } = state;
    const officer = value.kind === 'locked' && value.about.officers.find((one) => one.id === id);
    if (!officer) return;
    const { signing, ...shared } = secrets;
    state.value = {
      kind: 'open',
      about: value.about,
      officer,
      keys: await importKitKeys({ ...shared, signing }),
      shared,
    };
  }

  const kit: Kit = {
    state,
    store,
    clockWentBack,
    tick,
    enter,
    lockOf: async (officer) => (await readLock(officer))?.kind,
    async found(about, lock, more) {
      const changes = [keepAbout(about), keepLock(about.officers[0]!.id, lock), ...more];
      const written = await store.write(changes);
      if (written.ok) state.value = { kind: 'locked', about };
      return written;
    },
    async admit(officer, lock) {
      if (state.value.kind !== 'open') return ok(null);
      const { about } = state.value;
      const next = { ...about, officers: [...about.officers, officer] };
      const written = await store.write([keepAbout(next), keepLock(officer.id, lock)]);
      if (written.ok) state.value = { ...state.value, about: next };
      return written;
    },
    async unlock(id, passphrase = '') {
      await tick();
      const lock = await readLock(id);
      if (state.value.kind !== 'locked' || !lock) return ok(null);
      const opened = await openLock(id, lock, passphrase);
      if (!opened.ok) return opened;
      await enter(id, opened.value);
      return ok(null);
    },
    lock() {
      if (state.value.kind === 'open') state.value = { kind: 'locked', about: state.value.about };
    },
    async dismiss() {
      const { value } = state;
      if (value.kind !== 'absent') await bury({ ...value.about, dismissed: true });
    },
    async erase() {
      await store.erase();
      state.value = { kind: 'absent' };
    },
  };
  await tick();
  return kit;
}

const keepAbout = (value: KitAbout): Change => ({ kind: 'put', store: 'about', key: 'kit', value });
const keepLock = (key: string, value: Lock): Change => ({ kind: 'put', store: 'locks', key, value });
