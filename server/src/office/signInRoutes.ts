import { ok } from '@jatidiri/core/kit/result.ts';
import { officeRefusals, officerRefusals } from '@jatidiri/core/office/refusals.ts';
import {
  CeremonyAnswer,
  CeremonyOptions,
  EnrolmentOptionsRequest,
  SignedInOfficer,
} from '@jatidiri/core/office/wire.ts';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { serve } from '../platform/http/endpoint.ts';
import { deskCookie } from './cookie.ts';
import type { OfficeDeps } from './deps.ts';
import { describeSignedIn } from './describeSignedIn.ts';
import { beginEnrolment, enrolOfficer } from './enrolOfficer.ts';
import type { OpenedSession } from './openSession.ts';
import { requireDeskOrigin, requireSignedIn } from './requireOfficer.ts';
import { beginSignIn, signInOfficer } from './signInOfficer.ts';
import { signOutOfficer } from './signOutOfficer.ts';

export function signInRoutes(app: FastifyInstance, deps: OfficeDeps): void {
  const cookie = deskCookie(deps.origins.desk);
  function letIn(reply: FastifyReply, session: OpenedSession): SignedInOfficer {
    reply.header('set-cookie', cookie.set(session.token));
    return describeSignedIn(deps, session);
  }

  serve(app, {
    method: 'POST',
    path: '/api/office/enrolments/options',
    summary: 'Begin to register a passkey with an invitation code',
    caller: 'anyone',
    body: EnrolmentOptionsRequest,
    reply: CeremonyOptions,
    refusals: officeRefusals,
    async handle({ body, request }) {
      const fromDesk = requireDeskOrigin(deps, request);
      return fromDesk.ok ? beginEnrolment(deps, body.code) : fromDesk;
    },
  });

  serve(app, {
    method: 'POST',
    path: '/api/office/enrolments',
    summary: 'Register the passkey and the desk’s signing key, and sign in',
    caller: 'anyone',
    body: CeremonyAnswer,
    reply: SignedInOfficer,
    refusals: officeRefusals,
    async handle({ body, request, reply }) {
      const fromDesk = requireDeskOrigin(deps, request);
      if (!fromDesk.ok) return fromDesk;
      const session = await enrolOfficer(deps, body);
      return session.ok ? ok(letIn(reply, session.value)) : session;
    },
  });

  serve(app, {
    method: 'POST',
    path: '/api/office/sessions/options',
    summary: 'Begin to sign in with a passkey',
    caller: 'anyone',
    reply: CeremonyOptions,
    refusals: officerRefusals,
    async handle({ request }) {
      const fromDesk = requireDeskOrigin(deps, request);
      return fromDesk.ok ? ok(await beginSignIn(deps)) : fromDesk;
    },
  });

  serve(app, {
    method: 'POST',
    path: '/api/office/sessions',
    summary: 'Sign in; a new signing key of the desk is registered in the same step',
    caller: 'anyone',
    body: CeremonyAnswer,
    reply: SignedInOfficer,
    refusals: officeRefusals,
    async handle({ body, request, reply }) {
      const fromDesk = requireDeskOrigin(deps, request);
      if (!fromDesk.ok) return fromDesk;
      const session = await signInOfficer(deps, body);
      return session.ok ? ok(letIn(reply, session.value)) : session;
    },
  });

  serve(app, {
    method: 'DELETE',
    path: '/api/office/sessions/current',
    summary: 'Sign out',
    caller: 'officer',
    refusals: officerRefusals,
    async handle({ request, reply }) {
      const fromDesk = requireDeskOrigin(deps, request);
      if (!fromDesk.ok) return fromDesk;
      await signOutOfficer(deps, cookie.digestIn(request.headers.cookie));
      reply.header('set-cookie', cookie.empty());
      return ok(undefined);
    },
  });

  serve(app, {
    method: 'GET',
    path: '/api/office/me',
    summary: 'Who is signed in at this desk',
    caller: 'officer',
    reply: SignedInOfficer,
    refusals: officerRefusals,
    async handle({ request }) {
      const signedIn = await requireSignedIn(deps, request);
      return signedIn.ok ? ok(describeSignedIn(deps, signedIn.value)) : signedIn;
    },
  });
}
