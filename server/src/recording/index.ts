export { advanceRecordings } from './advanceRecordings.ts';
export { followMerges } from './followMerges.ts';
export {
  type PhotographedAmong,
  photographedAmong,
  type RecordedPhotograph,
  recordedPhotographs,
} from './recordedPhotograph.ts';
export { type RecordedSignature, recordedSignatures } from './recordedSignature.ts';
export { recordingRoutes } from './routes.ts';
export { biometricSealer } from './seals.ts';
export { voterRoutes } from './voterRoutes.ts';
export { recordingWorkRoutes } from './workRoutes.ts';
