import { AttestationReply } from '@jatidiri/core/activation/wire.ts';
import { type ReadonlySignal, signal } from '@preact/signals';
import * as v from 'valibot';
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
  /** On disk first, then on its way. */
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

  async function keep(decisions: readonly KeptDecision[]): Promise<void> {
    kept.value = decisions;
    await store.put('outbox', owner, decisions);
  }

  async function send(decision: KeptDecision): Promise<void> {
    const outcome = await deliver(session, decision);
    const others = kept.value.filter(({ id }) => id !== decision.id);
    // The one who decided may still be looking at the result: only then is a refusal read at once.
    const late = outcome.kind === 'refused' && outcomes.value.get(decision.id)?.kind === 'waiting';
    outcomes.value = new Map(outcomes.value).set(decision.id, outcome);
    if (outcome.kind === 'waiting') return;
    await keep(late ? [...others, { ...decision, refused: outcome.refusal }] : others);
  }

  async function sendWaiting(): Promise<void> {
    for (const decision of kept.value.filter(({ refused }) => !refused)) {
      if (session.state.value.kind !== 'signedIn') return;
      await send(decision);
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
      const stored = v.safeParse(v.array(KeptDecision), await store.get('outbox', officer));
      kept.value = stored.success ? stored.output : [];
      const waiting = kept.value.filter(({ refused }) => !refused);
      outcomes.value = new Map(waiting.map(({ id }) => [id, { kind: 'waiting' }]));
      void flush();
    },
    async submit(decision) {
      await flushing;
      await keep([...kept.value, decision]);
      await flush();
    },
    dismiss: (id) => keep(kept.value.filter((decision) => decision.id !== id)),
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
