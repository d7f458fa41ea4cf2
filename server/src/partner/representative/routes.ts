import { ok, refuse } from '@jatidiri/core/kit/result.ts';
import {
  DemoInstitutions,
  PasskeyAnswer,
  PasskeyCeremony,
  RepresentativeRequest,
  SignedInRepresentative,
} from '@jatidiri/core/partner/portalWire.ts';
import { partnerRefusals, representativeRefusals } from '@jatidiri/core/partner/refusals.ts';
import { platformRefusals } from '@jatidiri/core/platform/refusals.ts';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { callerTries } from '../../platform/callerTries.ts';
import { serve } from '../../platform/http/endpoint.ts';
import { listDemoInstitutions } from '../demoPartners.ts';
import { portalCookie, type RepresentativeDeps } from './deps.ts';
import { beginEnrolment, enrol } from './enrol.ts';
import type { OpenedSession } from './openSession.ts';
import { requirePerson, requirePortalOrigin } from './requireRepresentative.ts';
import { beginSignIn, signIn, signOut } from './signIn.ts';

/** Strangers who begin to register, from one address in an hour: each leaves a row and, once registered, an entry. */
const MOST_ENROLMENTS = 60;
const WINDOW_MS = 3_600_000;

/** How the people of an institution come into the portal: a passkey, no password. */
export function representativeRoutes(app: FastifyInstance, deps: RepresentativeDeps): void {
  const cookie = portalCookie(deps.origins);
  const enrolments = callerTries(MOST_ENROLMENTS, WINDOW_MS, deps.now);
  const describe = ({ id, name, partner }: OpenedSession['representative']): SignedInRepresentative => ({
    id,
    name: name.reveal(),
    partner,
  });
  function letIn(reply: FastifyReply, { token, representative }: OpenedSession): SignedInRepresentative {
    reply.header('set-cookie', cookie.set(token));
    return describe(representative);
  }

  serve(app, {
    method: 'POST',
    path: '/api/partner/enrolments/options',
    summary: 'Begin to register a passkey: as somebody new, or with a colleague’s code',
    caller: 'anyone',
    body: RepresentativeRequest,
    reply: PasskeyCeremony,
    refusals: { ...partnerRefusals, ...platformRefusals },
    async handle({ body, request }) {
      const fromPortal = requirePortalOrigin(deps, request);
      if (!fromPortal.ok) return fromPortal;
      if (!enrolments.take(request.ip)) return refuse({ code: 'platform/too-many-requests' });
      return beginEnrolment(deps, body);
    },
  });

  serve(app, {
    method: 'POST',
    path: '/api/partner/enrolments',
    summary: 'Register the passkey and sign in',
    caller: 'anyone',
    body: PasskeyAnswer,
    reply: SignedInRepresentative,
    refusals: partnerRefusals,
    async handle({ body, request, reply }) {
      const fromPortal = requirePortalOrigin(deps, request);
      if (!fromPortal.ok) return fromPortal;
      const session = await enrol(deps, body);
      return session.ok ? ok(letIn(reply, session.value)) : session;
    },
  });

  serve(app, {
    method: 'POST',
    path: '/api/partner/sessions/options',
    summary: 'Begin to sign in with a passkey',
    caller: 'anyone',
    reply: PasskeyCeremony,
    refusals: representativeRefusals,
    async handle({ request }) {
      const fromPortal = requirePortalOrigin(deps, request);
      return fromPortal.ok ? ok(await beginSignIn(deps)) : fromPortal;
    },
  });

  serve(app, {
    method: 'POST',
    path: '/api/partner/sessions',
    summary: 'Sign in',
    caller: 'anyone',
    body: PasskeyAnswer,
    reply: SignedInRepresentative,
    refusals: partnerRefusals,
    async handle({ body, request, reply }) {
      const fromPortal = requirePortalOrigin(deps, request);
      if (!fromPortal.ok) return fromPortal;
      const session = await signIn(deps, body);
      return session.ok ? ok(letIn(reply, session.value)) : session;
    },
  });

  // Outside a demonstration the address does not exist.
  if (deps.demo) demoRoute(app, deps);

  serve(app, {
    method: 'DELETE',
    path: '/api/partner/sessions/current',
    summary: 'Sign out',
    caller: 'representative',
    refusals: representativeRefusals,
    async handle({ request, reply }) {
      const fromPortal = requirePortalOrigin(deps, request);
      if (!fromPortal.ok) return fromPortal;
      await signOut(deps, cookie.digestIn(request.headers.cookie));
      reply.header('set-cookie', cookie.empty());
      return ok(undefined);
    },
  });

  serve(app, {
    method: 'GET',
    path: '/api/partner/me',
    summary: 'Who is signed in at the partner portal',
    caller: 'representative',
    reply: SignedInRepresentative,
    refusals: representativeRefusals,
    async handle({ request }) {
      const person = await requirePerson(deps, request);
      return person.ok ? ok(describe(person.value)) : person;
    },
  });
}

function demoRoute(app: FastifyInstance, deps: RepresentativeDeps): void {
  serve(app, {
    method: 'GET',
    path: '/api/partner/demo-institutions',
    summary: 'The demonstration’s institutions, for anybody to try',
    caller: 'anyone',
    reply: DemoInstitutions,
    refusals: {},
    handle: async () => ok(await listDemoInstitutions(deps)),
  });
}
