import { toIsoDate } from '@jatidiri/core/kit/date.ts';
import type { RecordingState } from '@jatidiri/core/registry/model.ts';
import { ageInYears, type Day, dayOf, daysIn } from './calendar.ts';
import { type Random, weighted } from './random.ts';
import { KABUPATEN_KOTA, type KabupatenKota, unrecordedPemulaShare, unrecordedShare } from './shares.ts';

export interface Recording {
  readonly state: RecordingState;
  readonly recordedOn: Day | null;
}

/** What decides whether somebody's KTP-el is recorded. */
export interface Candidate {
  readonly bornOn: Day;
  readonly everMarried: boolean;
  /** The last day on which anything can have happened: today, or the day of death or of moving out. */
  readonly until: Day;
}

interface UnrecordedByAge {
  readonly sixteen: number;
  readonly seventeen: number;
  readonly older: number;
}

const NOT_YET: Recording = { state: 'unregistered', recordedOn: null };
const RECORDING_AGE = 16;
const PRINTING_AGE = 17;
const PROGRAMME_BEGAN = dayOf(toIsoDate('2011-09-01'));
const FIRST_CAMPAIGN = daysIn(3);

const UNDER_WAY = weighted<RecordingState>([
  ['bioCaptured', 1],
  ['processing', 2],
  ['sentForEnrolment', 3],
  ['receivedAtCentral', 4],
]);
const FAILED_OR_NEVER_CAME = weighted<RecordingState>([
  ['unregistered', 90],
  ['enrolFailureAtRegion', 4],
  ['enrolFailureAtCentral', 3],
  ['searchFailure', 3],
]);
const CARD = weighted<RecordingState>([
  ['handedOver', 985],
  ['printed', 10],
  ['printReady', 5],
]);

/** Of a population with this generator's ages: 17-year-olds among those of 17 or more. */
const SEVENTEEN_AMONG_WAJIB_KTP = 0.023;
/** Assumption: most of those who are wajib KTP and not recorded have just turned 17. */
const UNRECORDED_WHO_ARE_SEVENTEEN = 0.75;

/**
 * Two published shares bind each kabupaten/kota: the unrecorded among all wajib KTP, and among the 16- and
 * 17-year-olds. The 17-year-olds count in both; the 16-year-olds and the older ones take what is left of each.
 */
function unrecordedByAge(code: KabupatenKota): UnrecordedByAge {
  const all = unrecordedShare[code];
  const pemula = unrecordedPemulaShare[code];
  const seventeen = Math.min(pemula, (UNRECORDED_WHO_ARE_SEVENTEEN * all) / SEVENTEEN_AMONG_WAJIB_KTP);
  const older = (all - seventeen * SEVENTEEN_AMONG_WAJIB_KTP) / (1 - SEVENTEEN_AMONG_WAJIB_KTP);
  return { sixteen: 2 * pemula - seventeen, seventeen, older };
}

const UNRECORDED = new Map(KABUPATEN_KOTA.map((code) => [code, unrecordedByAge(code)]));

export function drawRecording(random: Random, code: KabupatenKota, person: Candidate): Recording {
  const years = ageInYears(person.bornOn, person.until);
  if (years < RECORDING_AGE) return NOT_YET;
  const unrecorded = UNRECORDED.get(code)!;
  const share = years === 16 ? unrecorded.sixteen : years === 17 ? unrecorded.seventeen : unrecorded.older;
  if (random.chance(share)) return { state: random.pick(FAILED_OR_NEVER_CAME), recordedOn: null };

  const recordedOn = drawDay(random, person, years);
  const mayBePrinted = years >= PRINTING_AGE || person.everMarried;
  const recent = person.until - recordedOn < 14;
  return { state: random.pick(mayBePrinted && !recent ? CARD : UNDER_WAY), recordedOn };
}

/** Whoever was of age when the programme began mostly came in its first years, the young within two of turning 16. */
function drawDay(random: Random, { bornOn, until }: Candidate, years: number): Day {
  const allowedFrom = Math.max(PROGRAMME_BEGAN, bornOn + daysIn(RECORDING_AGE));
  const span = years <= PRINTING_AGE || random.chance(0.85) ? FIRST_CAMPAIGN : daysIn(12);
  return allowedFrom + random.below(Math.max(1, Math.min(span, until - allowedFrom + 1)));
}
