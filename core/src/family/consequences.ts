import { CREDENTIAL_ELEMENTS } from '../issuance/model.ts';
import type { IsoDate } from '../kit/date.ts';
import { holdsKia, isKiaChild } from '../registry/kia.ts';
import {
  isCardPrinted,
  isRecorded,
  type Resident,
  type ResidentId,
  type ResidentRecord,
} from '../registry/model.ts';
import { isWajibKtp } from '../registry/wajibKtp.ts';
import type { WilayahCode } from '../wilayah/model.ts';
import { sameValue } from './draft.ts';
import type { EventPlan } from './model.ts';

/** What follows by itself, or has to be done, once somebody's record says something else. */
export const CONSEQUENCES = [
  'ikdEnds',
  'ikdRenewed',
  'ikdAnew',
  'ktpElVoid',
  'ktpElReprint',
  'ktpElReturns',
  'kiaEnds',
  'kiaRenewed',
  'kiaReturns',
  'recordingDue',
] as const;
export type Consequence = (typeof CONSEQUENCES)[number];

/** What coverage counts, where somebody lives. */
export const COUNTED = [
  'residents',
  'wajibKtp',
  'ktpElRecorded',
  'ikdActive',
  'childrenUnder17',
  'kiaOwned',
] as const;
type Count = (typeof COUNTED)[number];

export interface CountChange {
  readonly domicile: WilayahCode;
  readonly count: Count;
  readonly by: number;
}

/** When it is looked at, and whose identity (IKD) is active or on hold. */
export interface Standing {
  readonly today: IsoDate;
  readonly holders: ReadonlySet<ResidentId>;
}

/** What follows for one person. */
export function consequencesFor(
  { before, after }: { readonly before: Resident; readonly after: Resident },
  { today, holders }: Standing,
): Consequence[] {
  const [was, is] = [isHere(before), isHere(after)];
  const gone = after.life.kind === 'deceased' || after.life.kind === 'annulled';
  const differs = (part: keyof Resident) => !sameValue(before[part], after[part]);
  const revived = is && !was && before.life.kind !== 'movedOut';
  const card = isCardPrinted(after.recording);
  const printed = CREDENTIAL_ELEMENTS.filter((part) => part !== 'noKk');
  const [had, has] = [holdsKia(before.kia, today), holdsKia(after.kia, today)];
  const found: Readonly<Record<Consequence, boolean>> = {
    ikdEnds: was && gone && holders.has(after.id),
    ikdRenewed: is && holders.has(after.id) && CREDENTIAL_ELEMENTS.some(differs),
    ikdAnew: revived && isWajibKtp(after, today),
    ktpElVoid: was && gone && card,
    ktpElReprint: is && card && printed.some(differs),
    ktpElReturns: revived && card,
    kiaEnds: had && !has,
    kiaRenewed: had && has && CREDENTIAL_ELEMENTS.some(differs),
    kiaReturns: !had && has,
    recordingDue: !isWajibKtp(before, today) && isWajibKtp(after, today) && !isRecorded(after.recording),
  };
  return CONSEQUENCES.filter((one) => found[one]);
}

/** By how much an event moves the counts of each place; what stays as it is is left out. */
export function countChanges({ added, changed }: EventPlan, standing: Standing): CountChange[] {
  const sums = new Map<string, CountChange>();
  const add = (record: ResidentRecord, holder: boolean, by: number) => {
    for (const count of countedAs(record, holder, standing.today)) {
      const key = `${record.domicile} ${count}`;
      const sum = (sums.get(key)?.by ?? 0) + by;
      sums.set(key, { domicile: record.domicile, count, by: sum });
    }
  };
  for (const { before, after } of changed) {
    add(before, standing.holders.has(before.id), -1);
    add(after, standing.holders.has(after.id), 1);
  }
  for (const { record } of added) add(record, false, 1);
  return [...sums.values()].filter(({ by }) => by !== 0);
}

function countedAs(record: ResidentRecord, holder: boolean, today: IsoDate): Count[] {
  if (!isHere(record)) return [];
  const wajib = isWajibKtp(record, today);
  const child = isKiaChild(record, today);
  const found: Readonly<Record<Count, boolean>> = {
    residents: true,
    wajibKtp: wajib,
    ktpElRecorded: wajib && isRecorded(record.recording),
    ikdActive: wajib && holder,
    childrenUnder17: child,
    kiaOwned: child && holdsKia(record.kia, today),
  };
  return COUNTED.filter((count) => found[count]);
}

const isHere = ({ life }: Pick<Resident, 'life'>): boolean => life.kind === 'present';
