import { ApplicationStatus } from '@jatidiri/core/activation/wire.ts';
import type { Result } from '@jatidiri/core/kit/result.ts';
import { RecoveryStatus } from '@jatidiri/core/recovery/wire.ts';
import { digitsOf } from '@jatidiri/core/registry/nik.ts';
import { type ReadonlySignal, signal } from '@preact/signals';
import * as v from 'valibot';
import type { ApiRefusal } from '../../shared/api.ts';
import { newUuid } from '../../shared/newUuid.ts';
import type { Application } from '../application.ts';
import type { Handset } from '../handset/handset.ts';
import type { Vault } from '../vault/vault.ts';

/** How an identity is to come (back) to this handset; kept, so that a reload shows the same page. */
const Arrival = v.object({
  by: v.picklist(['choice', 'oldHandset', 'proof']),
  request: v.optional(RecoveryStatus),
});
export type Arrival = v.InferOutput<typeof Arrival>;

type Answer = Promise<Result<RecoveryStatus, ApiRefusal>>;

export interface Recovery {
  readonly arrival: ReadonlySignal<Arrival | undefined>;
  /** undefined: the person does something else. */
  choose(by: Arrival['by'] | undefined): Promise<void>;
  begin(nik: string, name: string): Answer;
  enterCode(code: string): Answer;
  resend(): Answer;
  showFace(photo: Blob): Answer;
  complete(): Answer;
  refresh(): Answer;
  giveUp(): Promise<void>;
  /** Whether the old handset, or an officer, has given the identity to this one. */
  look(): Promise<Result<ApplicationStatus, ApiRefusal>>;
}

interface Parts {
  readonly handset: Handset;
  readonly application: Application;
  readonly vault: Vault;
}

export async function openRecovery({ handset, application, vault }: Parts): Promise<Recovery> {
  const { store, call } = handset;
  const kept = v.safeParse(Arrival, await store.get('application', 'arrival'));
  const arrival = signal(kept.success ? kept.output : undefined);

  async function keep(next: Arrival | undefined): Promise<void> {
    await (next ? store.put('application', 'arrival', next) : store.delete('application', 'arrival'));
    arrival.value = next;
  }
  async function look(): Promise<Result<ApplicationStatus, ApiRefusal>> {
    const found = await call({
      method: 'GET',
      path: '/api/activation/identity',
      parse: (body) => v.parse(ApplicationStatus, body),
    });
    if (found.ok && (found.value.state === 'active' || found.value.state === 'suspended')) {
      await application.adopt(found.value);
      await keep(undefined);
    }
    return found;
  }
  async function follow(answer: Awaited<Answer>): Answer {
    if (!answer.ok) {
      // Too many wrong codes or faces, or stopped meanwhile: what is kept here is behind.
      if (answer.refusal.status !== 0 && arrival.value?.request) await refresh();
      return answer;
    }
    await settle(answer.value);
    return answer;
  }
  /** What was completed leaves its trace here: the identity on a new handset, or the way to a new PIN on the old one. */
  async function settle(request: RecoveryStatus): Promise<void> {
    if (request.state !== 'completed') return keep({ by: 'proof', request });
    if (request.kind === 'reset') {
      await vault.destroy();
      await application.refresh();
      return keep(undefined);
    }
    await look();
  }
  const idOf = () => arrival.value?.request?.id ?? '';
  const pathOf = (step = '') => `/api/recovery/requests/${idOf()}${step}`;
  const post = (step: string, body?: object) =>
    call({ method: 'POST', path: pathOf(step), ...(body && { body }), parse: parseStatus });

  async function refresh(): Answer {
    const answer = await call({ method: 'GET', path: pathOf(), parse: parseStatus });
    if (answer.ok) await settle(answer.value);
    return answer;
  }
  return {
    arrival,
    choose: (by) => keep(by && { by }),
    async begin(nik, name) {
      const id = newUuid();
      const body = { id, nik: digitsOf(nik), name };
      const path = '/api/recovery/requests';
      return follow(await call({ method: 'POST', path, body, idempotencyKey: id, parse: parseStatus }));
    },
    enterCode: async (code) => follow(await post('/code', { code })),
    resend: async () => follow(await post('/resending')),
    showFace: async (photo) =>
      follow(await call({ method: 'PUT', path: pathOf('/face'), body: photo, parse: parseStatus })),
    complete: async () => follow(await post('/completion')),
    refresh,
    async giveUp() {
      if (arrival.value?.request) await post('/abandonment');
      await keep(undefined);
    },
    look,
  };
}

const parseStatus = (body: unknown) => v.parse(RecoveryStatus, body);
