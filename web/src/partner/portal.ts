import type { Result } from '@jatidiri/core/kit/result.ts';
import { PartnerOverview } from '@jatidiri/core/partner/portalWire.ts';
import { type ReadonlySignal, signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import * as v from 'valibot';
import type { ApiRefusal, ApiRequest } from '../shared/api.ts';
import { openSession, type Session } from './session/session.ts';

/** What every page of the portal shares: who is signed in, and what is known about their institution. */
export interface Portal {
  readonly session: Session;
  /** Undefined until it was read, or while there is no application. */
  readonly overview: ReadonlySignal<PartnerOverview | undefined>;
  /** Why it cannot be read just now. */
  readonly refusal: ReadonlySignal<ApiRefusal | undefined>;
  load(): Promise<void>;
  /** A change of something that the overview shows; afterwards it is read anew. */
  change<T>(request: ApiRequest<T>): Promise<Result<T, ApiRefusal>>;
}

export function openPortal(): Portal {
  const session = openSession();
  const overview = signal<PartnerOverview | undefined>(undefined);
  const refusal = signal<ApiRefusal | undefined>(undefined);

  async function load(): Promise<void> {
    const read = await session.call({
      method: 'GET',
      path: '/api/partner/overview',
      parse: (body) => v.parse(PartnerOverview, body),
    });
    refusal.value = read.ok ? undefined : read.refusal;
    if (read.ok) overview.value = read.value;
  }
  session.state.subscribe((state) => {
    if (state.kind === 'signedIn' && state.who.partner) void load();
    else overview.value = undefined;
  });
  addEventListener('online', () => {
    if (session.state.value.kind === 'unreachable') void session.resume();
  });
  void session.resume();

  return {
    session,
    overview,
    refusal,
    load,
    async change(request) {
      const done = await session.call(request);
      if (done.ok) await load();
      return done;
    },
  };
}

export const PortalContext = createContext<Portal | undefined>(undefined);

export function usePortal(): Portal {
  const portal = useContext(PortalContext);
  if (!portal) throw new Error('this page stands outside the portal');
  return portal;
}
