export { type Alike, type Duplicates, startDuplicates } from './duplicates.ts';
export { type Description, type Faces, startFaces } from './faces.ts';
export { SEALED_TEMPLATES } from './templateStore.ts';
