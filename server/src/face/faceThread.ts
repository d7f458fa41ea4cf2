import { parentPort } from 'node:worker_threads';
import type { Face, Pixels } from '@jatidiri/core/face/model.ts';
import { loadModel } from './faceModel.ts';
import { yieldToServer } from './yieldToServer.ts';

// The model occupies its thread until it has answered; the server's own thread stays free.

export interface SeenFace extends Face {
  readonly template: Float32Array;
}

yieldToServer();
const model = await loadModel();
parentPort!.on('message', async (picture: Pixels) => {
  parentPort!.postMessage(await model.findFaces(picture));
});
