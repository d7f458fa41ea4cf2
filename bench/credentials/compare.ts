/** One benchmark's line: the same work done by us and by a bare reference, each for the whole batch. */
export interface Comparison {
  readonly name: string;
  readonly goal: number;
  /** How many things a batch does. */
  readonly batch: number;
  readonly ours: () => Promise<void>;
  readonly reference: () => Promise<void>;
}

const ROUNDS = 31;
const WARM_UP_ROUNDS = 10;

/** Measures both by turns and prints the ratio of their medians. */
export async function compare({ name, goal, batch, ours, reference }: Comparison): Promise<void> {
  const oursTook: number[] = [];
  const referenceTook: number[] = [];
  for (let round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
    const milliseconds = [await millisecondsOf(ours), await millisecondsOf(reference)] as const;
    if (round < 0) continue;
    oursTook.push(milliseconds[0]);
    referenceTook.push(milliseconds[1]);
  }
  const [oursMedian, referenceMedian] = [median(oursTook), median(referenceTook)];
  const perSecond = (milliseconds: number) => `${Math.round((batch * 1000) / milliseconds)}/s`;
  const ratio = (referenceMedian / oursMedian).toFixed(2);
  console.log(
    `${name} ratio=${ratio} goal=${goal.toFixed(2)} ours=${perSecond(oursMedian)} reference=${perSecond(referenceMedian)}`,
  );
}

/** Processor time, all threads: what it costs on one core, whatever else the machine does meanwhile. */
async function millisecondsOf(work: () => Promise<void>): Promise<number> {
  const started = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
}

const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1]!;
