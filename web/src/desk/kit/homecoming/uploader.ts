import { ok, type Result } from '@jatidiri/core/kit/result.ts';
import { type ReadonlySignal, signal } from '@preact/signals';
import * as v from 'valibot';
import type { ApiRefusal } from '../../../shared/api.ts';
import { isNetwork } from '../../../shared/ui/RefusalNotice.tsx';
import type { Session } from '../../session/session.ts';
import type { Journal } from '../entries/journal.ts';
import { photoPlace, type WrittenEntry } from '../entries/writtenEntry.ts';
import type { OpenKit } from '../kit.ts';
import { askStatus, sendEntries } from '../kitApi.ts';
import { SealedRecord, unseal } from '../sealed/seal.ts';
import type { KitStore } from '../store/kitStore.ts';
import { type KeptOutcome, keptOutcome, type Outcomes } from './outcomes.ts';
import { partSize } from './partSize.ts';
import { sendPhoto } from './sendPhoto.ts';

export type UploadState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'sending' }
  /** The line broke: it goes on by itself. */
  | { readonly kind: 'waiting'; readonly refusal: ApiRefusal }
  /** The server has an objection that no repeating removes. */
  | { readonly kind: 'stopped'; readonly refusal: ApiRefusal }
  | { readonly kind: 'done'; readonly erase: boolean };

/** Brings the entries home, in the background of whatever the officer does meanwhile. */
export interface Uploader {
  readonly state: ReadonlySignal<UploadState>;
  start(): Promise<void>;
}

interface UploaderDeps {
  readonly store: KitStore;
  readonly open: OpenKit;
  readonly journal: Journal;
  readonly outcomes: Outcomes;
  readonly session: Pick<Session, 'call'>;
  readonly againAfterMs?: number;
}

type Sent = Promise<Result<null, ApiRefusal>>;

export function openUploader(deps: UploaderDeps): Uploader {
  const { store, open, journal, outcomes, session, againAfterMs = 5_000 } = deps;
  const { kit } = open.about;
  const state = signal<UploadState>({ kind: 'idle' });
  const entriesAtOnce = partSize({ first: 8, least: 1, most: 25 });
  const photoBytes = partSize({ first: 16_384, least: 2_048, most: 131_072 });

  const isPending = ({ n }: WrittenEntry) => {
    const outcome = outcomes.of.value.get(n);
    return outcome === undefined || outcome.kind === 'waitsForPhoto';
  };

  /** The entries first: each takes a second, and the server then knows what was done. */
  async function sendAll(entries: readonly WrittenEntry[]): Sent {
    for (let at = 0; at < entries.length; ) {
      const some = entries.slice(at, at + entriesAtOnce.value());
      const sent = await sendEntries(
        session,
        kit,
        some.map(({ signed }) => signed),
      );
      entriesAtOnce.learn(sent.ok);
      if (!sent.ok) return sent;
      const learnt = new Map<number, KeptOutcome>();
      for (const one of sent.value.entries) if (one) learnt.set(one.n, keptOutcome(one.outcome));
      await outcomes.keep(learnt);
      at += some.length;
    }
    return ok(null);
  }

  async function sendPhotos(): Sent {
    for (const entry of journal.entries.value) {
      const { n, photo: digest } = entry;
      if (!digest || outcomes.of.value.get(n)?.kind !== 'waitsForPhoto') continue;
      const sealed = v.parse(SealedRecord, await store.get('photos', n));
      const image = await unseal(open.keys.written, photoPlace(n), sealed);
      const sent = await sendPhoto(session, { kit, digest, image }, photoBytes);
      if (!sent.ok) return sent;
      // Once more, to hear what became of it.
      const told = await sendAll([entry]);
      if (!told.ok) return told;
    }
    return ok(null);
  }

  async function bringHome(): Promise<Result<{ erase: boolean }, ApiRefusal>> {
    const entries = await sendAll(journal.entries.value.filter(isPending));
    if (!entries.ok) return entries;
    const photos = await sendPhotos();
    if (!photos.ok) return photos;
    const status = await askStatus(session, kit, journal.entries.value.length);
    return status.ok ? ok({ erase: status.value.command === 'erase' }) : status;
  }

  async function start(): Promise<void> {
    if (state.value.kind === 'sending') return;
    state.value = { kind: 'sending' };
    const brought = await bringHome();
    if (brought.ok) state.value = { kind: 'done', ...brought.value };
    else if (!isNetwork(brought.refusal)) state.value = { kind: 'stopped', refusal: brought.refusal };
    else {
      state.value = { kind: 'waiting', refusal: brought.refusal };
      setTimeout(() => state.value.kind === 'waiting' && void start(), againAfterMs);
    }
  }
  return { state, start };
}
