import { ensureWebBuilt } from '../../web/build.ts';
import { readArguments } from './arguments.ts';
import { type Config, readConfig } from './platform/config.ts';
import { openDatabase } from './platform/db/database.ts';
import { migrate } from './platform/db/migrate.ts';
import { openServer } from './platform/db/openServer.ts';
import { serveSites } from './platform/http/sites.ts';
import { uuidV7Source } from './platform/ids.ts';
import { startJobs } from './platform/jobs.ts';
import { jsonLog } from './platform/log.ts';
import { startLoop } from './platform/loop.ts';
import { createWorld } from './world.ts';

const now = () => new Date();
const log = jsonLog((line) => process.stderr.write(line), now);

async function main(): Promise<void> {
  // Until there is something to stop in order: whoever started us is gone, so are we.
  process.once('disconnect', () => process.exit(1));
  const { wanted, doors } = readArguments(process.argv.slice(2));
  const config = { ...readConfig(process.env), ...doors };
  if (!config.demo && Object.keys(doors).length > 0) throw new Error(doorsClosed);
  const say = (text: string) => process.stdout.write(`${text}\n`);

  const [server] = await Promise.all([openServer(config), ensureWebBuilt()]);
  const database = openDatabase({ connectionString: server.url }, (error) => log.fault(error));
  await migrate(database);
  // Synthetic people and their tools are loaded for a demonstration alone.
  const demo = config.demo ? await import('./commands/demo.ts') : undefined;
  const tracing = { database, now, newId: uuidV7Source(now) };
  await demo?.prepareRegions(tracing);
  await demo?.preparePartners(tracing, config);

  const world = await createWorld({ config, database, now, log });
  await serveSites(world.app, config.origins);
  await demo?.ensurePopulation(tracing, wanted, say);

  const jobs = await startJobs(database, world.tasks, (error) => log.fault(error));
  const loops = world.chores.map(({ everyMs, work }) =>
    startLoop(everyMs, work, (error) => log.fault(error)),
  );
  await world.app.listen({ port: config.port, host: config.host });

  stopOnSignal(async () => {
    await world.app.close();
    await Promise.all(loops.map((loop) => loop.stop()));
    await jobs.stop();
    await database.close();
    await server.stop();
  });
  sayWhere(config, say);
  await demo?.sayWho(database, config, say);
}

const doorsClosed =
  'The options that open doors for outside wallets and test suites belong to a demonstration (docs/DOORS.md).';

function sayWhere({ origins }: Config, say: (text: string) => void): void {
  say('\nJatidiri is ready.\n');
  for (const [entry, origin] of Object.entries(origins)) say(`  ${entry.padEnd(9)} ${origin}`);
}

/** Once, on a signal, or when the process that started this one is gone. */
function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false;
  const end = () => {
    if (stopping) return;
    stopping = true;
    stop().then(
      () => process.exit(0),
      (error) => {
        log.fault(error);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
  process.removeAllListeners('disconnect');
  process.on('disconnect', end);
  if (process.send && !process.connected) end();
}

main().catch((error: unknown) => {
  // Before anything runs, the person at the terminal is told in one line; the log has the rest.
  if (error instanceof Error) process.stderr.write(`\n${error.message}\n`);
  else log.fault(error);
  process.exit(1);
});
