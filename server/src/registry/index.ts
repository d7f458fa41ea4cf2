export { adultsIn, type CarriedRecord, carriedRecords } from './carriedStore.ts';
export { changeResident, changeWithin } from './changeResident.ts';
export {
  type Counted,
  type CountedVersion,
  countedVersions,
  type Transition,
  transitionsOf,
} from './countedStore.ts';
export { cardMatesOf, concernedBy, giveSerial, holdConcerned, LAST_SERIAL } from './familyStore.ts';
export { followGone, isImport } from './followGone.ts';
export { correctedBy, goneBy, idsOf } from './idStore.ts';
export { type ImportProgress, importResidents } from './import/importResidents.ts';
export { addResident, keepVersion } from './keepVersion.ts';
export { readResident } from './readResident.ts';
export { recordingCounts, residentsInRecording } from './recordingStore.ts';
export { residentNames } from './residentNames.ts';
export {
  familyOf,
  findById,
  findByIds,
  findByNik,
  findByNiks,
  holdById,
  lockById,
  transitionBy,
  versionsOf,
} from './store.ts';
export { type BatchOutcome, type BatchSource, takeBatch } from './takeBatch.ts';
export { type ComingOfAge, unrecordedByVillage, unrecordedVoters } from './unrecordedStore.ts';
