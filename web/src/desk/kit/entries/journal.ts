import { entryDigest, signKitEntry } from '@jatidiri/core/field/kitEntry.ts';
import type { KitAct, KitId } from '@jatidiri/core/field/model.ts';
import type { Bytes } from '@jatidiri/core/kit/bytes.ts';
import { dayInKaltim } from '@jatidiri/core/kit/date.ts';
import { ok, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import { webSuite } from '@jatidiri/core/kit/webSuite.ts';
import { type ReadonlySignal, signal } from '@preact/signals';
import { isSessionDay, timeAt, wentBack } from '../about.ts';
import type { OpenKit } from '../kit.ts';
import { seal } from '../sealed/seal.ts';
import type { Change, KitStore, WriteCode } from '../store/kitStore.ts';
import { copyForServer } from './copyForServer.ts';
import { photoPlace, sealEntry, unsealEntry, type WrittenEntry } from './writtenEntry.ts';

/** `clock-back`: what would be signed now would carry a wrong time. `not-session-day`: the server would not accept it. */
export type AppendCode = WriteCode | 'kit/clock-back' | 'kit/not-session-day';

export interface NewEntry {
  readonly act: KitAct;
  readonly shown: WrittenEntry['act'];
  /** The photograph that the act names by its digest. */
  readonly photo?: { readonly digest: string; readonly image: Bytes } | undefined;
}

/** What this kit wrote: numbered without gaps, each naming the one before it. */
export interface Journal {
  readonly entries: ReadonlySignal<readonly WrittenEntry[]>;
  /** Resolves when entry and photograph are on disk, in one transaction; refused, nothing of it is. */
  append(entry: NewEntry): Promise<Result<WrittenEntry, { code: AppendCode }>>;
}

interface JournalDeps {
  readonly store: KitStore;
  readonly kit: OpenKit;
  readonly deviceTime?: () => number;
}

export async function openJournal({
  store,
  kit: { about, officer, keys },
  deviceTime = () => Date.now(),
}: JournalDeps): Promise<Journal> {
  const suite = webSuite(crypto.subtle);
  const entries = signal(await readAll());
  let turn: Promise<unknown> = Promise.resolve();

  const latest = () => [about.seenAt, entries.value.at(-1)?.at ?? ''].sort().at(-1)!;

  async function readAll(): Promise<readonly WrittenEntry[]> {
    const kept = await store.all('entries');
    return Promise.all(kept.map(({ key, value }) => unsealEntry(keys.written, key, value)));
  }

  async function sign({ act, shown, photo }: NewEntry): Promise<{ entry: WrittenEntry; changes: Change[] }> {
    const last = entries.value.at(-1);
    const n = (last?.n ?? 0) + 1;
    const at = later(timeAt(about, deviceTime()), last);
    const signed = await signKitEntry(keys.sign, officer.kitKey, {
      kit: about.kit as KitId,
      n,
      prev: last ? await entryDigest(suite, last.signed) : null,
      session: about.session.id,
      officer: officer.id,
      office: about.office.id,
      at,
      act,
    });
    const entry: WrittenEntry = {
      n,
      at: at.toISOString(),
      officer: officer.id,
      signed,
      act: shown,
      photo: photo?.digest ?? null,
      statusIndex: act.kind === 'decision' ? act.card : null,
    };
    const changes: Change[] = [
      { kind: 'add', store: 'entries', key: n, value: await sealEntry(keys.written, entry) },
      { kind: 'add', store: 'copies', key: n, value: await copyForServer(about.backupKey, signed, photo) },
    ];
    if (photo) {
      const value = await seal(keys.written, photoPlace(n), photo.image);
      changes.push({ kind: 'add', store: 'photos', key: n, value });
    }
    return { entry, changes };
  }

  async function append(entry: NewEntry): Promise<Result<WrittenEntry, { code: AppendCode }>> {
    if (wentBack({ ...about, seenAt: latest() }, deviceTime())) return refuse({ code: 'kit/clock-back' });
    const today = dayInKaltim(timeAt(about, deviceTime()));
    if (entry.act.kind === 'decision' && !isSessionDay(about, today))
      return refuse({ code: 'kit/not-session-day' });
    const made = await sign(entry);
    const written = await store.write(made.changes);
    if (!written.ok) {
      if (written.refusal.code === 'storage/taken') entries.value = await readAll();
      return written;
    }
    entries.value = [...entries.value, made.entry];
    return ok(made.entry);
  }

  return {
    entries,
    append(entry) {
      const appended = turn.then(() => append(entry));
      turn = appended.catch(() => undefined);
      return appended;
    },
  };
}

/** Time does not run backwards in a chain, by however little a clock was put right. */
function later(now: Date, last: WrittenEntry | undefined): Date {
  return last && now.toISOString() < last.at ? new Date(last.at) : now;
}
