import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createDemoOffices } from '../../src/office/demoOffices.ts';
import { REGIONS, testDesk, testOffice } from './testOffice.ts';

describe('demonstration officers', () => {
  let demo: Awaited<ReturnType<typeof testOffice>>;
  let real: typeof demo;
  before(async () => {
    demo = await testOffice({ demo: true });
    // The same database, later run as a real installation.
    real = await testOffice({ demo: false, on: demo.test });
    await createDemoOffices(demo.deps, REGIONS);
  });
  after(async () => {
    await real.close();
    await demo.close();
  });

  it('are two for each region, and creating them again adds nothing', async () => {
    const list = async () => (await testDesk(demo.app).call('GET', '/api/office/demo-officers')).body;
    const officers = await list();
    assert.deepEqual(
      officers.map(({ code, role, office }: Record<string, string>) => `${code} ${role} ${office}`),
      [
        'DEMO-6471-PETUGAS operator Disdukcapil Kota Balikpapan',
        'DEMO-6471-KEPALA headOfOffice Disdukcapil Kota Balikpapan',
        'DEMO-6472-PETUGAS operator Disdukcapil Kota Samarinda',
        'DEMO-6472-KEPALA headOfOffice Disdukcapil Kota Samarinda',
      ],
    );
    assert.ok(officers.every(({ name }: { name: string }) => name.endsWith('(contoh)')));
    const entries = (await demo.entries()).length;
    await createDemoOffices(demo.deps, REGIONS);
    assert.deepEqual(await list(), officers);
    assert.equal((await demo.entries()).length, entries);
  });

  it('are open to anybody, each in a browser of their own', async () => {
    const visitors = [testDesk(demo.app), testDesk(demo.app)];
    for (const visitor of visitors) {
      const enrolled = await visitor.enrol('DEMO-6472-PETUGAS');
      assert.equal(enrolled.status, 200);
      assert.equal(enrolled.body.officer.office.name, 'Disdukcapil Kota Samarinda');
    }
    assert.equal((await visitors[0]!.call('GET', '/api/office/me')).status, 200);
  });

  it('do not exist outside a demonstration', async () => {
    const list = await testDesk(real.app).call('GET', '/api/office/demo-officers');
    assert.equal(list.status, 404);
    assert.equal(list.body.code, 'platform/not-found');
  });

  it('get in by no way once the installation is real: code, passkey and session stop working', async () => {
    const visitor = testDesk(demo.app);
    await visitor.enrol('DEMO-6471-KEPALA');
    const later = testDesk(real.app);
    later.desk.cookie = visitor.desk.cookie;
    assert.equal((await later.call('GET', '/api/office/me')).body.code, 'office/signed-out');
    assert.equal((await later.enrol('DEMO-6471-KEPALA')).body.code, 'office/invitation-unknown');

    const { ceremony, options } = (await later.call('POST', '/api/office/sessions/options')).body;
    const response = visitor.authenticator.get(options);
    const { deviceKey } = visitor.desk;
    const signedIn = await later.call('POST', '/api/office/sessions', { ceremony, response, deviceKey });
    assert.equal(signedIn.body.code, 'office/passkey-refused');
  });
});
