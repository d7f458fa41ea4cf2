import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ACTIONS, type Action, ROLES, type Role } from '@jatidiri/core/office/model.ts';
import { type GuardedRequest, requireOfficer } from '../../src/office/requireOfficer.ts';
import { testDesk, testOffice } from './testOffice.ts';

/** Who may do what. Written out once more, so that a slip in the rules shows. */
const ALLOWED: Record<Action, readonly Role[]> = {
  'activation.lookup': ['operator', 'headOfOffice'],
  'activation.decide': ['operator', 'headOfOffice'],
  'activation.end': ['operator', 'headOfOffice'],
  'family.record': ['operator', 'headOfOffice'],
  'family.correct': ['headOfOffice'],
  'kia.issue': ['operator', 'headOfOffice'],
  'kia.partners': ['headOfOffice'],
  'objection.answer': ['operator', 'headOfOffice'],
  'service.work': ['operator', 'headOfOffice'],
  'recording.read': ['operator', 'headOfOffice'],
  'recording.capture': ['operator', 'headOfOffice'],
  'recording.decide': ['headOfOffice'],
  'recording.unseal': ['headOfOffice'],
  'recording.schools': ['headOfOffice'],
  'card.print': ['operator', 'headOfOffice'],
  'card.handOver': ['operator', 'headOfOffice'],
  'card.stock': ['headOfOffice'],
  'officer.list': ['headOfOffice', 'ministry'],
  'officer.invite': ['headOfOffice'],
  'officer.suspend': ['headOfOffice'],
  'partner.list': ['ministry'],
  'partner.decide': ['ministry'],
  'programme.read': ['operator', 'headOfOffice', 'ministry'],
  'programme.report': ['headOfOffice', 'ministry'],
  'programme.resolve': ['headOfOffice', 'ministry'],
  'programme.confirm': ['headOfOffice'],
  'programme.target': ['ministry'],
  'outreach.read': ['operator', 'headOfOffice', 'ministry'],
  'outreach.plan': ['headOfOffice'],
  'outreach.hold': ['operator', 'headOfOffice'],
  'field.prepare': ['operator', 'headOfOffice'],
  'field.bringHome': ['operator', 'headOfOffice'],
  'field.settle': ['operator', 'headOfOffice'],
  'field.release': ['headOfOffice'],
};

const MISSING = '00000000-0000-7000-8000-000000000000';

interface Operation {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly payload?: object;
  /** Undefined: every signed-in officer. */
  readonly action?: Action;
  readonly done: number;
}

const OPERATIONS: readonly Operation[] = [
  { method: 'GET', url: '/api/office/me', done: 200 },
  { method: 'GET', url: '/api/office/officers', action: 'officer.list', done: 200 },
  {
    method: 'POST',
    url: '/api/office/officers',
    payload: { name: 'Baru (contoh)', role: 'operator' },
    action: 'officer.invite',
    done: 201,
  },
  { method: 'POST', url: `/api/office/officers/${MISSING}/invitations`, action: 'officer.invite', done: 404 },
  {
    method: 'PUT',
    url: `/api/office/officers/${MISSING}/suspension`,
    payload: { suspended: true },
    action: 'officer.suspend',
    done: 404,
  },
];

describe('access to the office room', () => {
  let office: Awaited<ReturnType<typeof testOffice>>;
  const desks = new Map<Role, ReturnType<typeof testDesk>>();
  before(async () => {
    office = await testOffice();
    const samarinda = await office.addOffice('64.72');
    for (const role of ROLES) {
      const desk = testDesk(office.app);
      await desk.enrol((await office.invite(samarinda, role)).code);
      desks.set(role, desk);
    }
  });
  after(() => office.close());

  it('lists every endpoint that needs an officer', () => {
    const guarded = office.app.endpoints.filter(({ caller }) => caller === 'officer');
    const tested = OPERATIONS.map(({ method, url }) => `${method} ${url.replace(MISSING, '{id}')}`);
    const served = guarded.map(({ method, path }) => `${method} ${path}`);
    // Signing out asks for nothing: whoever holds the cookie may throw it away.
    assert.deepEqual(served.filter((name) => !name.endsWith('/sessions/current')).sort(), tested.sort());
  });

  for (const { method, url, payload, action, done } of OPERATIONS) {
    for (const role of ROLES) {
      const allowed = action === undefined || ALLOWED[action].includes(role);
      it(`${method} ${url.replace(MISSING, '{id}')} ${allowed ? 'serves' : 'refuses'} ${role}`, async () => {
        const { status, body } = await desks.get(role)!.call(method, url, payload);
        assert.equal(status, allowed ? done : 403, JSON.stringify(body));
        if (!allowed) assert.equal(body.code, 'office/not-permitted');
      });
    }
    it(`${method} ${url.replace(MISSING, '{id}')} refuses strangers`, async () => {
      const { body } = await testDesk(office.app).call(method, url, payload);
      assert.equal(body.code, 'office/signed-out');
    });
  }

  for (const action of ACTIONS) {
    for (const role of ROLES) {
      const allowed = ALLOWED[action].includes(role);
      it(`${role} ${allowed ? 'may' : 'may not'} ${action}`, async () => {
        const { cookie, origin } = desks.get(role)!.desk;
        const request: GuardedRequest = { method: 'POST', headers: { cookie, origin } };
        const answer = await requireOfficer(office.deps, request, action);
        assert.equal(answer.ok, allowed);
        if (!answer.ok) assert.equal(answer.refusal.code, 'office/not-permitted');
      });
    }
  }

  it('refuses every change that does not come from the desk’s own pages', async () => {
    const changing = office.app.endpoints.filter(({ method }) => method !== 'GET');
    assert.ok(changing.length >= 8);
    const desk = testDesk(office.app);
    desk.desk.cookie = desks.get('headOfOffice')!.desk.cookie;
    for (const origin of [undefined, 'http://wallet.localhost:8080', 'http://desk.localhost', 'null']) {
      desk.desk.origin = origin;
      for (const { method, path } of changing) {
        const url = path.replace('{id}', MISSING);
        const { status, body } = await desk.call(method, url, bodyFor(path));
        assert.equal(
          `${status} ${body?.code}`,
          '403 office/foreign-origin',
          `${method} ${path} from ${origin}`,
        );
      }
    }
  });
});

function bodyFor(path: string): object | undefined {
  if (path.endsWith('/enrolments/options')) return { code: 'X' };
  if (path.endsWith('/suspension')) return { suspended: true };
  if (path.endsWith('/officers')) return { name: 'Baru', role: 'operator' };
  if (!/\/(enrolments|sessions)$/.test(path)) return undefined;
  const coordinate = 'A'.repeat(43);
  const deviceKey = { kty: 'EC', crv: 'P-256', x: coordinate, y: coordinate };
  return { ceremony: MISSING, response: {}, deviceKey };
}
