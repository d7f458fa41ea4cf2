import { ok, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import { CeremonyOptions, DemoOfficerList, SignedInOfficer } from '@jatidiri/core/office/wire.ts';
import { type ReadonlySignal, signal } from '@preact/signals';
import * as v from 'valibot';
import { type ApiRefusal, type ApiRequest, callApi } from '../../shared/api.ts';
import { createPasskey, type PasskeyAnswer, type PasskeyCode, usePasskey } from '../../shared/passkey.ts';
import type { DeskStore } from '../deskStore.ts';
import { forgetDeskKey, obtainDeskKey } from './deviceKey.ts';

export type SessionState =
  | { readonly kind: 'opening' }
  | { readonly kind: 'unreachable'; readonly refusal: ApiRefusal }
  /** `because`: why a session that was open is not any more. */
  | { readonly kind: 'signedOut'; readonly because?: ApiRefusal }
  | { readonly kind: 'signedIn'; readonly who: SignedInOfficer };

export type SignInRefusal = ApiRefusal | { readonly code: PasskeyCode };
type SignedIn = Result<SignedInOfficer, SignInRefusal>;

/** Who sits at this desk, and every call that is made in their name. */
export interface Session {
  readonly state: ReadonlySignal<SessionState>;
  /** Asks the server whether the last session still holds. */
  resume(): Promise<void>;
  signIn(): Promise<SignedIn>;
  enrol(code: string): Promise<SignedIn>;
  signOut(): Promise<void>;
  demoOfficers(): Promise<Result<DemoOfficerList, ApiRefusal>>;
  /** When the answer is that the session is over, the sign-in page comes, and the work stays. */
  call<T>(request: ApiRequest<T>): Promise<Result<T, ApiRefusal>>;
}

const ENDING = new Set(['office/signed-out', 'office/suspended']);
const signedInOfficer = (body: unknown) => v.parse(SignedInOfficer, body);
const ceremonyOptions = (body: unknown) => v.parse(CeremonyOptions, body);

export function openSession(store: DeskStore): Session {
  const state = signal<SessionState>({ kind: 'opening' });

  async function call<T>(request: ApiRequest<T>): Promise<Result<T, ApiRefusal>> {
    const answer = await callApi(request);
    if (!answer.ok && ENDING.has(answer.refusal.code))
      state.value = { kind: 'signedOut', because: answer.refusal };
    return answer;
  }

  async function resume(): Promise<void> {
    const me = await callApi({ method: 'GET', path: '/api/office/me', parse: signedInOfficer });
    if (me.ok) state.value = { kind: 'signedIn', who: me.value };
    else if (ENDING.has(me.refusal.code)) state.value = { kind: 'signedOut' };
    else state.value = { kind: 'unreachable', refusal: me.refusal };
  }

  /** Challenge, passkey, answer; the officer's signing key at this desk travels with the answer. */
  async function pass(
    path: '/api/office/sessions' | '/api/office/enrolments',
    body: object | undefined,
    ask: (options: Record<string, unknown>) => Promise<Result<PasskeyAnswer, { code: PasskeyCode }>>,
  ): Promise<SignedIn> {
    const begun = await callApi({ method: 'POST', path: `${path}/options`, body, parse: ceremonyOptions });
    if (!begun.ok) return begun;
    const { ceremony, options } = begun.value;
    const answered = await ask(options);
    if (!answered.ok) return answered;
    const { response, owner: officer } = answered.value;
    const deviceKey = (await obtainDeskKey(store, officer)).jwk;
    const who = await callApi({
      method: 'POST',
      path,
      body: { ceremony, response, deviceKey },
      parse: signedInOfficer,
    });
    if (!who.ok && who.refusal.code === 'office/device-unusable') await forgetDeskKey(store, officer);
    if (!who.ok) return refuse(who.refusal);
    state.value = { kind: 'signedIn', who: who.value };
    return ok(who.value);
  }

  return {
    state,
    resume,
    call,
    signIn: () => pass('/api/office/sessions', undefined, usePasskey),
    enrol: (code) => pass('/api/office/enrolments', { code }, createPasskey),
    async signOut() {
      await callApi({ method: 'DELETE', path: '/api/office/sessions/current', parse: () => null });
      state.value = { kind: 'signedOut' };
    },
    demoOfficers: () =>
      callApi({
        method: 'GET',
        path: '/api/office/demo-officers',
        parse: (body) => v.parse(DemoOfficerList, body),
      }),
  };
}
