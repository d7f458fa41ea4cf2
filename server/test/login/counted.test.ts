import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { record } from '../registry/records.ts';
import type { TestHandset } from '../testHandset.ts';
import {
  begin,
  createLoginWorld,
  type LoginWorld,
  logIn,
  relyingParty,
  signIn,
  walletOf,
} from './relyingParty.ts';

/** Synthetic as all are, but with a serial number below those of test residents. */
const SOMEBODY = record(12);

/** What a login costs, and whom a sandbox may see. */
describe('a login under an agreement', () => {
  let world: LoginWorld;
  let siti: TestHandset;

  before(async () => {
    world = await createLoginWorld({ residents: [SOMEBODY] });
    siti = await walletOf(world);
  });
  after(async () => {
    await world.close();
    assert.deepEqual(world.faults, []);
  });

  const logins = async () => {
    const text = `select coalesce(sum(login), 0)::int as logins from partner_usage`;
    return (await world.database.read.query<{ logins: number }>({ name: 'test.logins', text }))[0]!.logins;
  };

  test('counts once in production, however often its page is loaded, and never in the sandbox', async () => {
    await logIn(world, siti, await relyingParty(world, 'clinic-sandbox'));
    assert.equal(await logins(), 0);
    await logIn(world, siti, await relyingParty(world));
    assert.equal(await logins(), 1);
  });

  test('one that the resident declines costs nothing', async () => {
    const before = await logins();
    await signIn(world, siti, await begin(await relyingParty(world)), { decision: 'decline' });
    assert.equal(await logins(), before);
  });

  test('a sandbox is told no when a real resident answers', async () => {
    const somebody = await walletOf(world, {
      nik: SOMEBODY.nik.reveal(),
      name: SOMEBODY.name.reveal(),
    });
    const sandbox = await relyingParty(world, 'clinic-sandbox');
    const refused = await signIn(world, somebody, await begin(sandbox));
    assert.deepEqual(
      [refused.searchParams.get('error'), refused.searchParams.get('error_description')],
      ['access_denied', 'login/test-residents-only'],
    );
    const earnest = await signIn(world, somebody, await begin(await relyingParty(world)));
    assert.ok(earnest.searchParams.has('code'));
  });

  test('when the month’s quota is used up, the browser goes back with a no that says so', async () => {
    const text = `update agreement set terms = jsonb_set(terms, '{quotaPerMonth}', '2')`;
    await world.database.write((sql) => sql.query({ name: 'test.quota', text }));
    const refused = await signIn(world, siti, await begin(await relyingParty(world)));
    assert.deepEqual(
      [refused.searchParams.get('error'), refused.searchParams.get('error_description')],
      ['access_denied', 'partner/quota-exhausted'],
    );
  });
});
