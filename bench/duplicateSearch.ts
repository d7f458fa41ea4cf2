// The search for duplicates over three million templates: how long one takes, what it finds of what an exhaustive search finds,
// and in how much memory. The server reads and opens the sealed rows of a hundred candidates besides. `cpu`: what
// one search takes of a processor, whatever else the machine does.
//   node --max-old-space-size=6000 bench/duplicateSearch.ts [--templates N]
import { TEMPLATE_LENGTH } from '@jatidiri/core/face/model.ts';
import { templateIndex } from '@jatidiri/core/face/templateIndex.ts';
import { population } from '../core/test/face/syntheticTemplates.ts';

const at = process.argv.indexOf('--templates');
const TEMPLATES = at > 0 ? Number(process.argv[at + 1]) : 3_000_000;
const QUERIES = 70;
const SHOWN = 10;
const GOAL_MS = 50;
const GOAL_RECALL = 0.98;

const { person, again } = population(7);
const exact = new Float32Array(TEMPLATES * TEMPLATE_LENGTH);
const index = templateIndex();
const before = process.memoryUsage();
const begun = performance.now();
for (let i = 0; i < TEMPLATES; i++) {
  const template = person();
  exact.set(template, i * TEMPLATE_LENGTH);
  index.add(template);
}
const built = (performance.now() - begun) / 1_000;
// Typed arrays and the memory of WebAssembly.
const bytes = process.memoryUsage().external - before.external;

/** Everybody up to so far, the nearest first. */
function exhaustive(asked: Float32Array, far: number): { slot: number; distance: number }[] {
  const found: { slot: number; distance: number }[] = [];
  for (let slot = 0; slot < TEMPLATES; slot++) {
    let sum = 0;
    const from = slot * TEMPLATE_LENGTH;
    for (let i = 0; i < TEMPLATE_LENGTH; i++) sum += (exact[from + i]! - asked[i]!) ** 2;
    if (sum <= far * far) found.push({ slot, distance: Math.sqrt(sum) });
  }
  return found.sort((one, other) => one.distance - other.distance);
}

const times: number[] = [];
const used: number[] = [];
const recall = { shown: [0, 0], nearestTen: [0, 0] };
const strangers = { 0.35: 0, 0.4: 0, 0.45: 0, 0.52: 0 };
for (let i = 0; i < QUERIES; i++) {
  const slot = Math.floor((i / QUERIES) * TEMPLATES);
  const self = exact.subarray(slot * TEMPLATE_LENGTH, (slot + 1) * TEMPLATE_LENGTH);
  const asked = again(new Float32Array(self), 0.15 + (i % 5) * 0.05);
  const [began, cpu] = [performance.now(), process.cpuUsage()];
  const found = new Set(index.nearest(asked, 100));
  times.push(performance.now() - began);
  used.push(process.cpuUsage(cpu).user / 1_000);
  const all = exhaustive(asked, 0.52);
  for (const key of [0.35, 0.4, 0.45, 0.52] as const)
    strangers[key] += all.filter((other) => other.slot !== slot && other.distance <= key).length;
  const within = (far: number) => all.filter(({ distance }) => distance <= far).slice(0, SHOWN);
  count(recall.shown, within(0.35), found);
  count(recall.nearestTen, within(0.45), found);
}

function count(into: number[], wanted: readonly { slot: number }[], found: ReadonlySet<number>): void {
  into[0]! += wanted.filter(({ slot }) => found.has(slot)).length;
  into[1]! += wanted.length;
}

times.sort((one, other) => one - other);
used.sort((one, other) => one - other);
const [middle, slow] = [times[times.length >> 1]!, times[Math.floor(times.length * 0.99)]!];
const share = ([part, whole]: number[]) => part! / whole!;
console.log(
  `duplicate-search ratio=${(middle / GOAL_MS).toFixed(2)} goal=1.00 ours=${middle.toFixed(1)}ms reference=${GOAL_MS}ms ` +
    `99th=${slow.toFixed(1)}ms cpu=${used[used.length >> 1]!.toFixed(1)}ms templates=${TEMPLATES} memory=${Math.round(bytes / 1e6)}MB built=${built.toFixed(0)}s`,
);
console.log(
  `duplicate-recall ratio=${(share(recall.shown) / GOAL_RECALL).toFixed(3)} goal=1.00 ours=${share(recall.shown).toFixed(4)} reference=${GOAL_RECALL} ` +
    `of=${recall.shown[1]} ten-nearest-within-0.45=${share(recall.nearestTen).toFixed(4)} of=${recall.nearestTen[1]}`,
);
console.log(
  `strangers a search: ${Object.entries(strangers)
    .map(([far, n]) => `within ${far}: ${(n / QUERIES).toFixed(2)}`)
    .join(', ')}`,
);
