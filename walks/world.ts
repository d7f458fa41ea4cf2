import { serveSites } from '../server/src/platform/http/sites.ts';
import { startJobs } from '../server/src/platform/jobs.ts';
import { startLoop } from '../server/src/platform/loop.ts';
import { freePort } from '../server/test/freePort.ts';
import { createTestWorld, type TestWorldOptions } from '../server/test/testWorld.ts';
import { ensureWebBuilt } from '../web/build.ts';

/** The product as a browser meets it: pages on their own origins, loops and jobs running, on a free port. */
export type WalkWorld = Awaited<ReturnType<typeof openWalkWorld>>;

export async function openWalkWorld(options: TestWorldOptions = {}) {
  await ensureWebBuilt();
  const port = await freePort();
  // A browser has the real clock, so the world has it too.
  const world = await createTestWorld({ ...options, port, realClock: true });
  await serveSites(world.app, world.config.origins);
  const onFault = (error: unknown) => world.faults.push(error);
  const jobs = await startJobs(world.database, world.tasks, onFault);
  const loops = world.chores.map(({ everyMs, work }) => startLoop(everyMs, work, onFault));
  await world.app.listen({ port, host: '127.0.0.1' });

  return {
    ...world,
    clock: REAL_CLOCK,
    origins: world.config.origins,
    async close() {
      await Promise.all(loops.map((loop) => loop.stop()));
      await jobs.stop();
      await world.close();
    },
  };
}

const REAL_CLOCK = {
  get now() {
    return new Date();
  },
};
