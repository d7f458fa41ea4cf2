import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { dayInKaltim, parseIsoDate } from '@jatidiri/core/kit/date.ts';
import { LARGEST, SMALLEST, syntheticResidents } from './population.ts';
import { readRegions } from './regions.ts';
import { residentCsv } from './residentCsv.ts';

const USAGE = `npm run synthesise -- --out FILE.csv [--size ${SMALLEST}..${LARGEST}] [--seed N] [--as-of YYYY-MM-DD]`;

const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    size: { type: 'string', default: '40000' },
    seed: { type: 'string', default: '1' },
    'as-of': { type: 'string', default: dayInKaltim(new Date()) },
  },
});
const size = Number(values.size);
const seed = Number(values.seed);
const asOf = parseIsoDate(values['as-of']);

if (!values.out || !asOf || !Number.isSafeInteger(seed) || !(size >= SMALLEST && size <= LARGEST)) {
  console.error(USAGE);
  process.exit(2);
}

const began = performance.now();
const residents = syntheticResidents({ seed, size, asOf, regions: await readRegions() });
await pipeline(residentCsv(residents), createWriteStream(values.out));
const seconds = (performance.now() - began) / 1000;
console.log(
  `${size} synthetic residents in ${seconds.toFixed(1)} s (${Math.round(size / seconds)} a second)`,
);
