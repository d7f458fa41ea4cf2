import { ageOn, type IsoDate } from '../kit/date.ts';
import { ok, type Result, refuse } from '../kit/result.ts';
import { endKia, isKiaChild, issueKia, kiaFormOn, kiaUntil, resumeKia } from './kia.ts';
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
  // An officer found that the two who look alike are two.
  searchFailure: ['bioCaptured', 'printReady'],
};

/** The steps that may follow a state, whoever the person is. */
export const nextSteps = (state: RecordingState): readonly RecordingState[] => NEXT_STEPS[state];

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
  if (change.kind === 'birthDateCorrected') {
    const birth = change.birthDate.reveal();
    if (birth > today) return 'registry/date-in-future';
    if (birth === resident.birthDate.reveal()) return 'registry/nothing-changes';
    const first = [resident.firstMarriedOn, resident.recordedOn].find((day) => day !== null && day < birth);
    return first === undefined ? objectionToLife(resident) : 'registry/date-contradictory';
  }
  if (change.on > today) return 'registry/date-in-future';
  if (change.on < resident.birthDate.reveal()) return 'registry/date-contradictory';
  if (change.kind === 'deathCorrected') {
    return resident.life.kind === 'deceased' ? undefined : 'registry/resident-not-deceased';
  }
  if (change.kind === 'movedIn') {
    return resident.life.kind === 'movedOut' ? undefined : 'registry/not-moved-out';
  }
  const gone = objectionToLife(resident);
  if (gone) return gone;

  switch (change.kind) {
    case 'recordingAdvanced':
      return objectionToRecording(resident, change.to, change.on);
    case 'recordingWithdrawn':
      return isRecorded(resident.recording) ? undefined : 'registry/recording-step-impossible';
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
    case 'kiaIssued':
      if (!isKiaChild(resident, change.on)) return 'registry/not-a-child';
      if (change.form !== kiaFormOn(resident, change.on)) return 'registry/kia-form-wrong';
      return resident.kia?.form === change.form && change.on < resident.kia.until
        ? 'registry/nothing-changes'
        : undefined;
    case 'familyChanged':
    case 'moved':
    case 'died':
    case 'movedOut':
    case 'annulled':
      return undefined;
  }
}

function objectionToLife({ life }: Resident): RegistryRefusalCode | undefined {
  switch (life.kind) {
    case 'deceased':
      return 'registry/resident-deceased';
    // What happens to somebody who moved away is recorded by the registry of the new area.
    case 'movedOut':
      return 'registry/resident-moved-out';
    case 'annulled':
      return 'registry/resident-annulled';
    case 'present':
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
    case 'recordingWithdrawn':
      return { ...resident, recording: 'enrolFailureAtRegion', recordedOn: null };
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
        kia: endKia(resident.kia, change.on),
      };
    case 'familyChanged':
      return { ...resident, ...change.family };
    case 'died':
      return leaving(resident, 'deceased', change.on);
    case 'deathCorrected':
      return { ...resident, life: { kind: 'present' }, kia: resumeKia(resident) };
    case 'nameCorrected':
      return { ...resident, name: change.name };
    case 'birthDateCorrected': {
      const { kia } = resident;
      const born = { ...resident, birthDate: change.birthDate };
      return { ...born, kia: kia && { ...kia, until: kiaUntil(born, kia.form) } };
    }
    case 'kiaIssued':
      return { ...resident, kia: issueKia(resident, change.form, change.on) };
    case 'permitRenewed': {
      const { permit, permitFrom, permitUntil } = change;
      return { ...resident, citizenship: { kind: 'wna', permit, permitFrom, permitUntil } };
    }
    case 'movedOut':
    case 'annulled':
      return leaving(resident, change.kind, change.on);
    case 'movedIn': {
      const { domicile, address, family } = change;
      return { ...resident, ...family, domicile, address, life: { kind: 'present' } };
    }
  }
}

function leaving(resident: Resident, kind: 'deceased' | 'movedOut' | 'annulled', on: IsoDate): Resident {
  return { ...resident, life: { kind, on }, kia: endKia(resident.kia, on) };
}

function recordedOn(resident: Resident, to: RecordingState, on: IsoDate): IsoDate | null {
  if (!isRecorded(to)) return null;
  return to === 'bioCaptured' ? on : (resident.recordedOn ?? on);
}
