// A comparison of two photographs end to end (reading, thread, measures of the photograph) against the model's own time for the
// two, in one run; and how long the server's other answers take while one comparison follows another.
//   node bench/faceComparison.ts
import { setTimeout as sleep } from 'node:timers/promises';
import { loadModel } from '../server/src/face/faceModel.ts';
import { startFaces } from '../server/src/face/index.ts';
import { readPicture } from '../server/src/face/readPicture.ts';
import { photographOf } from '../server/test/face/samplePhotographs.ts';
import { createTestWorld, type TestWorld } from '../server/test/testWorld.ts';

const ROUNDS = 40;
const GOAL = 1.3;
const ANSWERS = 600;
const EVERY_MS = 10;
const LONGEST_MS = 20;

const [one, two] = [await photographOf('one'), await photographOf('two')];

const middle = (times: number[]): number => times.toSorted((a, b) => a - b)[times.length >> 1]!;
const at99 = (times: number[]): number => times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.99)]!;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

async function comparison(): Promise<void> {
  const faces = startFaces({ faceThreads: 1 });
  const model = await loadModel();
  const pictures = [await readPicture(one), await readPicture(two)].map((read) => {
    if (!read.ok) throw new Error(read.refusal.code);
    return read.value;
  });
  const [ours, reference]: [number[], number[]] = [[], []];
  for (let round = -5; round < ROUNDS; round++) {
    // Taking turns, so that what else the machine does meets both.
    const own = await timed(async () => {
      for (const picture of pictures) await model.findFaces(picture);
    });
    const whole = await timed(() => faces.compare(one, two));
    if (round < 0) continue;
    ours.push(whole);
    reference.push(own);
  }
  await faces.close();
  console.log(
    `face-comparison ratio=${(middle(ours) / middle(reference)).toFixed(2)} goal=${GOAL.toFixed(2)} ` +
      `ours=${middle(ours).toFixed(0)}ms reference=${middle(reference).toFixed(0)}ms`,
  );
}

async function otherAnswers(): Promise<void> {
  const world = await createTestWorld();
  await world.settle();
  const quiet = await answers(world);
  const faces = startFaces({ faceThreads: 1 });
  await faces.compare(one, two);
  let compared = 0;
  let over = false;
  const comparing = (async () => {
    for (; !over; compared++) await faces.compare(one, two);
  })();
  const busy = await answers(world);
  over = true;
  await comparing;
  await faces.close();
  await world.close();
  console.log(
    `answers-beside-faces ratio=${(at99(busy) / LONGEST_MS).toFixed(2)} goal=1.00 ours=${at99(busy).toFixed(1)}ms reference=${LONGEST_MS}ms ` +
      `quiet=${at99(quiet).toFixed(1)}ms median=${middle(busy).toFixed(1)}ms comparisons=${compared}`,
  );
}

/** One request after another, with a pause: the figures of the public page and a look into the database. */
async function answers({ app }: TestWorld): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < ANSWERS; i++) {
    const url = i % 2 === 0 ? '/api/coverage/figures' : '/api/health';
    times.push(await timed(() => app.inject({ method: 'GET', url })));
    await sleep(EVERY_MS);
  }
  return times.slice(20);
}

await comparison();
await otherAnswers();
