import { ageOn, type IsoDate } from '../kit/date.ts';
import { ok, type Result, refuse } from '../kit/result.ts';
import {
  isCardPrinted,
  isRecorded,
  type RecordingState,
  type Resident,
  type ResidentChange,
} from './model.ts';
import type { RegistryRefusal, RegistryRefusalCode } from './refusals.ts';
import { everMarriedSince, isWajibKtp } from './wajibKtp.ts';

const RECORDING_AGE = 16;

/** Where recording may go next. A failure is recorded anew; a lost or changed card is printed anew. */
const NEXT_STEPS: Record<RecordingState, readonly RecordingState[]> = {
  unregistered: ['bioCaptured'],
  bioCaptured: ['processing'],
  processing: ['sentForEnrolment', 'enrolFailureAtRegion'],
  sentForEnrolment: ['receivedAtCentral', 'enrolFailureAtRegion'],
  receivedAtCentral: ['printReady', 'enrolFailureAtCentral', 'searchFailure'],
  printReady: ['printed'],
  printed: ['handedOver', 'printReady'],
  handedOver: ['printReady'],
  enrolFailureAtCentral: ['bioCaptured'],
  enrolFailureAtRegion: ['bioCaptured'],
  searchFailure: ['bioCaptured'],
};

/** The version that follows, valid from `today`; or why the change cannot be. */
export function changeOf(
  resident: Resident,
  change: ResidentChange,
  today: IsoDate,
): Result<Resident, RegistryRefusal> {
  const code = objectionTo(resident, change, today);
  if (code) return refuse({ code });
  // A marriage without a date counts from the version that first wrote it down: that day must outlive the version.
  const dated = { ...resident, firstMarriedOn: everMarriedSince(resident) };
  return ok({ ...applied(dated, change), validFrom: today });
}

function objectionTo(
  resident: Resident,
  change: ResidentChange,
  today: IsoDate,
): RegistryRefusalCode | undefined {
  if (change.on > today) return 'registry/date-in-future';
  if (change.on < resident.birthDate.reveal()) return 'registry/date-contradictory';
  if (change.kind === 'deathCorrected') {
    return resident.life.kind === 'deceased' ? undefined : 'registry/resident-not-deceased';
  }
  if (resident.life.kind === 'deceased') return 'registry/resident-deceased';
  // What happens to somebody who moved away is recorded by the registry of the new area.
  if (resident.life.kind === 'movedOut') return 'registry/resident-moved-out';

  switch (change.kind) {
    case 'recordingAdvanced':
      return objectionToRecording(resident, change.to, change.on);
    case 'married':
      return resident.maritalStatus === 'married' ? 'registry/already-married' : undefined;
    case 'divorced':
    case 'widowed':
      return resident.maritalStatus === 'married' ? undefined : 'registry/not-married';
    case 'nameCorrected':
      return change.name.reveal() === resident.name.reveal() ? 'registry/nothing-changes' : undefined;
    case 'permitRenewed':
      if (resident.citizenship.kind === 'wni') return 'registry/not-foreigner';
      return change.permitUntil < change.permitFrom ? 'registry/date-contradictory' : undefined;
    case 'moved':
    case 'died':
    case 'movedOut':
      return undefined;
  }
}

function objectionToRecording(
  resident: Resident,
  to: RecordingState,
  on: IsoDate,
): RegistryRefusalCode | undefined {
  if (!NEXT_STEPS[resident.recording].includes(to)) return 'registry/recording-step-impossible';
  const wajib = isWajibKtp(resident, on);
  if (!wajib && ageOn(resident.birthDate.reveal(), on) < RECORDING_AGE) return 'registry/recording-too-young';
  return isCardPrinted(to) && !wajib ? 'registry/not-wajib-ktp' : undefined;
}

/** The fold: what the record says after the change. */
function applied(resident: Resident, change: ResidentChange): Resident {
  switch (change.kind) {
    case 'recordingAdvanced':
      return { ...resident, recording: change.to, recordedOn: recordedOn(resident, change.to, change.on) };
    case 'moved':
      return { ...resident, ...change.family, domicile: change.domicile, address: change.address };
    case 'married':
    case 'divorced':
    case 'widowed':
      return {
        ...resident,
        ...change.family,
        maritalStatus: change.kind,
        firstMarriedOn: resident.firstMarriedOn ?? change.on,
      };
    case 'died':
      return { ...resident, life: { kind: 'deceased', on: change.on } };
    case 'deathCorrected':
      return { ...resident, life: { kind: 'present' } };
    case 'nameCorrected':
      return { ...resident, name: change.name };
    case 'permitRenewed': {
      const { permit, permitFrom, permitUntil } = change;
      return { ...resident, citizenship: { kind: 'wna', permit, permitFrom, permitUntil } };
    }
    case 'movedOut':
      return { ...resident, life: { kind: 'movedOut', on: change.on } };
  }
}

function recordedOn(resident: Resident, to: RecordingState, on: IsoDate): IsoDate | null {
  if (!isRecorded(to)) return null;
  return to === 'bioCaptured' ? on : resident.recordedOn;
}
