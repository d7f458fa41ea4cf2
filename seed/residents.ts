import { addYears, type IsoDate, toIsoDate } from '@jatidiri/core/kit/date.ts';
import { Personal } from '@jatidiri/core/kit/personal.ts';
import { issueKia, KIA_PHOTOGRAPH_AGE, kiaFormOn } from '@jatidiri/core/registry/kia.ts';
import type { Citizenship, Kia, Life, ResidentRecord } from '@jatidiri/core/registry/model.ts';
import { WAJIB_KTP_AGE } from '@jatidiri/core/registry/wajibKtp.ts';
import { ageInYears, type Day, dayOf, daysIn, isoOf, yearMonthDayOf } from './calendar.ts';
import { drawHeritage, drawName, type Heritage, ORIGIN_PROVINCES } from './cultures.ts';
import { drawForeigner, drawForeignName, type Foreigner } from './foreigners.ts';
import type { Household, Member } from './households.ts';
import { drawAddress, drawBloodType, drawOccupation } from './livelihoods.ts';
import type { Numbers } from './numbers.ts';
import type { Random } from './random.ts';
import { drawRecording, type Recording } from './recording.ts';
import type { Origin, Place, Regions } from './regions.ts';
import type { KabupatenKota } from './shares.ts';

/** Where a household lives, and what is needed to give its members numbers and origins. */
export interface Setting {
  readonly place: Place;
  readonly kabupatenKota: KabupatenKota;
  readonly home: Origin;
  readonly origins: Regions['origins'];
  readonly numbers: Numbers;
}

const FIRST_CARDS = dayOf(toIsoDate('2006-06-01'));
const NEVER_RECORDED: Recording = { state: 'unregistered', recordedOn: null };
const SHARE_OF_FOREIGN_HOUSEHOLDS = 0.0012;
const SHARE_OF_WRONG_BIRTH_DATES = 0.003;
const SHARE_OF_UNKNOWN_WEDDINGS = 0.03;
const PERCENT_WITH_KIA = 52;

/** Gives the people of a household their card, names, numbers and everything else that a record holds. */
export function toResidents(random: Random, household: Household, setting: Setting): ResidentRecord[] {
  const earliestIssue = Math.min(household.until, Math.max(FIRST_CARDS, household.formedOn));
  const issuedOn = earliestIssue + random.below(household.until - earliestIssue + 1);
  const family: Family = {
    household,
    setting,
    issuedOn,
    noKk: new Personal<string, 'noKk'>(setting.numbers.noKk(issuedOn)),
    heritage: drawHeritage(random, setting.kabupatenKota),
    foreign: random.chance(SHARE_OF_FOREIGN_HOUSEHOLDS),
    address: new Personal<string, 'address'>(drawAddress(random, setting.place.urban)),
  };
  return household.members.map((member) => toResident(random, member, family));
}

interface Family {
  readonly household: Household;
  readonly setting: Setting;
  readonly issuedOn: Day;
  readonly noKk: ResidentRecord['noKk'];
  readonly heritage: Heritage;
  readonly foreign: boolean;
  readonly address: ResidentRecord['address'];
}

function toResident(random: Random, member: Member, family: Family): ResidentRecord {
  const { sex, bornOn, marriedOn } = member;
  const { household, setting, heritage } = family;
  const { until } = household;
  const years = ageInYears(bornOn, until);
  const everMarried = member.maritalStatus !== 'neverMarried';
  const foreigner = family.foreign ? drawForeigner(random, until) : null;
  const origin = foreigner ? setting.home : drawOrigin(random, years, family);
  const weddingKnown = marriedOn !== null && !random.chance(SHARE_OF_UNKNOWN_WEDDINGS);
  const { state, recordedOn } =
    foreigner?.permit === 'itas'
      ? NEVER_RECORDED
      : drawRecording(random, setting.kabupatenKota, { bornOn, everMarried, until });
  const name = foreigner
    ? drawForeignName(random, sex)
    : drawName(random, heritage, sex, Math.floor(yearMonthDayOf(bornOn) / 10_000));

  return {
    nik: new Personal<string, 'nik'>(drawNik(random, member, origin, setting)),
    noKk: family.noKk,
    relation: member.relation,
    name: new Personal<string, 'name'>(name),
    sex,
    birthPlace: new Personal<string, 'birthPlace'>(foreigner?.birthPlace ?? origin.birthPlace),
    birthDate: new Personal<IsoDate, 'birthDate'>(isoOf(bornOn)),
    maritalStatus: member.maritalStatus,
    firstMarriedOn: weddingKnown ? isoOf(marriedOn) : null,
    religion: new Personal<string, 'religion'>(foreigner?.religion ?? heritage.religion),
    occupation: drawOccupation(random, { years, sex, married: everMarried, urban: setting.place.urban }),
    bloodType: drawBloodType(random),
    citizenship: citizenshipOf(foreigner),
    address: family.address,
    domicile: setting.place.code,
    recording: state,
    recordedOn: recordedOn === null ? null : isoOf(recordedOn),
    kia: everMarried || foreigner ? null : kiaOf(member, household),
    life: lifeOf(household),
    validFrom: isoOf(newestEvent(member, family, recordedOn, foreigner)),
  };
}

/** Children were mostly registered where they live; adults of the coastal peoples often came from elsewhere. */
function drawOrigin(random: Random, years: number, { setting, heritage }: Family): Origin {
  const provinces = ORIGIN_PROVINCES[heritage.culture];
  const stayed = years < 17 ? 0.95 : provinces[0] === '64' ? 0.85 : 0.62;
  if (random.chance(stayed)) return setting.home;
  const province = random.chance(0.45) ? '64' : random.pick(provinces);
  return random.pick(setting.origins.get(province)!);
}

function drawNik(
  random: Random,
  { bornOn, sex }: Member,
  origin: Origin,
  { home, numbers }: Setting,
): string {
  // The few whose birth date was written down wrongly at first registration keep that NIK for life.
  const written = random.chance(SHARE_OF_WRONG_BIRTH_DATES) ? bornOn - 1 - random.below(daysIn(1)) : bornOn;
  return origin === home
    ? numbers.nikAtHome(written, sex)
    : numbers.nikFromElsewhere(origin.kecamatan, written, sex);
}

function citizenshipOf(foreigner: Foreigner | null): Citizenship {
  if (!foreigner) return { kind: 'wni' };
  const { permit, permitFrom, permitUntil } = foreigner;
  return { kind: 'wna', permit, permitFrom: isoOf(permitFrom), permitUntil: isoOf(permitUntil) };
}

function lifeOf({ ending, until }: Household): Life {
  return ending === 'present' ? { kind: 'present' } : { kind: ending, on: isoOf(until) };
}

/** Taken from the birthday alone, so that everything else of a seed stays as it was. */
function kiaOf({ bornOn }: Member, { ending, until }: Household): Kia | null {
  const birthDate = new Personal<IsoDate, 'birthDate'>(isoOf(bornOn));
  if (ending !== 'present' || ageInYears(bornOn, until) >= WAJIB_KTP_AGE) return null;
  if ((bornOn * 7919) % 100 >= PERCENT_WITH_KIA) return null;
  const form = kiaFormOn({ birthDate }, isoOf(until));
  const issuedOn = form === 'under5' ? isoOf(bornOn) : addYears(isoOf(bornOn), KIA_PHOTOGRAPH_AGE);
  return issueKia({ birthDate }, form, issuedOn);
}

function newestEvent(
  { bornOn, marriedOn }: Member,
  { household, issuedOn }: Family,
  recordedOn: Day | null,
  foreigner: Foreigner | null,
): Day {
  if (household.ending !== 'present') return household.until;
  return Math.max(issuedOn, bornOn, marriedOn ?? 0, recordedOn ?? 0, foreigner?.permitFrom ?? 0);
}
