export { changeResident } from './changeResident.ts';
export {
  type Counted,
  type CountedVersion,
  countedVersions,
  type Transition,
  transitionsOf,
} from './countedStore.ts';
export { correctedBy, deceasedBy, idsOf } from './idStore.ts';
export { type ImportProgress, importResidents } from './import/importResidents.ts';
export { readResident } from './readResident.ts';
export { familyOf, findById, findByNik, findByNiks, holdById, versionsOf } from './store.ts';
export { type BatchOutcome, type BatchSource, takeBatch } from './takeBatch.ts';
