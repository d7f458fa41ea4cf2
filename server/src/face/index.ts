export { type Description, type Faces, startFaces } from './faces.ts';
