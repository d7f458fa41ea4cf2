export { advanceRecordings } from './advanceRecordings.ts';
export { followMerges } from './followMerges.ts';
export { followReturns } from './followReturns.ts';
export { SEALED_PIECES } from './pieceStore.ts';
export {
  type PhotographedAmong,
  photographedAmong,
  type RecordedPhotograph,
  recordedPhotographs,
} from './recordedPhotograph.ts';
export { type RecordedSignature, recordedSignatures } from './recordedSignature.ts';
export { recordingRoutes } from './routes.ts';
export { BIOMETRIC_KEY, biometricSealer } from './seals.ts';
export { voterRoutes } from './voterRoutes.ts';
export { recordingWorkRoutes } from './workRoutes.ts';
