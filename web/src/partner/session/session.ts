import type { Result } from '@jatidiri/core/kit/result.ts';
import {
  DemoInstitutions,
  PasskeyCeremony,
  type RepresentativeRequest,
  SignedInRepresentative,
} from '@jatidiri/core/partner/portalWire.ts';
import { type ReadonlySignal, signal } from '@preact/signals';
import * as v from 'valibot';
import { type ApiRefusal, type ApiRequest, callApi } from '../../shared/api.ts';
import { createPasskey, type PasskeyAnswer, type PasskeyCode, usePasskey } from '../../shared/passkey.ts';

export type SessionState =
  | { readonly kind: 'opening' }
  | { readonly kind: 'unreachable'; readonly refusal: ApiRefusal }
  /** `because`: why a session that was open is not any more. */
  | { readonly kind: 'signedOut'; readonly because?: ApiRefusal }
  | { readonly kind: 'signedIn'; readonly who: SignedInRepresentative };

export type SignInRefusal = ApiRefusal | { readonly code: PasskeyCode };
type SignedIn = Result<SignedInRepresentative, SignInRefusal>;

/** Who uses the portal, and every call that is made in their name. */
export interface Session {
  readonly state: ReadonlySignal<SessionState>;
  /** Asks the server whether the last session still holds, and for which institution. */
  resume(): Promise<void>;
  signIn(): Promise<SignedIn>;
  enrol(person: RepresentativeRequest): Promise<SignedIn>;
  signOut(): Promise<void>;
  demoInstitutions(): Promise<Result<DemoInstitutions, ApiRefusal>>;
  /** When the answer is that the session is over, the sign-in page comes. */
  call<T>(request: ApiRequest<T>): Promise<Result<T, ApiRefusal>>;
}

const SIGNED_OUT = 'partner/signed-out';
const representative = (body: unknown) => v.parse(SignedInRepresentative, body);
const passkeyCeremony = (body: unknown) => v.parse(PasskeyCeremony, body);

export function openSession(): Session {
  const state = signal<SessionState>({ kind: 'opening' });

  async function call<T>(request: ApiRequest<T>): Promise<Result<T, ApiRefusal>> {
    const answer = await callApi(request);
    if (!answer.ok && answer.refusal.code === SIGNED_OUT)
      state.value = { kind: 'signedOut', because: answer.refusal };
    return answer;
  }

  async function resume(): Promise<void> {
    const me = await callApi({ method: 'GET', path: '/api/partner/me', parse: representative });
    if (me.ok) state.value = { kind: 'signedIn', who: me.value };
    else if (me.refusal.code === SIGNED_OUT) state.value = { kind: 'signedOut' };
    else state.value = { kind: 'unreachable', refusal: me.refusal };
  }

  /** Challenge, passkey, answer. */
  async function pass(
    path: '/api/partner/sessions' | '/api/partner/enrolments',
    body: object | undefined,
    ask: (options: Record<string, unknown>) => Promise<Result<PasskeyAnswer, { code: PasskeyCode }>>,
  ): Promise<SignedIn> {
    const begun = await callApi({ method: 'POST', path: `${path}/options`, body, parse: passkeyCeremony });
    if (!begun.ok) return begun;
    const { ceremony, options } = begun.value;
    const answered = await ask(options);
    if (!answered.ok) return answered;
    const { response } = answered.value;
    const who = await callApi({
      method: 'POST',
      path,
      body: { ceremony, response },
      parse: representative,
    });
    if (who.ok) state.value = { kind: 'signedIn', who: who.value };
    return who;
  }

  return {
    state,
    resume,
    call,
    signIn: () => pass('/api/partner/sessions', undefined, usePasskey),
    enrol: (person) => pass('/api/partner/enrolments', person, createPasskey),
    async signOut() {
      await callApi({ method: 'DELETE', path: '/api/partner/sessions/current', parse: () => null });
      state.value = { kind: 'signedOut' };
    },
    demoInstitutions: () =>
      callApi({
        method: 'GET',
        path: '/api/partner/demo-institutions',
        parse: (body) => v.parse(DemoInstitutions, body),
      }),
  };
}
