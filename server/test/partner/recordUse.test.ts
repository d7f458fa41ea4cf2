import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { AgreementTerms } from '@jatidiri/core/partner/model.ts';
import { findClient, recordUse } from '../../src/partner/index.ts';
import { findUsage } from '../../src/partner/usageStore.ts';
import { createTestWorld, type TestWorld } from '../testWorld.ts';

describe('counting use', () => {
  let world: TestWorld;
  before(async () => {
    world = await createTestWorld();
  });
  after(() => world.close());

  async function usingOf(client: string, terms: Partial<AgreementTerms> = {}) {
    const found = await findClient(world.database.read, client, world.clock.now);
    assert.ok(found?.access.ok);
    const { id } = found.access.value;
    return { client: found.client, agreement: { id, terms: { ...found.access.value.terms, ...terms } } };
  }
  type Using = Awaited<ReturnType<typeof usingOf>>;
  const use = (using: Using, count = 1) =>
    world.database.write((sql) => recordUse(sql, using, 'match', count, world.clock.now));
  const usage = (using: Using) => findUsage(world.database.read, using.agreement.id!, '2026-11');

  it('prices a NIK for a commercial entity, and nothing for a public service', async () => {
    assert.deepEqual(await use(await usingOf('clinic-production'), 3), {
      ok: true,
      value: { amount: 3_000 },
    });
    assert.deepEqual(await use(await usingOf('health-insurance-production')), {
      ok: true,
      value: { amount: 0 },
    });
  });

  it('counts exactly to the quota, however many ask at once', async () => {
    const using = await usingOf('bank-production', { quotaPerMonth: 20 });
    const answers = await Promise.all(Array.from({ length: 40 }, () => use(using)));
    assert.equal(answers.filter(({ ok }) => ok).length, 20);
    assert.deepEqual(
      answers.find(({ ok }) => !ok),
      { ok: false, refusal: { code: 'partner/quota-exhausted' } },
    );
    const { match, amount } = (await usage(using))!;
    assert.deepEqual({ match, amount }, { match: 20, amount: 20_000 });
  });

  it('takes a batch whole or not at all', async () => {
    const using = await usingOf('bank-production', { quotaPerMonth: 25 });
    assert.equal((await use(using, 6)).ok, false);
    assert.equal((await use(using, 5)).ok, true);
    assert.equal((await usage(using))?.match, 25);
    assert.equal((await use(await usingOf('clinic-production', { quotaPerMonth: 1 }), 2)).ok, false);
  });

  it('is undone with the caller’s transaction', async () => {
    const using = await usingOf('clinic-production');
    const before = await usage(using);
    await assert.rejects(
      world.database.write(async (sql) => {
        await recordUse(sql, using, 'read', 1, world.clock.now);
        throw new Error('afterwards');
      }),
    );
    assert.deepEqual(await usage(using), before);
  });

  it('starts anew with the month of East Kalimantan', async () => {
    const using = await usingOf('bank-production', { quotaPerMonth: 25 });
    world.clock.now = new Date('2026-11-30T15:59:59Z');
    assert.equal((await use(using)).ok, false);
    world.clock.now = new Date('2026-11-30T16:00:00Z');
    assert.equal((await use(using)).ok, true);
    world.clock.now = new Date('2026-11-22T01:00:00Z');
  });

  it('never counts in the sandbox', async () => {
    const using = await usingOf('clinic-sandbox');
    assert.deepEqual(await use(using, 1_000_000), { ok: true, value: { amount: 0 } });
    assert.equal(using.agreement.id, null);
  });
});
