import { ApplicationStatus } from '@jatidiri/core/activation/wire.ts';
import type { Result } from '@jatidiri/core/kit/result.ts';
import { digitsOf } from '@jatidiri/core/registry/nik.ts';
import { type ReadonlySignal, signal } from '@preact/signals';
import * as v from 'valibot';
import type { ApiRefusal } from '../shared/api.ts';
import { newUuid } from '../shared/newUuid.ts';
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
  submit(): Answer;
  sendSelfie(photo: Blob): Answer;
  dropSelfie(): Promise<void>;
  refresh(): Answer;
  /** Follows an application that an officer brought to the server. */
  track(id: string): Answer;
  /** Forgets what was typed, where it is needed no more. */
  dropEntries(): Promise<void>;
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
  const selfie = signal(keptBlob(await store.get('application', 'selfie')));
  const lost = signal(false);

  async function keepDraft(next: Draft | undefined): Promise<void> {
    draft.value = next;
    await (next ? store.put('application', 'draft', next) : store.delete('application', 'draft'));
  }
  async function keepSelfie(next: Blob | undefined): Promise<void> {
    selfie.value = next;
    await (next ? store.put('application', 'selfie', next) : store.delete('application', 'selfie'));
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
    call({ method: 'POST', path: `/api/activation/${path}`, parse: parseStatus });
  const pathOf = (id: string) => `/api/activation/applications/${id}`;

  return {
    draft,
    status,
    selfie,
    lost,
    begin: () => keepDraft(newDraft()),
    async enter(entries) {
      if (draft.value) await keepDraft({ ...draft.value, ...entries });
    },
    async submit() {
      const { sent, ...entered } = draft.value ?? newDraft();
      const { nik, name, email, phone } = entered;
      // Other entries are another application, also when the answer to the first one got lost: the server drops that.
      const changed =
        sent !== undefined && JSON.stringify(sent) !== JSON.stringify({ nik, name, email, phone });
      const id = changed ? newUuid() : entered.id;
      await keepDraft({ ...entered, id, sent: { nik, name, email, phone } });
      const body = { id, nik: digitsOf(nik), name, email, phone };
      const path = '/api/activation/applications';
      return follow(await call({ method: 'POST', path, body, idempotencyKey: id, parse: parseStatus }));
    },
    async sendSelfie(photo) {
      await keepSelfie(photo);
      const id = status.value?.id ?? '';
      const answer = await call({
        method: 'PUT',
        path: `${pathOf(id)}/selfie`,
        body: photo,
        parse: parseStatus,
      });
      if (answer.ok) await keepSelfie(undefined);
      return follow(answer);
    },
    dropSelfie: () => keepSelfie(undefined),
    async refresh() {
      const asked = status.value;
      const answer = await call({ method: 'GET', path: pathOf(asked?.id ?? ''), parse: parseStatus });
      // Meanwhile released or decided: the older answer must not undo the newer one.
      const same = status.value?.id === asked?.id && status.value?.state === asked?.state;
      return same ? follow(answer) : answer;
    },
    track: async (id) => follow(await call({ method: 'GET', path: pathOf(id), parse: parseStatus })),
    async dropEntries() {
      await keepDraft(undefined);
      await keepSelfie(undefined);
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

const parseStatus = (body: unknown) => v.parse(ApplicationStatus, body);

function keptStatus(value: unknown): ApplicationStatus | undefined {
  const kept = v.safeParse(ApplicationStatus, value);
  return kept.success ? kept.output : undefined;
}

const keptBlob = (value: unknown) => (value instanceof Blob ? value : undefined);
