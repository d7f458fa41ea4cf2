import assert from 'node:assert/strict';
import { generateKeyPairSync, sign as signWith } from 'node:crypto';
import { after, before, beforeEach, describe, test } from 'node:test';
import type { Bytes } from '@jatidiri/core/kit/bytes.ts';
import type { PublicJwk } from '@jatidiri/core/kit/suite.ts';
import { append, follow, sequence, sequenceAll, verifyLedger } from '../../src/ledger/index.ts';
import { uuidV7Source } from '../../src/platform/ids.ts';
import { nodeSuite } from '../../src/platform/keys/nodeSuite.ts';
import { createTestDatabase, type TestDatabase } from '../testDatabase.ts';

const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const headKey = publicKey.export({ format: 'jwk' }) as unknown as PublicJwk;
const sign = (data: Uint8Array) =>
  new Uint8Array(signWith('sha256', data, { key: privateKey, dsaEncoding: 'ieee-p1363' })) as Bytes;

describe('the ledger', () => {
  let test_: TestDatabase;
  let anchors: string[];
  const now = () => new Date('2026-11-22T01:00:00Z');
  const tracing = { now, newId: uuidV7Source(() => new Date()) };

  before(async () => {
    test_ = await createTestDatabase();
  });
  after(() => test_.drop());
  beforeEach(async () => {
    anchors = [];
    await test_.database.pool.query('truncate ledger_entry, ledger_pending, ledger_head, ledger_cursor');
  });

  const deps = () => ({
    database: test_.database,
    now,
    signHead: sign,
    anchor: (head: string) => {
      anchors.push(head);
    },
  });
  const write = (n: number) =>
    test_.database.write((sql) =>
      append(tracing, sql, {
        kind: 'test/happened',
        subject: null,
        actor: { kind: 'system', task: 'test' },
        details: { n, text: 'é "quoted"\n', list: [1, null, true], b: 1, a: { z: 1, y: 2 } },
      }),
    );
  const verify = (kept: readonly string[] = []) =>
    test_.database.snapshot((sql) => verifyLedger(sql, kept, headKey, nodeSuite()));

  async function chainOf(entries: number): Promise<void> {
    for (let n = 1; n <= entries; n++) await write(n);
    await sequenceAll(deps());
  }

  test('an untouched chain has no findings, however the entries were batched', async () => {
    for (let n = 1; n <= 20; n++) {
      await write(n);
      if (n % 3 === 0) await sequence(deps());
    }
    await sequenceAll(deps());
    assert.deepEqual(await verify(anchors), { entries: 20, findings: [] });
  });

  test('many writers and two sequencers: every entry once, the chain whole', async () => {
    const writers = Array.from({ length: 16 }, async (_, w) => {
      for (let n = 0; n < 25; n++) await write(w * 100 + n);
    });
    let writing = true;
    const sequencers = [1, 2].map(async () => {
      while (writing) await sequence(deps());
    });
    await Promise.all(writers);
    writing = false;
    await Promise.all(sequencers);
    await sequenceAll(deps());
    const { rows } = await test_.database.pool.query(
      `select count(distinct details->>'n')::int as n from ledger_entry`,
    );
    assert.equal(rows[0].n, 400);
    assert.deepEqual(await verify(anchors), { entries: 400, findings: [] });
  });

  const tamperings: [string, string, object[]][] = [
    [
      'an altered detail',
      `update ledger_entry set details = '{"n": 0}' where seq = 5`,
      [{ kind: 'altered', seq: 5 }],
    ],
    [
      'an altered time',
      `update ledger_entry set at = at + interval '1 ms' where seq = 5`,
      [{ kind: 'altered', seq: 5 }],
    ],
    ['a removed entry', 'delete from ledger_entry where seq = 5', [{ kind: 'removed', seq: 5 }]],
    [
      'two removed entries',
      'delete from ledger_entry where seq in (5, 6)',
      [
        { kind: 'removed', seq: 5 },
        { kind: 'removed', seq: 6 },
      ],
    ],
    ['a cut-off tail', 'delete from ledger_entry where seq > 8', [{ kind: 'headMissing', seq: 10 }]],
    [
      'a removed entry with the rest renumbered',
      'delete from ledger_entry where seq = 5; update ledger_entry set seq = seq + 1000 where seq > 5; update ledger_entry set seq = seq - 1001 where seq > 1000',
      [
        { kind: 'removed', seq: 5 },
        { kind: 'headMissing', seq: 10 },
      ],
    ],
  ];
  for (const [name, sql, expected] of tamperings) {
    test(`names ${name}`, async () => {
      await chainOf(10);
      await test_.database.pool.query(sql);
      const { findings } = await verify();
      assert.deepEqual(
        findings.map(({ ...finding }) => ({
          kind: finding.kind,
          ...('seq' in finding ? { seq: finding.seq } : {}),
        })),
        expected,
      );
    });
  }

  test('names an entry inserted in the middle, with its hash made to fit and the rest renumbered', async () => {
    await chainOf(10);
    const { chainInput } = await import('@jatidiri/core/ledger/chain.ts');
    const { createHash, randomUUID } = await import('node:crypto');
    const { rows } = await test_.database.pool.query('select hash from ledger_entry where seq = 4');
    const entry = {
      id: randomUUID() as never,
      at: now(),
      kind: 'test/forged',
      subject: null,
      actor: { kind: 'stranger' } as const,
      details: {},
    };
    const hash = createHash('sha256')
      .update(chainInput(rows[0].hash, 5, entry))
      .digest();
    await test_.database.pool.query(
      'update ledger_entry set seq = seq + 1000 where seq > 4; update ledger_entry set seq = seq - 999 where seq > 1000',
    );
    await test_.database.pool.query('insert into ledger_entry values (5, $1, $2, $3, null, $4, $5, $6)', [
      entry.id,
      entry.at,
      entry.kind,
      entry.actor,
      entry.details,
      hash,
    ]);
    const { findings } = await verify();
    assert.deepEqual(findings[0], { kind: 'inserted', seq: 5, id: entry.id });
  });

  test('a chain rewritten to the end, head and all, parts from the heads kept outside the database', async () => {
    await chainOf(4);
    const kept = [...anchors];
    await test_.database.pool.query('truncate ledger_entry, ledger_head');
    await chainOf(6); // another history, properly chained and signed by somebody with the key
    const { findings } = await verify(kept);
    assert.deepEqual(findings, [{ kind: 'headDiffers', seq: 4 }]);
  });

  test('a head that the key did not sign is named', async () => {
    await chainOf(2);
    const forged = `${anchors.at(-1)!.slice(0, -10)}AAAAAAAAAA`;
    assert.ok((await verify([forged])).findings.some(({ kind }) => kind === 'headForged'));
  });

  test('a follower sees each entry once and in order, also when a round fails', async () => {
    await chainOf(12);
    const seen: number[] = [];
    const read = () =>
      follow(test_.database, 'test', async (entries) => {
        for (const { seq } of entries) seen.push(seq);
      });
    await assert.rejects(follow(test_.database, 'test', () => Promise.reject(new Error('no'))));
    await Promise.all([read(), read(), read()]);
    assert.deepEqual(seen, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    assert.equal(await read(), 0);
  });
});
