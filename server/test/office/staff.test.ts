import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { Office } from '@jatidiri/core/office/model.ts';
import { findDeviceKey } from '../../src/office/deviceStore.ts';
import { officerById } from '../../src/office/officerStore.ts';
import { newDeviceKey, testDesk, testOffice } from './testOffice.ts';

describe('a head of office answers for the officers', () => {
  let office: Awaited<ReturnType<typeof testOffice>>;
  let samarinda: Office;
  let balikpapan: Office;
  before(async () => {
    office = await testOffice();
    samarinda = await office.addOffice('64.72');
    balikpapan = await office.addOffice('64.71');
  });
  after(() => office.close());

  let head: ReturnType<typeof testDesk>;
  let operator: ReturnType<typeof testDesk>;
  let headId: string;
  let operatorId: string;
  beforeEach(async () => {
    [head, operator] = [testDesk(office.app), testDesk(office.app)];
    headId = (await head.enrol((await office.invite(samarinda, 'headOfOffice')).code)).body.officer.id;
    operatorId = (await operator.enrol((await office.invite(samarinda, 'operator')).code)).body.officer.id;
  });
  const suspend = (id: string, suspended = true) =>
    head.call('PUT', `/api/office/officers/${id}/suspension`, { suspended });

  it('invites an officer, who appears in the list and then enrols', async () => {
    const { status, body } = await head.call('POST', '/api/office/officers', {
      name: 'Baru (contoh)',
      role: 'operator',
    });
    assert.equal(status, 201);
    const stateOf = async () => {
      const { officers } = (await head.call('GET', '/api/office/officers')).body;
      return officers.find(({ id }: { id: string }) => id === body.officer)?.state;
    };
    assert.equal(await stateOf(), 'invited');
    assert.equal((await testDesk(office.app).enrol(body.code)).status, 200);
    assert.equal(await stateOf(), 'active');
  });

  it('sees the own office alone', async () => {
    const elsewhere = await office.invite(balikpapan, 'operator');
    const { officers } = (await head.call('GET', '/api/office/officers')).body;
    const ids = officers.map(({ id }: { id: string }) => id);
    assert.ok(ids.includes(operatorId));
    assert.ok(!ids.includes(elsewhere.officer));
    assert.equal((await suspend(elsewhere.officer)).body.code, 'office/other-office');
    const again = await head.call('POST', `/api/office/officers/${elsewhere.officer}/invitations`);
    assert.equal(again.body.code, 'office/other-office');
  });

  it('invites no one into the ministry, and refuses an empty name', async () => {
    for (const body of [{ name: 'X', role: 'ministry' }, { name: '', role: 'operator' }, { name: 'X' }]) {
      assert.equal((await head.call('POST', '/api/office/officers', body)).status, 422);
    }
  });

  it('gives a code for another device, which replaces the one before', async () => {
    const ask = () => head.call('POST', `/api/office/officers/${operatorId}/invitations`);
    const [first, second] = [await ask(), await ask()];
    const tablet = testDesk(office.app);
    assert.equal((await tablet.enrol(first.body.code)).body.code, 'office/invitation-unknown');
    assert.equal((await tablet.enrol(second.body.code)).body.officer.id, operatorId);
    assert.equal((await operator.signIn()).status, 200, 'the first device keeps its passkey');
  });

  it('suspends at once: session, passkey, code and signing key stop working', async () => {
    const { deviceKey } = (await operator.call('GET', '/api/office/me')).body;
    const open = await head.call('POST', `/api/office/officers/${operatorId}/invitations`);
    assert.equal((await suspend(operatorId)).status, 204);
    assert.equal((await operator.call('GET', '/api/office/me')).body.code, 'office/signed-out');
    assert.equal((await operator.signIn()).body.code, 'office/suspended');
    assert.equal((await testDesk(office.app).enrol(open.body.code)).body.code, 'office/invitation-unknown');
    const { database } = office.test;
    assert.deepEqual((await findDeviceKey(database.read, deviceKey))?.revokedAt, office.deps.now());
    assert.equal((await officerById(database.read, operatorId))?.state, 'suspended');
  });

  it('suspends between the passkey’s challenge and its answer', async () => {
    const { ceremony, options } = (await operator.call('POST', '/api/office/sessions/options')).body;
    await suspend(operatorId);
    const response = operator.authenticator.get(options);
    const answer = await operator.call('POST', '/api/office/sessions', {
      ceremony,
      response,
      deviceKey: operator.desk.deviceKey,
    });
    assert.equal(answer.body.code, 'office/suspended');
  });

  it('makes a suspension wait for a decision that has begun, and lets no later one begin', async () => {
    let released: () => void = () => {};
    const held = new Promise<void>((resolve) => {
      released = resolve;
    });
    const order: string[] = [];
    const decision = office.test.database.write(async (sql) => {
      assert.equal((await officerById(sql, operatorId))?.state, 'active');
      await held;
      order.push('decided');
    });
    const suspension = suspend(operatorId).then(() => order.push('suspended'));
    await new Promise((resolve) => setTimeout(resolve, 100));
    released();
    await Promise.all([decision, suspension]);
    assert.deepEqual(order, ['decided', 'suspended']);
  });

  it('takes an officer back on duty, with a new signing key', async () => {
    await suspend(operatorId);
    assert.equal((await suspend(operatorId, false)).status, 204);
    assert.equal((await operator.signIn()).body.code, 'office/device-unusable');
    operator.desk.deviceKey = newDeviceKey();
    assert.equal((await operator.signIn()).status, 200);
  });

  it('returns an officer who never enrolled to the invited', async () => {
    const { officer } = await office.invite(samarinda, 'operator');
    await suspend(officer);
    await suspend(officer, false);
    assert.equal((await officerById(office.test.database.read, officer))?.state, 'invited');
  });

  it('keeps the officer’s versions, opened and closed by entries', async () => {
    await suspend(operatorId);
    await suspend(operatorId);
    await suspend(operatorId, false);
    const { rows } = await office.test.database.pool.query(
      `select history.state, opened.kind as opened, closed.kind as closed
       from officer_history history join ledger_pending opened on opened.id = opened_by
       join ledger_pending closed on closed.id = closed_by where history.id = $1 order by opened_by`,
      [operatorId],
    );
    assert.deepEqual(rows, [
      { state: 'invited', opened: 'office/officer-added', closed: 'office/passkey-registered' },
      { state: 'active', opened: 'office/passkey-registered', closed: 'office/officer-suspended' },
      { state: 'suspended', opened: 'office/officer-suspended', closed: 'office/officer-reinstated' },
    ]);
  });

  it('suspends neither the own account nor one that does not exist', async () => {
    assert.equal((await suspend(headId)).body.code, 'office/own-account');
    assert.equal((await suspend(crypto.randomUUID())).body.code, 'office/unknown-officer');
    assert.equal((await suspend('not-a-uuid')).status, 422);
  });
});
