import { parentPort, workerData } from 'node:worker_threads';
import highs, { type LegacyHighsSolution } from 'highs';

// The solver occupies its thread until it is done: this one is its own, and ends with the answer.
const { problem, seconds } = workerData as { problem: string; seconds: number };
// The package's types describe its CommonJS build, where the loader is a property; here it is the default itself.
const load = highs as unknown as typeof highs.default;
const { solve } = await load();
const answer: LegacyHighsSolution = solve(problem, { time_limit: seconds, mip_rel_gap: 0 });
parentPort!.postMessage({
  status: answer.Status,
  values: Object.entries(answer.Columns).map(([name, column]) => [
    name,
    'Primal' in column ? column.Primal : 0,
  ]),
});
