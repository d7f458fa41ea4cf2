import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { testDesk, testOffice } from './testOffice.ts';

const COMMAND = fileURLToPath(new URL('../../src/commands/officers.ts', import.meta.url));

describe('npm run officers', () => {
  let office: Awaited<ReturnType<typeof testOffice>>;
  before(async () => {
    office = await testOffice();
  });
  after(() => office.close());

  function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
    const env = { ...process.env, DATABASE_URL: office.test.url, DEMO: '0' };
    return new Promise((done) => {
      execFile(process.execPath, [COMMAND, ...args], { env }, (error, out, err) =>
        done({ code: error ? Number(error.code) : 0, out, err }),
      );
    });
  }

  it('takes an installation from nothing to a head of office who can sign in and is suspended', async () => {
    assert.match((await run('list')).out, /There is no office yet/);
    const added = await run('add-office', '--name', 'Disdukcapil Samarinda', '--wilayah', '64.72');
    assert.match(added.out, /serves Kota Samarinda: office /, added.err);
    const officeId = added.out.match(/office (\S+)/)![1]!;

    const invited = await run(
      ...['invite', '--office', officeId, '--name', 'Kepala (contoh)', '--role', 'headOfOffice'],
    );
    const [, officerId, code] = invited.out.match(/Officer (\S+)\nInvitation code (\S+),/)!;
    // The command has the machine's clock, the room has the test's.
    office.later(Date.now() - office.deps.now().getTime());
    const desk = testDesk(office.app);
    assert.equal((await desk.enrol(code!)).body.officer.id, officerId);
    assert.match((await run('list')).out, new RegExp(`${officerId}  headOfOffice  active     Kepala`));

    assert.equal((await run('suspend', '--officer', officerId!)).code, 0);
    assert.equal((await desk.call('GET', '/api/office/me')).body.code, 'office/signed-out');
    assert.match((await run('invite-again', '--officer', officerId!)).err, /suspended/);
    assert.equal((await run('reinstate', '--officer', officerId!)).code, 0);
    assert.match((await run('invite-again', '--officer', officerId!)).out, /Invitation code/);
  });

  it('says what is wrong, and changes nothing', async () => {
    const nobody = crypto.randomUUID();
    const cases: [string[], RegExp][] = [
      [[], /npm run officers -- list/],
      [['invite', '--office', 'x', '--name', 'A', '--role', 'operator'], /npm run officers/],
      [['invite', '--office', nobody, '--name', 'A', '--role', 'operator'], /office is not known/],
      [['invite', '--office', nobody, '--name', 'A', '--role', 'king'], /npm run officers/],
      [['suspend', '--officer', nobody], /officer is not known/],
      [['add-office', '--name', 'A', '--wilayah', '64.99'], /No region has the code 64.99/],
    ];
    const before = (await office.entries()).filter(({ kind }) => kind.startsWith('office/')).length;
    for (const [args, message] of cases) {
      const { code, err } = await run(...args);
      assert.equal(code, 1, args.join(' '));
      assert.match(err, message);
    }
    const after = (await office.entries()).filter(({ kind }) => kind.startsWith('office/')).length;
    assert.equal(after, before);
  });
});
