export { type RecordedPhotograph, recordedPhotographs } from './recordedPhotograph.ts';
export { recordingRoutes } from './routes.ts';
