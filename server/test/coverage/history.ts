import { addDays, type IsoDate, toIsoDate } from '@jatidiri/core/kit/date.ts';
import { Personal } from '@jatidiri/core/kit/personal.ts';
import {
  type Citizenship,
  MARITAL_STATUSES,
  RECORDING_STATES,
  type ResidentChange,
  type ResidentRecord,
} from '@jatidiri/core/registry/model.ts';
import fc from 'fast-check';
import { record } from '../registry/records.ts';
import { HOMES, type Town } from './town.ts';

/** One thing that happens in the town, or time that passes. */
export type Happening =
  | { readonly kind: 'import'; readonly rows: ResidentRecord[] }
  | { readonly kind: 'change'; readonly serial: number; readonly change: (today: IsoDate) => ResidentChange }
  | {
      readonly kind: 'activate';
      readonly serial: number;
      readonly movesTo: ResidentRecord['domicile'] | null;
    }
  | { readonly kind: 'takeOver'; readonly serials: number[] }
  | { readonly kind: 'release'; readonly serial: number }
  | { readonly kind: 'passDays'; readonly days: number }
  | { readonly kind: 'project' };

const SERIALS = 12;
const serial = fc.integer({ min: 1, max: SERIALS });
const home = fc.constantFrom(...HOMES);
// Around the seventeenth birthday: 2026-03-02 and the two years after it.
const birthDate = fc
  .integer({ min: 0, max: 1500 })
  .map((days) => new Personal<IsoDate, 'birthDate'>(addDays(toIsoDate('2007-06-01'), days)));
const citizenship: fc.Arbitrary<Citizenship> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({ kind: 'wni' } as const) },
  fc.record({
    kind: fc.constant('wna' as const),
    permit: fc.constantFrom('itap', 'itas'),
    permitFrom: fc.constant(toIsoDate('2025-01-01')),
    permitUntil: fc.integer({ min: 400, max: 1200 }).map((days) => addDays(toIsoDate('2025-01-01'), days)),
  }),
);
const life: fc.Arbitrary<ResidentRecord['life']> = fc.oneof(
  { weight: 5, arbitrary: fc.constant({ kind: 'present' } as const) },
  fc
    .constantFrom('deceased' as const, 'movedOut' as const)
    .map((kind) => ({ kind, on: toIsoDate('2026-02-01') })),
);
const row = fc
  .record({
    serial,
    birthDate: fc.oneof(birthDate, fc.constant(record(1).birthDate)),
    maritalStatus: fc.constantFrom(...MARITAL_STATUSES),
    firstMarriedOn: fc.constantFrom(null, toIsoDate('2025-12-01')),
    citizenship,
    domicile: home,
    recording: fc.constantFrom(...RECORDING_STATES),
    life,
  })
  .map(({ serial, ...differing }) => record(serial, differing));
const rows = fc.uniqueArray(row, { minLength: 1, maxLength: SERIALS, selector: ({ nik }) => nik.reveal() });

const change: fc.Arbitrary<(on: IsoDate) => ResidentChange> = fc.oneof(
  home.map((domicile) => (on: IsoDate): ResidentChange => {
    return { kind: 'moved', on, domicile, address: new Personal('JL. BARU (CONTOH)'), family: null };
  }),
  fc.constantFrom('died', 'deathCorrected', 'movedOut', 'annulled').map(
    (kind) =>
      (on: IsoDate): ResidentChange => ({ kind, on }),
  ),
  fc.constant((on: IsoDate): ResidentChange => ({ kind: 'married', on, family: null })),
  {
    weight: 3,
    arbitrary: fc.constant((on: IsoDate): ResidentChange => ({ kind: 'kiaIssued', on, form: 'from5' })),
  },
  fc.constantFrom(...RECORDING_STATES).map((to) => (on: IsoDate): ResidentChange => {
    return { kind: 'recordingAdvanced', on, to };
  }),
  fc.integer({ min: 1, max: 400 }).map((days) => (on: IsoDate): ResidentChange => {
    return { kind: 'permitRenewed', on, permit: 'itap', permitFrom: on, permitUntil: addDays(on, days) };
  }),
);

const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({ kind: fc.constant('import'), rows }),
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('change'), serial, change }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('activate'), serial, movesTo: fc.option(home) }),
  },
  fc.record({ kind: fc.constant('takeOver'), serials: fc.uniqueArray(serial, { maxLength: 4 }) }),
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('release'), serial }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('passDays'), days: fc.integer({ min: 1, max: 200 }) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('project') }) },
) as fc.Arbitrary<Happening>;

export const history: fc.Arbitrary<Happening[]> = rows.chain((first) =>
  fc
    .array(happening, { minLength: 5, maxLength: 60, size: 'max' })
    .map((later) => [{ kind: 'import', rows: first } as const, ...later]),
);

export async function live(
  town: Town,
  happened: readonly Happening[],
  project: () => Promise<void>,
): Promise<void> {
  for (const one of happened) {
    switch (one.kind) {
      case 'import':
        await town.import(one.rows);
        break;
      case 'change':
        await town.change(one.serial, one.change(town.today()));
        break;
      case 'activate': {
        const confirm = await town.apply(one.serial);
        const { movesTo } = one;
        if (movesTo) {
          const on = town.today();
          const address = new Personal<string, 'address'>('JL. PINDAH (CONTOH)');
          await town.change(one.serial, { kind: 'moved', on, domicile: movesTo, address, family: null });
        }
        await confirm();
        break;
      }
      case 'takeOver':
        await town.takeOver(one.serials);
        break;
      case 'release':
        await town.release(one.serial);
        break;
      case 'passDays':
        town.passDays(one.days);
        break;
      case 'project':
        await town.chain();
        await project();
    }
  }
}
