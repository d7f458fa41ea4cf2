import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toIsoDate } from '@jatidiri/core/kit/date.ts';
import type { ResidentRecord } from '@jatidiri/core/registry/model.ts';
import type { WilayahCode } from '@jatidiri/core/wilayah/model.ts';
import { DEMO_PARTNERS } from '../../seed/demoPartners.ts';
import { demoResidents } from '../../seed/demoResidents.ts';
import { createDemoAuthorities, createDemoOffices } from '../src/office/index.ts';
import { createDemoPartners } from '../src/partner/index.ts';
import { type Config, originsOf, readConfig } from '../src/platform/config.ts';
import { uuidV7Source } from '../src/platform/ids.ts';
import { runDueJobs } from '../src/platform/jobs.ts';
import type { KeyStore } from '../src/platform/keys/keyStore.ts';
import { takeBatch } from '../src/registry/index.ts';
import { importWilayah, loadWilayah } from '../src/wilayah/index.ts';
import { createWorld, type World } from '../src/world.ts';
import { openMailTrap } from './mailTrap.ts';
import { openSmsTrap } from './smsTrap.ts';
import { createTestDatabase } from './testDatabase.ts';

/** The whole product in this process: real PostgreSQL, real SMTP and SMS into traps, and a clock that the test sets. */
export type TestWorld = Awaited<ReturnType<typeof createTestWorld>>;

export interface TestWorldOptions {
  readonly config?: Partial<Config>;
  /** Besides the demonstration residents. */
  readonly residents?: readonly ResidentRecord[];
  /** Listens there; otherwise the world only answers `inject`. */
  readonly port?: number;
  readonly startAt?: Date;
  /** Other than in files. */
  readonly keys?: KeyStore;
  /** For browsers, which have no clock that a test could set. */
  readonly realClock?: boolean;
}

const PROVINCE = '64' as WilayahCode;
const TODAY = toIsoDate('2026-11-22');

export async function createTestWorld(options: TestWorldOptions = {}) {
  const test = await createTestDatabase();
  const { database } = test;
  const folder = mkdtempSync(join(tmpdir(), 'jatidiri-world-'));
  const trap = await openMailTrap();
  const smsTrap = await openSmsTrap();
  const clock = { now: options.startAt ?? new Date('2026-11-22T01:00:00Z') };
  const now = options.realClock ? () => new Date() : () => clock.now;
  const faults: unknown[] = [];
  const config: Config = {
    ...readConfig({ DATA_DIR: folder, SMTP_URL: trap.url }),
    sms: smsTrap.settings,
    origins: originsOf(`http://localhost:${options.port ?? 8080}`),
    ...options.config,
  };

  // What was there before: names of one and the same moment would come in no order.
  const before = () => new Date(now().getTime() - 1_000);
  const tracing = { database, now: before, newId: uuidV7Source(before) };
  await importWilayah(tracing, PROVINCE);
  const tree = await loadWilayah(database.read);
  await createDemoOffices(tracing, tree.childrenOf(PROVINCE));
  await createDemoAuthorities(tracing, tree.find(PROVINCE)!);
  await createDemoPartners({ ...tracing, ...config }, DEMO_PARTNERS);
  const rows = [...demoResidents(TODAY), ...(options.residents ?? [])];
  await database.write((sql) => takeBatch(tracing, sql, rows, { task: 'test', digest: 'test', batch: 1 }));

  const log = { info: () => {}, fault: (error: unknown) => `fault ${faults.push(error)}` };
  const world: World = await createWorld({
    config,
    database,
    now,
    log,
    ...(options.keys && { keys: options.keys }),
  });

  return {
    ...world,
    config,
    database,
    databaseUrl: test.url,
    clock,
    /** What stood there before the world began. */
    tracing,
    mails: trap.mails,
    texts: smsTrap.texts,
    /** What was thrown and not meant to be: empty after a good test. */
    faults,
    later(ms: number) {
      clock.now = new Date(clock.now.getTime() + ms);
    },
    runJobs: () => runDueJobs(database, world.tasks),
    /** Every chore until none has anything left to do: the ledger is chained, followers have followed. */
    async settle() {
      for (let did = 1; did > 0; ) {
        did = 0;
        for (const { work } of world.chores) did += await work();
      }
    },
    async close() {
      await world.app.close();
      await trap.close();
      await smsTrap.close();
      await test.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
