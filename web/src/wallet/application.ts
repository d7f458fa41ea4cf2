import { ApplicationStatus } from '@jatidiri/core/activation/wire.ts';
import type { Result } from '@jatidiri/core/kit/result.ts';
import { digitsOf } from '@jatidiri/core/registry/nik.ts';
import { type ReadonlySignal, signal } from '@preact/signals';
import * as v from 'valibot';
import type { ApiRefusal } from '../shared/api.ts';
import { newUuid } from '../shared/newUuid.ts';
import { untilAnswered } from '../shared/untilAnswered.ts';
import { uploadSelfie } from './activate/uploadSelfie.ts';
import { type Draft, type Entries, keptDraft, newDraft } from './apply/draft.ts';
import type { Handset } from './handset/handset.ts';

type Answer = Promise<Result<ApplicationStatus, ApiRefusal>>;

/**
 * The application for an IKD on this handset. Every step is kept before it is sent, so a reload, a closed page or a
 * lost network continues where the person was.
 */
export interface Application {
  /** The form, from its first letter until the IKD is active. */
  readonly draft: ReadonlySignal<Draft | undefined>;
  /** Where the server said that it stands; undefined before the form was accepted. */
  readonly status: ReadonlySignal<ApplicationStatus | undefined>;
  /** A selfie that has not reached the server yet. */
  readonly selfie: ReadonlySignal<Blob | undefined>;
  /** The server knows no such application for this handset. */
  readonly lost: ReadonlySignal<boolean>;
  begin(): Promise<void>;
  enter(entries: Partial<Entries>): Promise<void>;
  /** Sends the form until it is answered; entering something else calls it off. */
  submit(): Answer;
  /** Sends the photo until it is there, going on where it was; dropping it calls it off. */
  sendSelfie(photo: Blob): Answer;
  /** How much of the selfie has arrived, in bytes. */
  readonly selfieSent: ReadonlySignal<number>;
  dropSelfie(): Promise<void>;
  /** Stops sending for now: nobody is looking at the page that waits for it. */
  pause(): void;
  /** `patient`: the server may hold the answer until something has changed. */
  refresh(patient?: boolean): Answer;
  /** Follows an application that an officer brought to the server. */
  track(id: string): Answer;
  /** Forgets what was typed, where it is needed no more. */
  dropEntries(): Promise<void>;
  /** The code that an officer handed over on paper. */
  confirmByPaper(code: string): Answer;
  cancel(): Answer;
  /** Releases the active IKD from this handset. */
  release(): Answer;
  /** An identity that came to this handset without an application here. */
  adopt(status: ApplicationStatus): Promise<void>;
  /** A new application with the same entries. */
  startAnew(): Promise<void>;
}

export async function openApplication({
  store,
  call,
}: Pick<Handset, 'store' | 'call'>): Promise<Application> {
  const draft = signal(keptDraft(await store.get('application', 'draft')));
  const status = signal(keptStatus(await store.get('application', 'status')));
  const selfie = signal(keptPhoto(await store.get('application', 'selfie')));
  const selfieSent = signal(keptNumber(await store.get('application', 'selfieSent')));
  const lost = signal(false);
  let sending = new AbortController();

  async function keepDraft(next: Draft | undefined): Promise<void> {
    draft.value = next;
    await (next ? store.put('application', 'draft', next) : store.delete('application', 'draft'));
  }
  async function keepSelfie(next: Blob | undefined): Promise<void> {
    // Another photo begins anew; the same one goes on where it was.
    if (next !== selfie.value) await keepSelfieSent(0);
    selfie.value = next;
    if (!next) return store.delete('application', 'selfie');
    const bytes = await next.arrayBuffer();
    // A full disk keeps no photo from being sent; after a reload another one is taken.
    await store.put('application', 'selfie', { type: next.type, bytes }).catch(() => {});
  }
  async function keepSelfieSent(bytes: number): Promise<void> {
    selfieSent.value = bytes;
    await store.put('application', 'selfieSent', bytes);
  }
  /** What was being sent is no longer wanted. */
  function callOff(): AbortSignal {
    sending.abort();
    sending = new AbortController();
    return sending.signal;
  }
  async function keepStatus(next: ApplicationStatus | undefined): Promise<void> {
    await (next ? store.put('application', 'status', next) : store.delete('application', 'status'));
    // An active IKD needs no NIK in clear beside the sealed one.
    if (next?.state === 'active') {
      await keepDraft(undefined);
      await keepSelfie(undefined);
    }
    status.value = next;
  }
  async function follow(answer: Result<ApplicationStatus, ApiRefusal>): Answer {
    if (answer.ok) await keepStatus(answer.value);
    lost.value = !answer.ok && answer.refusal.code === 'activation/unknown';
    return answer;
  }
  const post = (path: string) =>
    call({
      method: 'POST',
      path: `/api/activation/${path}`,
      idempotencyKey: newUuid(),
      parse: parseStatus,
    });
  const pathOf = (id: string) => `/api/activation/applications/${id}`;

  return {
    draft,
    status,
    selfie,
    selfieSent,
    lost,
    begin: () => keepDraft(newDraft()),
    async enter(entries) {
      callOff();
      if (draft.value) await keepDraft({ ...draft.value, ...entries, pending: false });
    },
    async submit() {
      const wanted = callOff();
      const { sent, pending: _, ...entered } = draft.value ?? newDraft();
      const { nik, name, email, phone, helperNik, helperName } = entered;
      const written = { nik, name, email, phone, helperNik, helperName };
      // Other entries are another application, also when the answer to the first one got lost: the server drops that.
      const changed = sent !== undefined && JSON.stringify(sent) !== JSON.stringify(written);
      const id = changed ? newUuid() : entered.id;
      const asSent = { ...entered, id, sent: written };
      await keepDraft({ ...asSent, pending: true });
      const sharedBy = await store.get('handset', 'sharedBy');
      const body = {
        id,
        nik: digitsOf(nik),
        name,
        email,
        phone,
        ...(typeof sharedBy === 'string' && { sharedBy }),
        ...(helperNik && { helper: { nik: digitsOf(helperNik), name: helperName } }),
      };
      const path = '/api/activation/applications';
      const answer = await untilAnswered(
        () => call({ method: 'POST', path, body, once: true, signal: wanted, parse: parseStatus }),
        wanted,
      );
      if (!wanted.aborted) await keepDraft(asSent);
      return follow(answer);
    },
    async sendSelfie(photo) {
      const wanted = callOff();
      await keepSelfie(photo);
      const path = `${pathOf(status.value?.id ?? '')}/selfie`;
      const from = selfieSent.value;
      const answer = await uploadSelfie(call, { path, photo, from, onSent: keepSelfieSent, wanted });
      if (answer.ok) await keepSelfie(undefined);
      return follow(answer);
    },
    pause: () => void callOff(),
    dropSelfie: () => {
      callOff();
      return keepSelfie(undefined);
    },
    async refresh(patient = false) {
      const asked = status.value;
      const unlike = patient && asked ? `?unlike=${asked.state}` : '';
      const path = pathOf(asked?.id ?? '') + unlike;
      const answer = await call({ method: 'GET', path, timeoutMs: LONGEST_HELD_MS, parse: parseStatus });
      // Meanwhile released or decided: the older answer must not undo the newer one.
      const same = status.value?.id === asked?.id && status.value?.state === asked?.state;
      return same ? follow(answer) : answer;
    },
    track: async (id) => follow(await call({ method: 'GET', path: pathOf(id), parse: parseStatus })),
    async dropEntries() {
      await keepDraft(undefined);
      await keepSelfie(undefined);
    },
    confirmByPaper: async (code) => {
      const path = `${pathOf(status.value?.id ?? '')}/paper-confirmation`;
      return follow(await call({ method: 'POST', path, body: { code }, parse: parseStatus }));
    },
    cancel: async () => follow(await post(`applications/${status.value?.id ?? ''}/cancellation`)),
    release: async () => follow(await post('release')),
    adopt: keepStatus,
    async startAnew() {
      await keepSelfie(undefined);
      await keepDraft(newDraft(draft.value));
      await keepStatus(undefined);
      lost.value = false;
    },
  };
}

/** The server holds a question for some 25 s; then the answer has to come over a slow line. */
const LONGEST_HELD_MS = 45_000;

const parseStatus = (body: unknown) => v.parse(ApplicationStatus, body);

function keptStatus(value: unknown): ApplicationStatus | undefined {
  const kept = v.safeParse(ApplicationStatus, value);
  return kept.success ? kept.output : undefined;
}

const keptNumber = (value: unknown) => (typeof value === 'number' ? value : 0);

const PhotoKept = v.object({ type: v.string(), bytes: v.instance(ArrayBuffer) });

/** Kept as bytes: WebKit keeps no Blob in a private window. Older versions kept one. */
function keptPhoto(value: unknown): Blob | undefined {
  if (value instanceof Blob) return value;
  const kept = v.safeParse(PhotoKept, value);
  return kept.success ? new Blob([kept.output.bytes], { type: kept.output.type }) : undefined;
}
