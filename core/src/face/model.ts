import { Personal } from '../kit/personal.ts';

/** How many numbers the model says a face in. */
export const TEMPLATE_LENGTH = 128;

/**
 * A face as the model sees it: 128 numbers of single precision, together of length one or a little more. Two templates
 * of one person lie close together. It cannot be turned back into a picture by us, and is protected like one.
 */
export type FaceTemplate = Personal<Float32Array, 'faceTemplate'>;

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** In pixels of the picture that was examined. */
export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** A face that was found: where, how surely (0 to 1), and its 68 landmarks in the order of iBUG 300-W. */
export interface Face {
  readonly box: Box;
  readonly score: number;
  readonly landmarks: readonly Point[];
}

/** A picture as rows of red, green and blue, a byte each. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** @throws when these are not 128 finite numbers */
export function faceTemplate(numbers: Float32Array): FaceTemplate {
  if (numbers.length !== TEMPLATE_LENGTH || !numbers.every(Number.isFinite))
    throw new Error(`a template is ${TEMPLATE_LENGTH} finite numbers`);
  return new Personal(numbers);
}

/** The form in which a template is kept: 128 IEEE 754 singles, little endian, 512 bytes. */
export function templateToBytes(template: FaceTemplate): Uint8Array {
  const bytes = new Uint8Array(TEMPLATE_LENGTH * 4);
  const view = new DataView(bytes.buffer);
  template.reveal().forEach((number, i) => {
    view.setFloat32(i * 4, number, true);
  });
  return bytes;
}

/** @throws when the bytes are no template: they come from our own store */
export function templateFromBytes(bytes: Uint8Array): FaceTemplate {
  if (bytes.length !== TEMPLATE_LENGTH * 4) throw new Error('a template is 512 bytes');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return faceTemplate(Float32Array.from({ length: TEMPLATE_LENGTH }, (_, i) => view.getFloat32(i * 4, true)));
}
