import { readFileSync } from 'node:fs';
import type { SetTarget } from '@jatidiri/core/coverage/targets.ts';
import { dayInKaltim, toIsoDate } from '@jatidiri/core/kit/date.ts';
import type { ResidentRecord } from '@jatidiri/core/registry/model.ts';
import type { WilayahCode } from '@jatidiri/core/wilayah/model.ts';
import { DEMO_CHILDREN, demoFamily } from '../../../seed/demoFamily.ts';
import { DEMO_PARTNERS } from '../../../seed/demoPartners.ts';
import { DEMO_RESIDENTS } from '../../../seed/demoResidents.ts';
import { syntheticResidents } from '../../../seed/population.ts';
import { readRegions } from '../../../seed/regions.ts';
import { beginWithTargets, readPublishedTable, takePublishedFigures } from '../coverage/index.ts';
import {
  createDemoAuthorities,
  createDemoOffices,
  listDemoOfficers,
  officesByWilayah,
} from '../office/index.ts';
import { takeEarlierSession } from '../outreach/index.ts';
import { createDemoPartners, listDemoInstitutions } from '../partner/index.ts';
import type { Config } from '../platform/config.ts';
import type { Database } from '../platform/db/database.ts';
import { importWilayah, loadWilayah } from '../wilayah/index.ts';
import { findPopulation, rememberPopulation } from './demoStore.ts';
import { batchWriter, type DemoDeps } from './writeSynthetic.ts';

// What a demonstration has and an installation in earnest has not.

export interface DemoSize {
  readonly residents: number;
  readonly seed: number;
}

const DEFAULT: DemoSize = { residents: 40_000, seed: 64 };
const PROVINCE = '64' as WilayahCode;
/** The targets that the articles name. */
const NATIONAL_TARGETS: readonly SetTarget[] = [
  { indicator: 'ikdActive', year: 2023, region: PROVINCE, percent: 25 },
  { indicator: 'ikdActive', year: 2024, region: PROVINCE, percent: 30 },
  { indicator: 'kiaOwned', year: 2024, region: PROVINCE, percent: 60 },
];
/** The first entry of the outreach: five days of 2024, whose count the article gives and whose officers it does not. */
const FAIR = {
  figure: 'kaltim-prk-2024',
  plan: {
    place: 'Pameran Provinsi Kalimantan Timur',
    wilayah: PROVINCE,
    host: 'fair',
    from: toIsoDate('2024-01-09'),
    to: toIsoDate('2024-01-13'),
    officers: null,
    kits: null,
    team: [],
  },
} as const;
const PUBLISHED_FIGURES = new URL('../../../seed/published-figures.csv', import.meta.url);

/** Regions, offices, officers and published figures: what has to be there before the world is wired. A repetition changes nothing. */
export async function prepareRegions(deps: DemoDeps): Promise<void> {
  await importWilayah(deps, PROVINCE);
  const wilayah = await loadWilayah(deps.database.read);
  await createDemoOffices(deps, wilayah.childrenOf(PROVINCE));
  await createDemoAuthorities(deps, wilayah.find(PROVINCE)!);
  const published = readPublishedTable(readFileSync(PUBLISHED_FIGURES, 'utf8'));
  await deps.database.write(async (sql) => {
    await takePublishedFigures(deps, sql, published, 'demo');
    await beginWithTargets(deps, sql, NATIONAL_TARGETS);
    const fair = published.find(({ id }) => id === FAIR.figure)!;
    const office = (await officesByWilayah(sql)).get(PROVINCE)!;
    const { numerator, source } = fair;
    await takeEarlierSession(deps, sql, { plan: FAIR.plan, office, activations: numerator!, source });
  });
}

/** Institutions with clients whose keys lie in the data folder. A repetition changes nothing. */
export function preparePartners(
  deps: DemoDeps,
  { dataDir, pricePerNik }: Pick<Config, 'dataDir' | 'pricePerNik'>,
): Promise<void> {
  return createDemoPartners({ ...deps, dataDir, pricePerNik }, DEMO_PARTNERS);
}

/** Creates the synthetic population on the first start; after a kill in the middle, goes on where it was. */
export async function ensurePopulation(
  deps: DemoDeps,
  wanted: Partial<DemoSize>,
  say: (text: string) => void,
): Promise<void> {
  const known = await findPopulation(deps.database.read);
  if (known) {
    if (wanted.residents && wanted.residents !== known.residents) {
      say(
        `This data folder holds ${known.residents} residents. For another size, set DATA_DIR to a new folder.`,
      );
    }
    return;
  }
  const { residents, seed } = { ...DEFAULT, ...wanted };
  say(`Creating a synthetic East Kalimantan of ${residents} residents …`);
  await populate(deps, { residents, seed }, progressOf(residents, say));
  await deps.database.write((sql) => rememberPopulation(sql, residents, seed));
}

async function populate(
  deps: DemoDeps,
  { residents, seed }: DemoSize,
  onProgress: (done: number) => void,
): Promise<void> {
  const asOf = dayInKaltim(deps.now());
  const writer = await batchWriter(deps, asOf, `seed-${seed}-of-${residents}`);
  let done = 0;
  let batch: ResidentRecord[] = [...demoFamily(asOf)];
  for (const resident of syntheticResidents({ seed, size: residents, asOf, regions: await readRegions() })) {
    batch.push(resident);
    if (batch.length < writer.batchSize) continue;
    await writer.write(batch);
    done += batch.length;
    onProgress(done);
    batch = [];
  }
  await writer.write(batch);
  onProgress(done + batch.length);
}

function progressOf(residents: number, say: (text: string) => void): (done: number) => void {
  const startedAt = performance.now();
  return (done) => {
    const perSecond = Math.max(1, Math.round(done / ((performance.now() - startedAt) / 1000)));
    say(
      `  ${done} of ${residents}, ${perSecond} a second, ${Math.ceil((residents - done) / perSecond)} s left`,
    );
  };
}

/** Whom to sign in as. */
export async function sayWho(
  database: Database,
  { origins, smtpUrl }: Config,
  say: (text: string) => void,
): Promise<void> {
  if (!smtpUrl) say(`  ${'mails'.padEnd(9)} ${origins.portal}/outbox`);
  say(
    '\nDemonstration: all data are synthetic, no real person is meant.\n\nOfficers (desk; a click on the name, or this code):',
  );
  const officers = await listDemoOfficers({ database });
  for (const { code, name, office } of officers.filter(({ role }) => role === 'operator').slice(0, 3)) {
    say(`  ${code.padEnd(22)} ${name}, ${office}`);
  }
  say('\nInstitutions (partner portal; a click on the name, or this code):');
  for (const { code, name } of await listDemoInstitutions({ database })) say(`  ${code.padEnd(22)} ${name}`);
  say('\nResidents (wallet; NIK and name):');
  for (const { nik, name, label } of DEMO_RESIDENTS) say(`  ${nik}  ${name.padEnd(28)} ${label.en}`);
  say('\nChildren on the card of the first (desk: families, KIA):');
  for (const { nik, name } of DEMO_CHILDREN) say(`  ${nik}  ${name}`);
  say('\nStop with Ctrl-C.');
}
