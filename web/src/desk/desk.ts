import type { AttestedDecision } from '@jatidiri/core/activation/attestation.ts';
import type { EndingRequest } from '@jatidiri/core/activation/wire.ts';
import { ok, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import { SESSION_IDLE_MS } from '@jatidiri/core/office/rules.ts';
import { type Signal, signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { ApiRefusal } from '../shared/api.ts';
import { openServerClock, type ServerClock } from '../shared/serverClock.ts';
import type { StoreRefusal } from '../shared/store.ts';
import type { Applicant, Selfie } from './applicant/applicant.ts';
import { signDecision } from './applicant/decide.ts';
import { type KeptDecision, type Outbox, openOutbox } from './applicant/outbox.ts';
import { openDeskStore } from './deskStore.ts';
import type { Hold } from './holding/holding.ts';
import { type Movable, moveIdentity } from './moving/moving.ts';
import { type ChosenSession, openChosenSession } from './outreach/chosenSession.ts';
import type { PersonEntries } from './person/person.ts';
import { forgetDeskKeys, obtainDeskKey } from './session/deviceKey.ts';
import { openSession, type Session } from './session/session.ts';
import { whenIdle } from './session/whenIdle.ts';

/** Everything that the pages work with. */
export interface Desk {
  readonly clock: ServerClock;
  readonly session: Session;
  readonly outbox: Outbox;
  /** Whom the officer is serving; survives a sign-in of the same officer. */
  readonly applicant: Signal<Applicant | undefined>;
  /** The last decision and whom it was about. */
  readonly decided: Signal<Decided | undefined>;
  /** The form that takes an IKD off another phone; survives a sign-in of the same officer. */
  readonly ending: Signal<PersonEntries<EndingRequest['reason']> | undefined>;
  /** The form that puts an IKD on hold, likewise. */
  readonly holding: Signal<PersonEntries<Hold> | undefined>;
  /** Whose family another page leads to: in memory, since no NIK stands in an address. */
  readonly sought: Signal<Sought | undefined>;
  /** The outreach session for which this desk works; none: the office's own desk. */
  readonly outreach: Signal<ChosenSession | undefined>;
  /** Ends the session, and the signing keys that this browser keeps: a kit leaves without them. */
  leaveServer(): Promise<void>;
  /** Signs and keeps; the sending goes on by itself. */
  decide(applicant: Applicant, selfie: Selfie, decision: AttestedDecision): Promise<void>;
  /** Signs that this handset is this person's, and sends it. */
  move(movable: Movable): Promise<Result<undefined, ApiRefusal>>;
}

export interface Sought {
  readonly nik: string;
  /** Another NIK of the same person, to be merged into this one. */
  readonly retired?: string;
}

export interface Decided {
  readonly kept: KeptDecision;
  readonly applicant: Applicant;
  readonly decision: AttestedDecision;
}

/** `insecure`: the page came over plain http, where browsers have no cryptography. */
export type DeskRefusal = StoreRefusal | { readonly code: 'desk/insecure' };

export async function openDesk(): Promise<Result<Desk, DeskRefusal>> {
  if (!globalThis.crypto?.subtle) return refuse({ code: 'desk/insecure' });
  const opened = await openDeskStore();
  if (!opened.ok) return opened;
  const store = opened.value;
  const clock = openServerClock();
  const session = openSession(store);
  const outbox = openOutbox(store, session);
  const applicant = signal<Applicant | undefined>(undefined);
  const decided = signal<Decided | undefined>(undefined);
  const ending: Desk['ending'] = signal(undefined);
  const holding: Desk['holding'] = signal(undefined);
  const sought: Desk['sought'] = signal(undefined);

  const outreach = openChosenSession();

  let lastOfficer: string | undefined;
  session.state.subscribe((state) => {
    const left = state.kind === 'signedOut' && !state.because;
    const another = state.kind === 'signedIn' && state.who.officer.id !== lastOfficer;
    if (left || another) {
      applicant.value = undefined;
      decided.value = undefined;
      ending.value = undefined;
      holding.value = undefined;
      sought.value = undefined;
    }
    // Whoever comes to this computer next says anew for which session; a reload of the same officer goes on.
    if (left || (another && lastOfficer)) outreach.value = undefined;
    if (state.kind !== 'signedIn') return;
    const { id } = state.who.officer;
    lastOfficer = id;
    void clock.learn();
    void outbox.openFor(id);
  });
  whenIdle(SESSION_IDLE_MS, () => {
    if (session.state.value.kind === 'signedIn') void session.signOut();
  });
  addEventListener('online', () => {
    if (session.state.value.kind === 'unreachable') void session.resume();
  });
  void session.resume();

  async function leaveServer(): Promise<void> {
    if (session.state.value.kind === 'signedIn') await session.signOut();
    await forgetDeskKeys(store);
  }

  async function decide(about: Applicant, selfie: Selfie, decision: AttestedDecision): Promise<void> {
    const state = session.state.value;
    if (state.kind !== 'signedIn') return;
    const key = await obtainDeskKey(store, state.who.officer.id);
    const kept = await signDecision(key, state.who, about, selfie, decision, outreach.value?.id, clock.now());
    await outbox.submit(kept);
    decided.value = { kept, applicant: about, decision };
  }

  async function move(movable: Movable): Promise<Result<undefined, ApiRefusal>> {
    const state = session.state.value;
    if (state.kind !== 'signedIn') throw new Error('nobody is signed in');
    const key = await obtainDeskKey(store, state.who.officer.id);
    return moveIdentity(session, key, state.who, movable, clock.now());
  }

  return ok({
    clock,
    session,
    outbox,
    applicant,
    decided,
    ending,
    holding,
    sought,
    outreach,
    leaveServer,
    decide,
    move,
  });
}

export const DeskContext = createContext<Desk | undefined>(undefined);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('this page stands outside the desk');
  return desk;
}
