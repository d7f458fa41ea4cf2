export { advanceRecordings } from './advanceRecordings.ts';
export { type RecordedPhotograph, recordedPhotographs } from './recordedPhotograph.ts';
export { recordingRoutes } from './routes.ts';
export { recordingWorkRoutes } from './workRoutes.ts';
