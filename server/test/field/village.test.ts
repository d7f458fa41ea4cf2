import { test } from 'node:test';
import { checkVillage } from './village/checks.ts';
import { openVillage } from './village/openVillage.ts';
import { takeStep } from './village/steps.ts';

// `FIELD_STEPS=100000 node --test server/test/field/village.test.ts` is the long run (docs/decisions/0031-coming-home.md);
// `FIELD_SEED` takes the steps of another run again.
const steps = Number(process.env.FIELD_STEPS ?? 2_000);
const seed = Number(process.env.FIELD_SEED ?? Math.floor(Math.random() * 2 ** 31));
const CHECK_EVERY = 250;

test(`${steps} steps of telephones, kits, crashes and duplicates lose no activation and make none twice`, async (t) => {
  const village = await openVillage(seed);
  t.diagnostic(`seed ${seed}`);
  const began = performance.now();
  for (let step = 1; step <= steps; step++) {
    await takeStep(village).catch((error: unknown) => {
      throw new Error(`step ${step} of seed ${seed}`, { cause: village.world.faults[0] ?? error });
    });
    if (step % CHECK_EVERY === 0 || step === steps) await checkVillage(village);
    if (step % 10_000 === 0) console.log(`${step} steps, ${village.model.activations} activations`);
  }
  await village.close();
  const seconds = Math.round((performance.now() - began) / 1_000);
  t.diagnostic(`${seconds} s, ${village.model.activations} activations`);
  t.diagnostic(JSON.stringify(Object.fromEntries([...village.counts].sort())));
});
