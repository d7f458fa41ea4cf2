import { AttestationReply } from '@jatidiri/core/activation/wire.ts';
import { type ReadonlySignal, signal } from '@preact/signals';
import * as v from 'valibot';
import { alone } from '../../shared/alone.ts';
import type { DeskStore } from '../deskStore.ts';
import type { Session } from '../session/session.ts';

/** A signed decision on its way: kept until the server has answered it, and always sent as the same object. */
const KeptDecision = v.object({
  id: v.string(),
  decision: v.picklist(['confirm', 'confirmOnDesk', 'refuse']),
  at: v.string(),
  attestation: v.string(),
  /** What the server said against it after the officer had gone on; kept until the officer has read it. */
  refused: v.optional(v.object({ code: v.string(), detail: v.string() })),
});
export type KeptDecision = v.InferOutput<typeof KeptDecision>;

export type Outcome =
  | { readonly kind: 'accepted'; readonly reply: AttestationReply }
  | { readonly kind: 'refused'; readonly refusal: { readonly code: string; readonly detail: string } }
  | { readonly kind: 'waiting' };

export interface Outbox {
  readonly kept: ReadonlySignal<readonly KeptDecision[]>;
  /** What became of the decisions since this page was opened, by their id. */
  readonly outcomes: ReadonlySignal<ReadonlyMap<string, Outcome>>;
  /** Shows what this officer left here, and sends it. */
  openFor(officer: string): Promise<void>;
  /** Resolves when the decision is on disk; then it is on its way. */
  submit(decision: KeptDecision): Promise<void>;
  /** Sends again everything that waits. */
  flush(): Promise<void>;
  dismiss(id: string): Promise<void>;
}

const AGAIN_EVERY_MS = 15_000;

export function openOutbox(store: DeskStore, session: Session): Outbox {
  const kept = signal<readonly KeptDecision[]>([]);
  const outcomes = signal<ReadonlyMap<string, Outcome>>(new Map());
  let owner = '';
  let flushing: Promise<void> | undefined;

  /** Another tab of the same desk may have added to the list meanwhile. */
  function change(edit: (decisions: readonly KeptDecision[]) => readonly KeptDecision[]): Promise<void> {
    return alone('outbox', async () => {
      const next = edit(parse(await store.get('outbox', owner)));
      await store.put('outbox', owner, next);
      kept.value = next;
    });
  }
  const tell = (id: string, outcome: Outcome) => {
    outcomes.value = new Map(outcomes.value).set(id, outcome);
  };
  const isOwnersSession = () => {
    const state = session.state.value;
    return state.kind === 'signedIn' && state.who.officer.id === owner;
  };

  async function send(decision: KeptDecision): Promise<void> {
    const outcome = await deliver(session, decision);
    // An answer to somebody else's session says nothing about this decision.
    if (outcome.kind === 'waiting' || !isOwnersSession()) return tell(decision.id, { kind: 'waiting' });
    const hadToWait = outcomes.value.has(decision.id);
    const unread = outcome.kind === 'refused' && hadToWait ? [{ ...decision, refused: outcome.refusal }] : [];
    await change((all) => [...all.filter(({ id }) => id !== decision.id), ...unread]);
    tell(decision.id, outcome);
  }

  async function sendWaiting(): Promise<void> {
    const tried = new Set<string>();
    for (;;) {
      const next = kept.value.find(({ id, refused }) => !refused && !tried.has(id));
      if (!next || !isOwnersSession()) return;
      tried.add(next.id);
      await send(next);
    }
  }

  function flush(): Promise<void> {
    flushing ??= sendWaiting().finally(() => {
      flushing = undefined;
    });
    return flushing;
  }

  addEventListener('online', () => void flush());
  setInterval(() => void flush(), AGAIN_EVERY_MS);

  return {
    kept,
    outcomes,
    flush,
    async openFor(officer) {
      await flushing;
      owner = officer;
      await change((all) => all);
      for (const { id, refused } of kept.value) if (!refused) tell(id, { kind: 'waiting' });
      void flush();
    },
    async submit(decision) {
      await change((all) => [...all, decision]);
      void flush();
    },
    dismiss: (id) => change((all) => all.filter((decision) => decision.id !== id)),
  };
}

async function deliver(session: Session, { id, attestation }: KeptDecision): Promise<Outcome> {
  const answer = await session.call({
    method: 'POST',
    path: '/api/activation/attestations',
    body: { attestation },
    idempotencyKey: id,
    parse: (body) => v.parse(AttestationReply, body),
  });
  if (answer.ok) return { kind: 'accepted', reply: answer.value };
  const { status, code, detail } = answer.refusal;
  const decidedAgainst = status >= 400 && status < 500 && status !== 401 && status !== 429;
  return decidedAgainst ? { kind: 'refused', refusal: { code, detail } } : { kind: 'waiting' };
}

function parse(stored: unknown): readonly KeptDecision[] {
  const known = v.safeParse(v.array(KeptDecision), stored);
  return known.success ? known.output : [];
}
