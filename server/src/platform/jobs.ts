import { Logger, makeWorkerUtils, type Runner, run, runOnce, type TaskList } from 'graphile-worker';
import { type Database, type Sql, statement } from './db/database.ts';

/** Work for later, taken up from the same transaction that asked for it; repeated with growing pauses until it succeeds. */
export type Tasks = Readonly<Record<string, (payload: unknown) => Promise<void>>>;

const ADD = statement('jobs.add', 'select from graphile_worker.add_job($1, $2::json)');
const POLL_MS = 2_000;
const silent = new Logger(() => () => {});

export async function addJob(sql: Sql, task: string, payload: Record<string, string>): Promise<void> {
  sql.run(ADD, [task, payload]);
}

export async function migrateJobs(database: Database): Promise<void> {
  const utils = await makeWorkerUtils({ pgPool: database.pool, logger: silent });
  await utils.migrate();
  await utils.release();
}

export async function startJobs(
  database: Database,
  tasks: Tasks,
  onFault: (error: unknown) => void,
): Promise<Runner> {
  const runner = await run({
    pgPool: database.pool,
    taskList: asTaskList(tasks),
    concurrency: 4,
    pollInterval: POLL_MS,
    noHandleSignals: true,
    logger: silent,
  });
  runner.events.on('job:error', ({ error }) => onFault(error));
  return runner;
}

/** Does everything that is due now, then returns. */
export async function runDueJobs(database: Database, tasks: Tasks): Promise<void> {
  await runOnce({
    pgPool: database.pool,
    taskList: asTaskList(tasks),
    noHandleSignals: true,
    logger: silent,
  });
}

function asTaskList(tasks: Tasks): TaskList {
  return Object.fromEntries(
    Object.entries(tasks).map(([name, task]) => [name, (payload: unknown) => task(payload)]),
  );
}
