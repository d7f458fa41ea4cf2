export { kkPdf } from './drawing/kkPdf.ts';
export { documentRoutes } from './routes.ts';
export { signedDocumentRoutes } from './signed/routes.ts';
export { forgetPhotocopies } from './upkeep.ts';
