import { readFile } from 'node:fs/promises';
import { createRequire, registerHooks } from 'node:module';
import { dirname, join } from 'node:path';
import { withBorder } from '@jatidiri/core/face/border.ts';
import type { Pixels, Point } from '@jatidiri/core/face/model.ts';
import type { SeenFace } from './faceThread.ts';

const require = createRequire(import.meta.url);
const MODELS = join(dirname(require.resolve('@vladmandic/face-api/package.json')), 'model');
const DETECTOR = { inputSize: 416, scoreThreshold: 0.5 };
/** Of the longer side. Without it the detector sees a face that fills the picture in half the cases (decision 0040). */
const BORDER = 0.3;

// The package's build for Node asks for TensorFlow's umbrella package (220 MB more, with training and layers) and uses
// of it the core alone, and these operations in their chained form, which the core leaves to the umbrella.
const UMBRELLA = '@tensorflow/tfjs';
const CHAINED = ['cast', 'div', 'expandDims', 'mean', 'mul', 'reshape', 'slice', 'sub', 'transpose'] as const;
const SHAPED = ['as2D', 'as3D', 'as4D'] as const;

export interface FaceModel {
  /** Every face in the picture, with its template; the surest first. */
  readonly findFaces: (picture: Pixels) => Promise<SeenFace[]>;
}

/** Loads detector, landmarks and recognition on WebAssembly. For a thread of its own: each answer occupies it. */
export async function loadModel(): Promise<FaceModel> {
  registerHooks({
    resolve: (name, context, next) => next(name === UMBRELLA ? `${UMBRELLA}-core` : name, context),
  });
  const tf = await import('@tensorflow/tfjs-core');
  await import('@tensorflow/tfjs-backend-wasm');
  const faceApi = await import('@vladmandic/face-api/dist/face-api.node-wasm.js');
  chainOperations(tf);
  // One thread here; the pool has several of these.
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  if (!(await tf.setBackend('wasm'))) throw new Error('the WebAssembly backend does not start');
  const { nets } = faceApi;
  nets.tinyFaceDetector.loadFromWeightMap(await weights('tiny_face_detector_model'));
  nets.faceLandmark68Net.loadFromWeightMap(await weights('face_landmark_68_model'));
  nets.faceRecognitionNet.loadFromWeightMap(await weights('face_recognition_model'));
  const options = new faceApi.TinyFaceDetectorOptions(DETECTOR);

  async function weights(name: string) {
    const groups = JSON.parse(await readFile(join(MODELS, `${name}-weights_manifest.json`), 'utf8'));
    const files: string[] = groups.flatMap((group: { paths: string[] }) => group.paths);
    const bytes = Buffer.concat(await Promise.all(files.map((file) => readFile(join(MODELS, file)))));
    const data = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
    const entries = groups.flatMap((group: { weights: unknown[] }) => group.weights);
    // The package's types bring a copy of TensorFlow's of their own.
    return tf.io.decodeWeights(data, entries) as never;
  }

  return {
    async findFaces(picture) {
      const border = Math.round(Math.max(picture.width, picture.height) * BORDER);
      const { data, width, height } = withBorder(picture, border);
      const tensor = tf.tensor3d(data, [height, width, 3], 'int32');
      const within = ({ x, y }: Point) => ({ x: x - border, y: y - border });
      try {
        const found = await faceApi
          .detectAllFaces(tensor as never, options)
          .withFaceLandmarks()
          .withFaceDescriptors();
        return found
          .map(({ detection, landmarks, descriptor }) => ({
            box: { ...within(detection.box), width: detection.box.width, height: detection.box.height },
            score: detection.score,
            landmarks: landmarks.positions.map(within),
            template: descriptor,
          }))
          .sort((one, other) => other.score - one.score);
      } finally {
        tensor.dispose();
      }
    },
  };
}

function chainOperations(tf: typeof import('@tensorflow/tfjs-core')): void {
  const prototype = tf.Tensor.prototype as unknown as Record<string, unknown>;
  for (const name of CHAINED)
    prototype[name] = function (this: never, ...rest: never[]) {
      return (tf[name] as (...all: never[]) => unknown)(this, ...rest);
    };
  for (const name of SHAPED)
    prototype[name] = function (this: never, ...shape: number[]) {
      return tf.reshape(this, shape);
    };
  prototype.as1D = function (this: never) {
    return tf.reshape(this, [-1]);
  };
}
