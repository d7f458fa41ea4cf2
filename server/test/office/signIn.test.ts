import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { Office } from '@jatidiri/core/office/model.ts';
import { ACTIONS } from '@jatidiri/core/office/model.ts';
import { may } from '@jatidiri/core/office/rules.ts';
import { newDeviceKey, testDesk, testOffice } from './testOffice.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('an officer signs in', () => {
  let office: Awaited<ReturnType<typeof testOffice>>;
  let samarinda: Office;
  before(async () => {
    office = await testOffice();
    samarinda = await office.addOffice('64.72');
  });
  after(() => office.close());

  let desk: ReturnType<typeof testDesk>;
  let invitation: { officer: string; code: string };
  beforeEach(async () => {
    desk = testDesk(office.app);
    invitation = await office.invite(samarinda, 'operator');
  });

  it('enrols with a code, and is who the head of office invited', async () => {
    const enrolled = await desk.enrol(invitation.code);
    assert.equal(enrolled.status, 200, JSON.stringify(enrolled.body));
    assert.equal(enrolled.body.officer.id, invitation.officer);
    assert.deepEqual(
      enrolled.body.may,
      ACTIONS.filter((action) => may('operator', action)),
    );
    assert.equal(enrolled.body.officer.office.wilayahName, 'Kota Samarinda');
    assert.match(String(enrolled.setCookie), /; Path=\/api; HttpOnly; SameSite=Strict$/);
    assert.deepEqual((await desk.call('GET', '/api/office/me')).body, enrolled.body);
  });

  it('leaves a trace of every step', async () => {
    const known = (await office.entries()).length;
    await desk.enrol(invitation.code);
    await desk.signIn();
    await desk.call('DELETE', '/api/office/sessions/current');
    const kinds = (await office.entries()).slice(known).map(({ kind }) => kind);
    assert.deepEqual(kinds, [
      'office/device-registered',
      'office/passkey-registered',
      'office/signed-in',
      'office/signed-in',
      'office/signed-out',
    ]);
  });

  it('types the code as people type', async () => {
    const typed = ` ${invitation.code.toLowerCase().replaceAll('-', ' ')} `;
    assert.equal((await desk.enrol(typed)).status, 200);
  });

  it('refuses a code that is used, late or invented', async () => {
    await desk.enrol(invitation.code);
    const again = await testDesk(office.app).enrol(invitation.code);
    assert.equal(again.body.code, 'office/invitation-unknown');
    const late = await office.invite(samarinda, 'operator');
    office.later(24 * HOUR);
    assert.equal((await testDesk(office.app).enrol(late.code)).body.code, 'office/invitation-unknown');
    assert.equal((await testDesk(office.app).enrol('0000-0000-0000')).body.code, 'office/invitation-unknown');
  });

  it('lets one of two through who redeem the same code at the same moment', async () => {
    const desks = [desk, testDesk(office.app), testDesk(office.app)];
    const begun = await Promise.all(
      desks.map(({ call }) => call('POST', '/api/office/enrolments/options', { code: invitation.code })),
    );
    const finished = await Promise.all(
      desks.map(({ call, authenticator, desk: { deviceKey } }, index) => {
        const { ceremony, options } = begun[index]!.body;
        const response = authenticator.create(options);
        return call('POST', '/api/office/enrolments', { ceremony, response, deviceKey });
      }),
    );
    assert.deepEqual(finished.map(({ status }) => status).sort(), [200, 404, 404]);
  });

  it('signs in again with the passkey, and refuses what is not that passkey', async () => {
    await desk.enrol(invitation.code);
    assert.equal((await desk.signIn()).status, 200);
    const flaws = [
      { origin: 'http://desk.evil.example' },
      { rpId: 'evil.example' },
      { challenge: 'AAAA' },
      { unverified: true },
      { counter: 1 },
    ];
    for (const flaw of flaws) {
      const refused = await desk.signIn(flaw);
      assert.equal(refused.body.code, 'office/passkey-refused', JSON.stringify(flaw));
      assert.equal(refused.setCookie, undefined);
    }
    assert.equal((await testDesk(office.app).signIn()).body.code, 'office/passkey-refused');
  });

  it('refuses an enrolment with a flaw, and leaves the code usable', async () => {
    const flaws = [{ origin: 'http://evil.example' }, { rpId: 'evil.example' }, { unverified: true }];
    for (const flaw of flaws)
      assert.equal((await desk.enrol(invitation.code, flaw)).body.code, 'office/passkey-refused');
    assert.equal((await desk.enrol(invitation.code)).status, 200);
  });

  it('finishes a ceremony once, in time, and as what it began', async () => {
    await desk.enrol(invitation.code);
    const begin = async () => (await desk.call('POST', '/api/office/sessions/options')).body;
    const finish = (begun: { ceremony: string; options: Record<string, unknown> }) =>
      desk.call('POST', '/api/office/sessions', {
        ceremony: begun.ceremony,
        response: desk.authenticator.get(begun.options),
        deviceKey: desk.desk.deviceKey,
      });
    const begun = await begin();
    assert.equal((await finish(begun)).status, 200);
    assert.equal((await finish(begun)).body.code, 'office/ceremony-expired');
    const slow = await begin();
    office.later(5 * MINUTE);
    assert.equal((await finish(slow)).body.code, 'office/ceremony-expired');
    const other = await office.invite(samarinda, 'operator');
    const enrolment = await desk.call('POST', '/api/office/enrolments/options', { code: other.code });
    const crossed = await finish({ ...enrolment.body, options: (await begin()).options });
    assert.equal(crossed.body.code, 'office/ceremony-expired');
  });

  it('ends a session that nobody used for 30 minutes, and any after 12 hours', async () => {
    await desk.enrol(invitation.code);
    const me = () => desk.call('GET', '/api/office/me');
    office.later(29 * MINUTE);
    assert.equal((await me()).status, 200);
    office.later(29 * MINUTE);
    assert.equal((await me()).status, 200);
    office.later(30 * MINUTE);
    assert.equal((await me()).body.code, 'office/signed-out');
    await desk.signIn();
    for (let minutes = 20; minutes < 12 * 60; minutes += 20) {
      office.later(20 * MINUTE);
      assert.equal((await me()).status, 200, `after ${minutes} minutes`);
    }
    office.later(20 * MINUTE);
    assert.equal((await me()).body.code, 'office/signed-out');
  });

  it('signs out for good, and as often as one likes', async () => {
    await desk.enrol(invitation.code);
    const { cookie } = desk.desk;
    assert.equal((await desk.call('DELETE', '/api/office/sessions/current')).status, 204);
    desk.desk.cookie = cookie;
    assert.equal((await desk.call('GET', '/api/office/me')).body.code, 'office/signed-out');
    assert.equal((await desk.call('DELETE', '/api/office/sessions/current')).status, 204);
  });

  it('registers a new signing key, but never another officer’s or one off the curve', async () => {
    const first = (await desk.enrol(invitation.code)).body.deviceKey;
    desk.desk.deviceKey = newDeviceKey();
    const second = (await desk.signIn()).body.deviceKey;
    assert.notEqual(second, first);
    const other = testDesk(office.app);
    other.desk.deviceKey = desk.desk.deviceKey;
    const colleague = await office.invite(samarinda, 'operator');
    assert.equal((await other.enrol(colleague.code)).body.code, 'office/device-unusable');
    other.desk.deviceKey = { ...newDeviceKey(), y: 'A'.repeat(43) };
    assert.equal((await other.enrol(colleague.code)).body.code, 'office/device-unusable');
    other.desk.deviceKey = newDeviceKey();
    assert.equal((await other.enrol(colleague.code)).status, 200);
  });

  it('hands out a Secure cookie where the desk is on https', async () => {
    const desk = 'https://desk.ikd.example.go.id';
    const secure = await testOffice({ desk, on: office.test });
    const enrolled = await testDesk(secure.app, desk).enrol(invitation.code);
    assert.match(String(enrolled.setCookie), /; Secure$/);
    await secure.close();
  });
});
